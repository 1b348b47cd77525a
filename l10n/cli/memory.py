"""`l10n memory`: what was translated before."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import DryRun

memory = typer.Typer(
    no_args_is_help=True,
    help="Search what was translated before, exchange it with other tools.",
)


class Format(Enum):
    """What a command prints."""

    TEXT = "text"
    JSON = "json"


Output = Annotated[Format, typer.Option("--format", help="How to print it.")]
Chosen = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="LANG", help="Only this language; repeatable."),
]


@memory.command(name="import")
def import_(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="TMX or PO files.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="LANG", help="Only this language; that of a PO file."),
    ] = None,
    output: Output = Format.TEXT,
    dry_run: DryRun = False,
) -> None:
    """Remember the translations of files; without files, those of the catalogs, all anew."""
    from l10n.cli.console import progress
    from l10n.cli.memory_output import Imported, show_fed, show_imported
    from l10n.cli.remembering import feed, portions, told
    from l10n.memory import Memory, TmxTally
    from l10n.project import load_project
    from l10n.project.store import open_store
    from l10n.workflow.memory import read_translations

    project = load_project(context.obj)
    settings = project.settings
    chosen = project.languages([language])[0] if language else None
    with open_store(project, write=not dry_run, make=not dry_run) as store:
        told(store.news)
        remembered = Memory(store.connection)
        if not files:
            fed = feed(project, remembered, anew=True, dry=dry_run)
            show_fed(fed, output is Format.JSON, dry_run)
            return
        results: list[Imported] = []
        with remembered.writing(dry_run):
            for file in progress(files, "import"):
                tally = TmxTally()
                found = read_translations(
                    portions(file),
                    str(file),
                    settings.source_language,
                    settings.languages,
                    chosen,
                    tally,
                )
                results.append(Imported(str(file), remembered.add(found), tally))
    show_imported(results, settings.source_language.tag, output is Format.JSON, dry_run)


@memory.command()
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .tmx file, or .po for one.")],
    languages: Chosen = None,
    output: Output = Format.TEXT,
    dry_run: DryRun = False,
) -> None:
    """Write what is remembered as TMX 1.4b, or one language of it as PO."""
    from l10n import __version__
    from l10n.cli.memory_output import show_exported
    from l10n.cli.remembering import open_memory
    from l10n.model.errors import Flaw, InputError
    from l10n.model.plan import FileChange
    from l10n.project import load_project
    from l10n.workflow.memory import written_translations

    project = load_project(context.obj)
    chosen = project.languages(languages or ())
    source = project.settings.source_language
    with open_memory(project) as remembered:
        data, count = written_translations(remembered, str(file), source, chosen, __version__)
    if not dry_run:
        folder, name = file.absolute().parent, file.name
        change = FileChange(name, data, project.read(name, folder))
        if project.commit([change], folder).conflicts:
            found = "was changed meanwhile, nothing was written"
            raise InputError(Flaw(str(file), found, remedy="export once more"))
    show_exported(str(file), count, output is Format.JSON, dry_run)


@memory.command()
def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A text, or some words of it.")],
    languages: Chosen = None,
    least: Annotated[
        int, typer.Option("--min-score", metavar="N", min=1, max=101, help="From 1 to 101.")
    ] = 75,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help="No more than N of a kind.")
    ] = 5,
    output: Output = Format.TEXT,
) -> None:
    """Show translations of texts like TEXT, and such with its words in them.

    Marked are differences: [-words of the remembered text-] and {+words of TEXT+}; and in longer
    texts the words found: [[so]].
    """
    from l10n.cli.memory_output import Answer, show_answers
    from l10n.cli.remembering import open_memory
    from l10n.glossary import parse_glossary
    from l10n.model.memory import Query
    from l10n.project import load_project
    from l10n.workflow.memory import kept_words

    project = load_project(context.obj)
    path = project.settings.glossary
    words = parse_glossary(project.read(path) or b"", path)
    answers: list[Answer] = []
    with open_memory(project) as remembered:
        for language in project.languages(languages or ()):
            kept = kept_words(words, language.tag)
            matches = remembered.lookup(Query(text), language.tag, least, most, kept)
            shown = {match.source for match in matches}
            excerpts = remembered.excerpts(text, language.tag, most + len(shown))
            others = tuple(each for each in excerpts if each.translation.source not in shown)
            answers.append(Answer(language.tag, matches, others[:most]))
    show_answers(text, answers, output is Format.JSON)


@memory.command()
def stats(context: typer.Context, output: Output = Format.TEXT) -> None:
    """Count what is remembered, by language and by where it came from."""
    from l10n.cli.memory_output import show_stats
    from l10n.cli.remembering import open_memory
    from l10n.project import load_project

    with open_memory(load_project(context.obj)) as remembered:
        show_stats(remembered.stats(), output is Format.JSON)
