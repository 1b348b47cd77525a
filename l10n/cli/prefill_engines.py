"""The engines that a project names, made ready with its options."""

from collections.abc import Mapping, Sequence
from importlib.metadata import entry_points
from pathlib import Path

from l10n.cli.console import note
from l10n.engines import GROUP, dictionary, offers
from l10n.model.engine import Engine, Offer
from l10n.model.errors import Flaw, InputError
from l10n.model.settings import Settings
from l10n.model.terms import Glossary
from l10n.project import Project, load_project
from l10n.project.outside import outside
from l10n.rules import RULES


def load_with_engines(root: Path) -> tuple[Project, Mapping[str, Offer]]:
    """Return the project of ``root`` and the engines there are. Raises InputError."""
    found = all_offers()
    known = {name: offer.options for name, offer in found.items()}
    return load_project(root, tuple(rule.name for rule in RULES), engines=known), found


def all_offers() -> dict[str, Offer]:
    """Return the engines of ours and of other packages, by name; broken ones are told of."""
    others = []
    for point in entry_points(group=GROUP):
        try:
            others.append(point.load())
        except Exception as error:  # whatever a package of somebody else's does when imported
            note(f"note: the engine {point.name} cannot be used ({type(error).__name__})")
    return offers(others)


def made_engines(
    settings: Settings, found: Mapping[str, Offer], names: Sequence[str]
) -> tuple[Engine, ...]:
    """Return the engines ``names``, with their options of the configuration.

    Raises InputError with all that is wrong with any of them.
    """
    flaws: list[Flaw] = []
    engines: list[Engine] = []
    options = {each.name: each for each in settings.engine_options}
    here = outside()
    for name in dict.fromkeys(names):
        if name not in found:
            flaws.append(_unknown(name, found))
            continue
        own = options.get(name)
        try:
            engines.append(found[name].make(dict(own.options) if own else {}, here))
        except InputError as error:
            where = f"{own.where}: " if own and own.where else ""
            flaws += (
                Flaw(f"{where}{each.where}", each.found, each.allowed, each.remedy)
                for each in error.flaws
            )
    if flaws:
        raise InputError(*flaws)
    return tuple(engines)


def glossary_name(project: Project) -> str:
    """Return what the project's glossary is called at engines that keep it."""
    return f"l10n {project.settings.name or project.root.name}"


def dictionaries(project: Project, words: Glossary) -> dict[str, dict[str, str]]:
    """Return what the glossary says, for every language of the project."""
    return {
        language.tag: dictionary(words, language.tag) for language in project.settings.languages
    }


def what_to_set(found: Mapping[str, Offer]) -> tuple[str, ...]:
    """Return lines that say how a project gets an engine."""
    keys = [f"{offer.variables[0]} for {name}" for name, offer in found.items() if offer.variables]
    return (
        "note: no engine is configured, so only the memory was asked",
        f'  to do: set engines = ["NAME"] in the configuration, or add --engine NAME: '
        f"{', '.join(found)}",
        f"  keys come from the environment: {', '.join(keys)}",
    )


def _unknown(name: str, found: Mapping[str, Offer]) -> Flaw:
    from rapidfuzz.process import extractOne

    near = extractOne(name, list(found), score_cutoff=60)
    remedy = f'write "{near[0]}"' if near else "install the package that brings it"
    return Flaw("--engine", f'there is no engine named "{name}"', ", ".join(found), remedy)
