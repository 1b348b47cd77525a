"""``[links]`` → Rewrites, with what is wrong in them noted."""

import re

from l10n.model.conventions import Rewrite
from l10n.project.document import Table
from l10n.project.keys import LINK_KEYS, REWRITE_KEYS

_EXAMPLE = '[{ from = "https://en.x.example/*", to = "https://{lang}.x.example/*" }]'
_FIELD = re.compile(r"\{([A-Za-z_-]*)\}")
_ALLOWED = "* for any characters, {lang} for the language"


def read_links(around: Table) -> tuple[Rewrite, ...]:
    """Return what ``[links]`` says translations may have in the place of the source's addresses."""
    value = around.values.get("links", {})
    if not isinstance(value, dict):
        around.mistyped(("links",), value, "a table, such as [links]")
        return ()
    table = around.below(value, "links")
    table.only(tuple(key.name for key in LINK_KEYS))
    listed = value.get("rewrite", [])
    if not isinstance(listed, list):
        table.mistyped(("rewrite",), listed, f"an array of tables, such as {_EXAMPLE}")
        return ()
    found: list[Rewrite] = []
    for index, each in enumerate(listed):
        if isinstance(each, dict):
            found.append(_rewrite(table.below(each, "rewrite", index)))
        else:
            table.mistyped(("rewrite", index), each, f"tables, as in {_EXAMPLE}")
    return tuple(found)


def _rewrite(table: Table) -> Rewrite:
    table.only(tuple(key.name for key in REWRITE_KEYS))
    return Rewrite(_address(table, "from"), _address(table, "to"))


def _address(table: Table, key: str) -> str:
    pattern = table.text(key, "")
    if table.values.get(key, "") == "":
        state = "empty" if key in table.values else "missing"
        table.flaw((key,), f'"{key}" is {state}', "an address pattern", f"set {key}")
    for name in sorted(set(_FIELD.findall(pattern)) - {"lang"}):
        found = f'"{key}" has the unknown field {{{name}}}: {pattern}'
        table.flaw((key,), found, _ALLOWED, "write {lang}, or remove it")
    return pattern
