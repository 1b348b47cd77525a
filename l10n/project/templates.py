"""Checks of the templates in a configuration: their fields, and where they may lead."""

import re
from collections.abc import Sequence

from l10n.project.document import Table
from l10n.project.languages import near
from l10n.project.paths import FIELDS, unportable

_BRACES = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"\{([A-Za-z][A-Za-z_-]*)\}")
_SHOWN = " ".join(f"{{{name}}}" for name in FIELDS)
_DISTINCT = frozenset({"post", "name", "stem", "slug"})


def check_path_template(
    table: Table, key: str, template: str, *, lang: bool, distinct: bool
) -> None:
    """Note what is wrong with the path template at ``key``.

    ``lang``: languages would share one file without ``{lang}``; ``distinct``: so would posts
    without a field that tells them apart.
    """
    if why := unportable(template) or ("" if template else "is empty"):
        table.flaw((key,), f'"{key}" {why}', "a path below the project's folder")
        return
    fields = set(_BRACES.findall(template))
    if fields.difference(FIELDS):
        _check_fields(table, (key,), template, fields)
        return
    if re.search(r"[{}]", _BRACES.sub("", template)):
        table.flaw((key,), f'"{key}" has unpaired braces: {template}', _SHOWN)
        return
    if lang and "lang" not in fields:
        table.flaw(
            (key,),
            f'"{key}" lacks {{lang}}, so languages would share one file: {template}',
            _SHOWN,
            "add {lang}",
        )
    if distinct and not fields & _DISTINCT:
        table.flaw(
            (key,),
            f'"{key}" lacks {{post}}, so posts would share one file: {template}',
            _SHOWN,
            "add {post}",
        )


def check_value_template(table: Table, keys: Sequence[str | int], template: str) -> None:
    """Note unknown fields in a value or an address; other braces are text."""
    _check_fields(table, keys, template, set(_NAME.findall(template)))


def _check_fields(table: Table, keys: Sequence[str | int], template: str, fields: set[str]) -> None:
    name = ".".join(str(key) for key in keys)
    for field in sorted(fields.difference(FIELDS)):
        guess = near(field.lower(), FIELDS)
        table.flaw(
            keys,
            f'"{name}" has the unknown field {{{field}}}: {template}',
            _SHOWN,
            f"write {{{guess}}}" if guess else "remove it",
        )
