"""``languages`` and ``[language.TAG]`` → Languages, with what is wrong in them noted."""

from l10n.model.conventions import STYLES
from l10n.model.language import Language
from l10n.project.document import Table
from l10n.project.keys import LANGUAGE_KEYS
from l10n.project.languages import canonical, near, nearest
from l10n.project.paths import folded, unportable

_EXAMPLE = '["fr", "pt-BR"]'


def read_languages(table: Table) -> tuple[Language, tuple[Language, ...]]:
    """Return the source language of ``table`` and the languages to translate into."""
    paths = _paths(table)
    tag = _tag(table, ("source-language",), table.text("source-language", "en")) or "en"
    source = Language(tag, paths.get(tag, tag))
    return source, _languages(table, source, paths)


def _languages(table: Table, source: Language, paths: dict[str, str]) -> tuple[Language, ...]:
    if table.values.get("languages", []) == []:
        missing = "languages" not in table.values
        table.flaw(
            ("languages",),
            '"languages" is missing' if missing else '"languages" is empty',
            f"an array of language tags, such as {_EXAMPLE}",
            f"add languages = {_EXAMPLE}" if missing else "name a language to translate into",
        )
    named = {source.tag}
    found: dict[str, Language] = {}
    taken: dict[str, str] = {}
    for index, written in _elements(table, "languages"):
        keys = ("languages", index)
        tag = _tag(table, keys, written)
        if tag is None:
            continue
        path = paths.get(tag, tag)
        if tag in named and tag != source.tag:
            table.flaw(keys, f'"{written}" is named twice', remedy="keep one of them")
        elif tag == source.tag:
            table.flaw(
                keys,
                f'"{written}" is the source language',
                "languages to translate into",
                "remove it, or change source-language",
            )
        elif folded(path) in taken:
            table.flaw(
                keys,
                f'"{taken[folded(path)]}" and "{tag}" both become "{path}" in paths',
                "a path of its own for each language",
                f"give one of them another path in [language.{tag}]",
            )
        else:
            found[tag] = Language(tag, path)
            taken[folded(path)] = tag
        named.add(tag)
    _stray_tables(table, named)
    return tuple(found.values())


def _tag(table: Table, keys: tuple[str | int, ...], written: str) -> str | None:
    tag = canonical(written)
    if tag is None:
        guess = nearest(written)
        table.flaw(
            keys,
            f'"{written}" is not a language known to BCP 47',
            "tags such as fr, pt-BR or zh-Hans",
            f'write "{guess}"'
            if guess
            else "look the tag up at https://r12a.github.io/app-subtags",
        )
    return tag


def _elements(table: Table, key: str) -> list[tuple[int, str]]:
    """Return the strings of an array with their positions; other types are noted as flaws."""
    table.texts(key, (), _EXAMPLE)
    value = table.values.get(key)
    if not isinstance(value, list):
        return []
    return [(index, element) for index, element in enumerate(value) if isinstance(element, str)]


def _paths(table: Table) -> dict[str, str]:
    """Return what ``[language.TAG] path`` says, by canonical tag."""
    paths: dict[str, str] = {}
    for written, own in language_tables(table):
        own.only(tuple(key.name for key in LANGUAGE_KEYS))
        tag = canonical(written)
        path = own.text("path", tag or written)
        if why := unportable(path) or ("holds braces" if "{" in path or "}" in path else ""):
            own.flaw(("path",), f'"path" {why}', "what {lang} becomes in paths, such as pt")
        elif tag:
            paths[tag] = path.strip("/")
    return paths


def _stray_tables(table: Table, known: set[str]) -> None:
    """Note every ``[language.TAG]`` whose language the project does not have."""
    for written, own in language_tables(table, again=True):
        if canonical(written) not in known:
            own.flaw(
                (),
                f"[language.{written}] is not a language of this project",
                ", ".join(sorted(known)),
                f'add "{written}" to languages, or remove the table',
            )


def read_spacing(table: Table) -> tuple[tuple[str, str], ...]:
    """Return what ``[language.TAG] spacing`` says, by canonical tag."""
    styles: list[tuple[str, str]] = []
    for written, own in language_tables(table, again=True):
        if "spacing" not in own.values:
            continue
        tag, style = canonical(written) or written, own.text("spacing", "")
        if tag.partition("-")[0] != "fr":
            found = f'"spacing" is for French, and this is [language.{written}]'
            own.flaw(("spacing",), found, "[language.fr], [language.fr-CA]", "remove it")
        elif style in STYLES:
            styles.append((tag, style))
        elif isinstance(own.values["spacing"], str):
            guess = near(style.lower(), STYLES)
            remedy = f'write "{guess}"' if guess else "remove it, and any no-break space is good"
            own.flaw(("spacing",), f'"spacing" is "{style}"', ", ".join(STYLES), remedy)
    return tuple(styles)


def language_tables(table: Table, *, again: bool = False) -> list[tuple[str, Table]]:
    """Return the tables below ``language``; other types are noted as flaws the first time."""
    value = table.values.get("language")
    if not isinstance(value, dict):
        if value is not None and not again:
            table.mistyped(("language",), value, "tables such as [language.pt-BR]")
        return []
    found: list[tuple[str, Table]] = []
    for written, below in value.items():
        if isinstance(below, dict):
            found.append((written, table.below(below, "language", written)))
        elif not again:
            table.mistyped(("language", written), below, "a table with a path")
    return found
