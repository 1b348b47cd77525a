"""`glossary push`: the project's words at engines that keep glossaries of their own."""

from collections.abc import Mapping

from l10n.cli.console import note, say
from l10n.cli.prefill_engines import dictionaries, glossary_name, made_engines, what_to_set
from l10n.cli.reading import read_glossary
from l10n.model.engine import Failure, KeepsGlossary, Offer
from l10n.model.errors import Flaw, InputError
from l10n.project import Project


def run_push(
    project: Project, offers: Mapping[str, Offer], names: tuple[str, ...], *, write: bool
) -> None:
    """Bring the glossaries of the engines ``names``, or of those configured, up to the project's.

    Raises InputError with every engine that would not take it.
    """
    words = {
        tag: entries
        for tag, entries in dictionaries(project, read_glossary(project)).items()
        if entries
    }
    engines = made_engines(project.settings, offers, names or project.settings.engines)
    if not engines:
        for line in what_to_set(offers):
            note(line.replace(", so only the memory was asked", ""))
        return
    flaws: list[Flaw] = []
    counts = ", ".join(f"{len(entries)} {tag}" for tag, entries in words.items())
    for engine in engines:
        name = engine.about.name
        if not isinstance(engine, KeepsGlossary):
            say(f"{name}: keeps no glossaries; terms go with each request where it takes any")
            continue
        if not words:
            say(f"{name}: the glossary has no word to push")
            continue
        if not write:
            say(f"{name}: its glossary would be brought up to date ({counts})")
            continue
        pushed = engine.push(glossary_name(project), project.settings.source_language.tag, words)
        if isinstance(pushed, Failure):
            flaws.append(Flaw(name, pushed.said, "", pushed.remedy))
        elif pushed:
            say(f'{name}: "{glossary_name(project)}" is up to date ({counts})')
        else:
            say(f"{name}: has no glossaries for these languages")
    if flaws:
        raise InputError(*flaws)
