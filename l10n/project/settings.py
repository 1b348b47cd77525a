"""`l10n.toml` → Settings: checked in one pass, all its flaws told at once with their lines."""

from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.settings import PostGroup, Settings
from l10n.project.document import Table, read_toml
from l10n.project.globs import glob_fault
from l10n.project.languages import canonical, near, nearest
from l10n.project.paths import folded, unportable
from l10n.project.templates import check_path_template, check_value_template

KEYS = (
    "source-language",
    "languages",
    "catalogs",
    "templates",
    "glossary",
    "name",
    "min-complete",
    "posts",
    "language",
)
GROUP_KEYS = ("source", "target", "dialect", "front-matter", "set", "url", "attributes")


def read_settings(data: bytes, path: str, table: tuple[str, ...] = ()) -> Settings:
    """Return the Settings that ``data``, the bytes of a TOML file, hold below ``table``.

    ``path`` is how errors call the file; ``table`` is ``()`` for `l10n.toml` and
    ``("tool", "l10n")`` for `pyproject.toml`. Raises InputError with every flaw, by line.
    """
    return parse_settings(find_table(read_toml(data, path), table))


def find_table(root: Table, names: tuple[str, ...]) -> Table:
    """Return the table below ``names``, an empty one where it is absent.

    Raises InputError where something else than a table stands there.
    """
    here = root
    for name in names:
        value = here.values.get(name, {})
        if not isinstance(value, dict):
            here.mistyped((name,), value, "a table")
            here.settle()
        else:
            here = here.below(value, name)
    return here


def parse_settings(table: Table) -> Settings:
    """Return the Settings of ``table``; raises InputError with every flaw, sorted by line."""
    table.only(KEYS)
    paths = _paths(table)
    source_tag = _tag(table, ("source-language",), table.text("source-language", "en")) or "en"
    source = Language(source_tag, paths.get(source_tag, source_tag))
    languages = _languages(table, source, paths)
    groups = _groups(table, several=len(languages) > 1)
    defaults = Settings(source, languages, groups)
    catalogs = table.text("catalogs", defaults.catalogs)
    templates = table.text("templates", defaults.templates)
    glossary = table.text("glossary", defaults.glossary)
    check_path_template(table, "catalogs", catalogs, lang=True, distinct=True)
    check_path_template(table, "templates", templates, lang=False, distinct=True)
    if why := unportable(glossary) or ("" if glossary else "is empty"):
        table.flaw(("glossary",), f'"glossary" {why}', "a path below the project's folder")
    settings = Settings(
        source_language=source,
        languages=languages,
        posts=groups,
        name=table.text("name", defaults.name),
        catalogs=catalogs,
        templates=templates,
        glossary=glossary,
        min_complete=_percent(table, defaults.min_complete),
    )
    table.settle()
    return settings


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


def _languages(table: Table, source: Language, paths: dict[str, str]) -> tuple[Language, ...]:
    example = '["fr", "pt-BR"]'
    if table.values.get("languages", []) == []:
        missing = "languages" not in table.values
        table.flaw(
            ("languages",),
            '"languages" is missing' if missing else '"languages" is empty',
            f"an array of language tags, such as {example}",
            f"add languages = {example}" if missing else "name a language to translate into",
        )
    named = {source.tag}
    found: dict[str, Language] = {}
    taken: dict[str, str] = {}
    for index, written in _elements(table, "languages", example):
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


def _elements(table: Table, key: str, example: str) -> list[tuple[int, str]]:
    """Return the strings of an array with their positions; other types are noted as flaws."""
    table.texts(key, (), example)
    value = table.values.get(key)
    if not isinstance(value, list):
        return []
    return [(index, element) for index, element in enumerate(value) if isinstance(element, str)]


def _paths(table: Table) -> dict[str, str]:
    """Return what ``[language.TAG] path`` says, by canonical tag."""
    paths: dict[str, str] = {}
    for written, own in _language_tables(table):
        own.only(("path",))
        tag = canonical(written)
        path = own.text("path", tag or written)
        if why := unportable(path) or ("holds braces" if "{" in path or "}" in path else ""):
            own.flaw(("path",), f'"path" {why}', "what {lang} becomes in paths, such as pt")
        elif tag:
            paths[tag] = path.strip("/")
    return paths


