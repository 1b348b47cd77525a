"""Conventions: what a project wants and allows in one language, beyond its glossary."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STYLES = ("nbsp", "nnbsp", "mixed", "canadian")  # of French spacing


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Addresses that a translation may put in the place of the source's.

    Both are patterns of whole addresses: ``*`` stands for any characters, on each side for its
    own, and ``{lang}`` for the language of the side: its path, its tag, or the tag's first part.
    """

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the posts of a project are, for links between them.

    Addresses begin with a slash or a scheme; they are without the ending of a file, fragments
    and a slash at the end. ``localized`` maps each one of a source post to those that its
    translation may be linked by. ``here`` is the source post that a message belongs to, and
    ``there`` its translation, for addresses that are relative to them; both with their folders.
    """

    localized: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    here: str = "/"
    there: str = "/"


@dataclass(frozen=True, slots=True)
class Conventions:
    """What holds for messages of a language. The default is what holds where nothing is said."""

    rewrites: tuple[Rewrite, ...] = ()
    pages: Pages = Pages()
    spacing: str = ""  # one of STYLES; "" is the usual one of the language, loosely


NONE = Conventions()
