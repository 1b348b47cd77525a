"""Dotted keys: which part of a front matter the configured keys name."""

from collections.abc import Sequence


def below(patterns: Sequence[str], name: str) -> tuple[str, ...]:
    """Return what is left of ``patterns`` one level down, at the key or list index ``name``.

    A pattern that ends here leaves an empty string; ``*`` stands for any name. A key that holds
    a dot itself is matched whole, so ``og.title`` names both forms.
    """
    rest: list[str] = []
    for pattern in patterns:
        if not pattern:
            continue
        if pattern in (name, "*"):
            rest.append("")
        elif pattern.startswith(name + "."):
            rest.append(pattern[len(name) + 1 :])
        elif pattern.startswith("*."):
            rest.append(pattern[2:])
    return tuple(rest)


def has_letter(value: str) -> bool:
    """Tell whether there is anything in ``value`` to translate."""
    return any(character.isalpha() for character in value)