def _stray_tables(table: Table, known: set[str]) -> None:
    """Note every ``[language.TAG]`` whose language the project does not have."""
    for written, own in _language_tables(table, again=True):
        if canonical(written) not in known:
            own.flaw(
                (),
                f"[language.{written}] is not a language of this project",
                ", ".join(sorted(known)),
                f'add "{written}" to languages, or remove the table',
            )


def _language_tables(table: Table, *, again: bool = False) -> list[tuple[str, Table]]:
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


def _groups(table: Table, *, several: bool) -> tuple[PostGroup, ...]:
    value = table.values.get("posts")
    if not isinstance(value, list) or not value:
        if isinstance(value, dict):
            table.flaw(("posts",), '"posts" is a table', "[[posts]], once per group of posts")
        elif value is None or value == []:
            table.flaw(
                ("posts",),
                '"posts" is missing' if value is None else '"posts" is empty',
                "one [[posts]] table per group of posts",
                "add [[posts]] with a source and a target",
            )
        else:
            table.mistyped(("posts",), value, "[[posts]], once per group of posts")
        return ()
    groups: list[PostGroup] = []
    for index, below in enumerate(value):
        if isinstance(below, dict):
            groups.append(_group(table.below(below, "posts", index), several=several))
        else:
            table.mistyped(("posts", index), below, "tables with a source and a target")
    return tuple(groups)


def _group(table: Table, *, several: bool) -> PostGroup:
    table.only(GROUP_KEYS)
    for key, what in (("source", "posts/*.md"), ("target", "site/{lang}/{post}.md")):
        if table.values.get(key, "") == "":
            state = "empty" if key in table.values else "missing"
            table.flaw((key,), f'"{key}" is {state}', f"a path such as {what}", f"set {key}")
    source, target = table.text("source", ""), table.text("target", "")
    if why := source and (unportable(source) or glob_fault(source)):
        table.flaw(
            ("source",),
            f'"source" {why}: {source}',
            "a glob below the project's folder, such as posts/**/*.md",
        )
    if target:
        check_path_template(table, "target", target, lang=several, distinct=False)
    url = table.text("url", "") if "url" in table.values else None
    if url is not None:
        check_value_template(table, ("url",), url)
    return PostGroup(
        source=source,
        target=target,
        dialect=_dialect(table),
        front_matter=table.texts("front-matter", (), '["title"]'),
        set=_set(table),
        url=url,
        attributes=table.texts("attributes", PostGroup("", "").attributes, '["alt"]'),
    )


def _set(table: Table) -> tuple[tuple[str, str], ...]:
    value = table.values.get("set", {})
    if not isinstance(value, dict):
        table.mistyped(("set",), value, 'a table of strings, such as { lang = "{lang}" }')
        return ()
    for key, template in value.items():
        if isinstance(template, str):
            check_value_template(table, ("set", key), template)
        else:
            table.mistyped(("set", key), template, 'a string, such as "{lang}"')
    return tuple((key, template) for key, template in value.items() if isinstance(template, str))


def _dialect(table: Table) -> Dialect | None:
    written = table.text("dialect", "") if "dialect" in table.values else None
    names = {dialect.value: dialect for dialect in Dialect}
    if written is None or not isinstance(table.values["dialect"], str):
        return None
    if written not in names:
        guess = near(written.lower(), tuple(names))
        table.flaw(
            ("dialect",),
            f'unknown dialect "{written}"',
            ", ".join(names),
            f'write "{guess}"' if guess else "remove it, and it is guessed for each post",
        )
    return names.get(written)


def _percent(table: Table, default: int) -> int:
    value = table.values.get("min-complete", default)
    if isinstance(value, bool) or not isinstance(value, int):
        table.mistyped(("min-complete",), value, "a whole number from 0 to 100")
        return default
    if not 0 <= value <= 100:
        table.flaw(("min-complete",), f'"min-complete" is {value}', "a whole number from 0 to 100")
    return value
