"""The strings of a TOML front matter, each with its exact bytes."""

import tomllib
from collections.abc import Sequence

from l10n.markdown.frontmatter.keys import below, has_letter
from l10n.markdown.frontmatter.toml_locate import Value
from l10n.markdown.frontmatter.toml_tree import Toml, parse_toml, readable
from l10n.markdown.frontmatter.values import FrontMatter, Scalar, Style

_STYLES: dict[str, Style] = {
    "toml basic": "toml basic",
    "toml literal": "toml literal",
    "toml multiline basic": "toml multiline basic",
    "toml multiline literal": "toml multiline literal",
}


def read_toml(
    data: bytes, front: FrontMatter, keys: Sequence[str], path: str
) -> tuple[Scalar, ...]:
    """Return the strings of ``front`` at ``keys``, in the order of the file."""
    toml = parse_toml(data, front, path)
    named = (value for value in toml.values if value.style in _STYLES)
    scalars = (
        _scalar(data, value, toml.at(value.path)) for value in named if _named(toml, value, keys)
    )
    return tuple(scalar for scalar in scalars if scalar is not None)


def _named(toml: Toml, value: Value, keys: Sequence[str]) -> bool:
    """Tell whether ``keys`` name a value, or the list that it is an item of."""
    patterns: tuple[str, ...] = tuple(keys)
    for name in value.path[:-1]:
        patterns = below(patterns, name)
    in_list = "" in patterns and isinstance(toml.at(value.path[:-1]), list)
    return in_list or "" in below(patterns, value.path[-1])


def _scalar(data: bytes, value: Value, read: object) -> Scalar | None:
    """Return the Scalar, or None where the bytes found are not what `tomllib` reads there."""
    raw = readable(data[value.start : value.end].decode())
    if not isinstance(read, str) or not has_letter(read) or tomllib.loads(f"x={raw}")["x"] != read:
        return None
    return Scalar(".".join(value.path), read, value.start, value.end, _STYLES[value.style])
