"""`l10n glossary`: the project's words."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import DryRun, FailOn, Languages

glossary = typer.Typer(
    no_args_is_help=True,
    help="Check the glossary, find terms for it, exchange it with other tools.",
)


class Format(Enum):
    """What a glossary is written as."""

    CSV = "csv"
    TBX = "tbx"


@glossary.command()
def lint(
    context: typer.Context,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.ERROR,
) -> None:
    """Find entries that contradict each other, and those that no post needs."""
    from l10n.cli.console import plural, say
    from l10n.cli.reading import read_drafts, read_glossary
    from l10n.model.finding import Severity
    from l10n.project import load_project
    from l10n.workflow.glossary import lint_glossary

    project = load_project(context.obj)
    words = read_glossary(project)
    settings = project.settings
    drafts = read_drafts(project, project.posts, settings.languages[:1])
    findings = lint_glossary(words, drafts, settings.source_language, settings.languages)
    for finding in findings:
        language = f" {finding.language}:" if finding.language else ""
        say(f"{finding.path}:{finding.line}: {finding.severity}:{language} {finding.message}")
        say(f"  to do: {finding.hint}")
    found = plural(len(findings), "finding") if findings else "nothing to complain about"
    say(f"{plural(len(words.terms), 'term')}, {found}")
    if any(finding.severity >= Severity[fail_on.name] for finding in findings):
        raise typer.Exit(1)


@glossary.command()
def suggest(
    context: typer.Context,
    languages: Languages = None,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help="Suggest no more than N terms.")
    ] = 40,
) -> None:
    """Print what recurs in the posts and is in no glossary, ready to be copied into it.

    With each come the renderings that translators use, and how often.
    """
    from l10n.cli.console import plural, say
    from l10n.cli.reading import read_drafts, read_glossary
    from l10n.glossary import entry_lines
    from l10n.project import load_project
    from l10n.workflow.glossary import suggest_terms

    project = load_project(context.obj)
    drafts = read_drafts(project, project.posts, project.languages(languages or ()))
    source = project.settings.source_language
    proposals = suggest_terms(read_glossary(project), drafts, source, most)
    for title, kept in (("keep", True), ("terms", False)):
        chosen = [each for each in proposals if each.term.keep is kept]
        if chosen:
            say(f"{title}:")
        for each in chosen:
            times = plural(each.candidate.count, "time")
            counts = [
                f"{language} " + ", ".join(f"{text} {count}" for text, count in texts)
                for language, texts in each.renderings
            ]
            places = f"{times} in {plural(each.candidate.posts, 'post')}"
            say(f"  # {'; '.join([places, *counts])}")
            for line in entry_lines(each.term, shorthand=kept):
                say(f"  {line}")


@glossary.command()
def export(
    context: typer.Context,
    languages: Languages = None,
    output: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.CSV,
    dest: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to the screen."),
    ] = None,
) -> None:
    """Write the glossary as CSV or TBX (ISO 30042:2008)."""
    import sys

    from l10n.cli.console import note, plural
    from l10n.cli.reading import read_glossary
    from l10n.glossary import write_csv, write_tbx
    from l10n.model.plan import FileChange
    from l10n.project import load_project

    project = load_project(context.obj)
    words = read_glossary(project)
    tags = [language.tag for language in project.languages(languages or ())]
    source = project.settings.source_language.tag
    data = write_csv(words, tags) if output is Format.CSV else write_tbx(words, source, tags)
    if dest is None:
        sys.stdout.buffer.write(data)
        return
    folder, name = dest.absolute().parent, dest.name
    project.commit([FileChange(name, data, project.read(name, folder))], folder)
    note(f"{dest}: {plural(len(words.terms), 'term')} written")


@glossary.command(name="import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, TBX, or a Markdown page.")],
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="LANG", help="The language of a Markdown table."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Add the terms of a file to the glossary; what stands there stays, comments too."""
    from l10n.cli.console import note, plural, say, some
    from l10n.model.errors import Flaw, InputError
    from l10n.model.plan import FileChange
    from l10n.project import load_project
    from l10n.workflow.glossary import import_terms

    project = load_project(context.obj)
    path = project.settings.glossary
    table = project.read(file.name, file.absolute().parent)
    if table is None:
        raise InputError(Flaw(str(file), "there is no such file", "a CSV, TBX or Markdown file"))
    chosen = project.languages([language])[0] if language else None
    before = project.read(path)
    source = project.settings.source_language
    merged = import_terms(before or b"", path, table, str(file), source, chosen)
    if not dry_run and merged.data != (before or b""):
        committed = project.commit([FileChange(path, merged.data, before)])
        if committed.conflicts:
            raise InputError(
                Flaw(path, "was changed meanwhile, nothing was written", remedy="import once more")
            )
    would = "would be " if dry_run else ""
    say(f"{path}: {plural(len(merged.added), 'term')} {would}added")
    if merged.extended:
        say(f"  {would}completed: {some(merged.extended)}")
    for conflict in merged.conflicts:
        note(f"  left as it is: {conflict}")


@glossary.command()
def push(
    context: typer.Context,
    engine: Annotated[
        list[str] | None,
        typer.Option(
            "--engine", metavar="NAME", help="To this engine, not those configured; repeatable."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Give the glossary to engines that keep glossaries of their own, where it has changed.

    `l10n prefill` does it by itself before it sends anything.
    """
    from l10n.cli.prefill_engines import load_with_engines
    from l10n.cli.pushing import run_push

    project, offers = load_with_engines(context.obj)
    run_push(project, offers, tuple(engine or ()), write=not dry_run)
