"""``[[posts]]`` → PostGroups, with what is wrong in them noted."""

from l10n.model.dialect import Dialect
from l10n.model.settings import PostGroup
from l10n.project.document import Table
from l10n.project.globs import glob_fault
from l10n.project.keys import GROUP_KEYS
from l10n.project.languages import near
from l10n.project.paths import unportable
from l10n.project.templates import check_path_template, check_value_template


def read_groups(table: Table, *, several: bool) -> tuple[PostGroup, ...]:
    """Return the groups of ``table``; with ``several`` languages their targets need {lang}."""
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
    table.only(tuple(key.name for key in GROUP_KEYS))
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
