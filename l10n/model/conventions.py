"""Conventions: what a project wants and allows in one language, beyond its glossary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Addresses that a translation may put in the place of the source's.

    ``source`` and ``target`` are patterns of whole addresses: ``*`` stands for any characters,
    ``{lang}`` in the target for the language's path and ``{tag}`` for its tag.
    """

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Conventions:
    """What holds for every message of a language. The default is what holds where nothing is said.

    ``addresses`` maps a post's address in the source to those its translation may be linked by.
    """

    rewrites: tuple[Rewrite, ...] = ()
    addresses: tuple[tuple[str, tuple[str, ...]], ...] = ()
    spacing: str = ""  # house style of French spacing; "" accepts any no-break space


NONE = Conventions()
