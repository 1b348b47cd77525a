"""What `check` looks at: the catalogs of languages, or those named."""

from collections.abc import Sequence
from pathlib import Path

from l10n.catalog import parse_catalog
from l10n.cli.console import note, some
from l10n.cli.reading import read_drafts, read_glossary
from l10n.model.dialect import Dialect
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.unit import Unit
from l10n.project import Project, canonical, load_project
from l10n.rules import RULES
from l10n.workflow.build import Draft
from l10n.workflow.check import Matchers, check_units, matchers_of, stray_units
from l10n.workflow.conventions import House
from l10n.workflow.extract import read_catalog

_POSTS = (".md", ".mdx", ".markdown")


def load_checked(root: Path, reads: dict[str, bytes | None] | None = None) -> Project:
    """Return the project of ``root``, whose configuration names no rule that does not exist.

    What is read is put into ``reads``, if given.
    """
    return load_project(root, tuple(rule.name for rule in RULES), reads)


def read_units(project: Project, targets: Sequence[str]) -> tuple[Unit, ...]:
    """Return the Units of the languages and PO files named; of the whole project for none.

    Raises InputError for names that are neither, and for files that cannot be read.
    """
    files = [target for target in targets if target.lower().endswith(".po")]
    names = [target for target in targets if target not in files]
    flaws = [_no_catalog(name) for name in names if name.lower().endswith(_POSTS) or "/" in name]
    if flaws:
        raise InputError(*flaws)
    units: list[Unit] = []
    if names or not files:
        languages = project.languages(names)
        drafts = read_drafts(project, project.posts, languages)
        _tell_missing(drafts)
        units += check_units(drafts, read_matchers(project, languages), house_of(project))
    seen = {unit.path for unit in units}
    for path in dict.fromkeys(project_path(project, file) for file in files):
        if path not in seen:  # as one of a language that is named as well
            units += _file_units(project, path)
    return tuple(units)


def read_matchers(project: Project, languages: Sequence[Language]) -> Matchers:
    """Return what finds the terms of the project's glossary. Raises InputError."""
    return matchers_of(read_glossary(project), languages, project.settings.source_language)


def house_of(project: Project) -> House:
    """Return what the project's configuration says of all its posts and languages."""
    return House(project.settings, project.posts)


def _no_catalog(name: str) -> Flaw:
    return Flaw(
        name,
        "neither a language nor a PO file",
        "languages such as fr, or files that end in .po",
        "for a post that was translated by hand: l10n check TRANSLATED.md --against SOURCE.md",
    )


def _tell_missing(drafts: Sequence[Draft]) -> None:
    missing = [f"{draft.post.id} ({draft.language.tag})" for draft in drafts if not draft.catalog]
    if missing:
        note(f"note: no catalog yet for {some(missing)}; `l10n extract` makes them")


def _file_units(project: Project, path: str) -> tuple[Unit, ...]:
    owner = _owner(project, path)
    if owner:
        drafts = read_drafts(project, [owner[0]], [owner[1]])
        return check_units(drafts, read_matchers(project, [owner[1]]), house_of(project))
    data = project.read(path)
    if data is None:
        raise InputError(
            Flaw(path, "there is no such file", "a PO file, or a language of the project")
        )
    source = project.settings.source_language
    language = _language(project, path, parse_catalog(data, path).catalog.field("Language"))
    file = read_catalog(data, path, language)
    matchers = read_matchers(project, [language])
    return stray_units(file, language, source, Dialect.GFM, matchers, house_of(project))


def project_path(project: Project, path: str) -> str:
    """Return a path given on the command line as one below the project's root."""
    full = Path(path) if Path(path).is_absolute() else project.root / path
    try:
        return full.resolve().relative_to(project.root.resolve()).as_posix()
    except ValueError:
        raise InputError(
            Flaw(path, "lies outside the project", f"files below {project.root}")
        ) from None


def _owner(project: Project, path: str) -> tuple[Post, Language] | None:
    return next(
        (
            (post, language)
            for post in project.posts
            for language in project.settings.languages
            if project.catalog_path(post, language) == path
        ),
        None,
    )


def _language(project: Project, path: str, said: str | None) -> Language:
    """Return the language whose path or tag is part of ``path``; else what its header ``said``."""
    parts = path.replace(".po", "").split("/")
    return next(
        (
            language
            for language in project.settings.languages
            if language.path in parts or language.tag in parts
        ),
        _named(project, said or ""),
    )


def _named(project: Project, name: str) -> Language:
    tag = canonical(name)
    if tag is None:
        return Language("und", "und")
    return next(
        (each for each in project.settings.languages if each.tag == tag), Language(tag, tag)
    )
