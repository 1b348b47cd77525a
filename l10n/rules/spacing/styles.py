"""House styles of French: which blank stands at which sign."""

from dataclasses import dataclass

from l10n.model.unit import Unit

WIDE, NARROW = "\u00a0", "\u202f"
_HIGH = ";!?"


@dataclass(frozen=True, slots=True)
class Style:
    """Blanks by sign; ``strict`` where no other no-break space will do."""

    high: str  # before ; ! ?
    other: str  # before a colon, and inside guillemets
    strict: bool

    def blank(self, sign: str) -> str:
        """Return the blank at ``sign``, "" for none."""
        return self.high if sign in _HIGH else self.other


_ANY = Style(NARROW, WIDE, strict=False)
_STYLES = {
    "nbsp": Style(WIDE, WIDE, strict=True),
    "nnbsp": Style(NARROW, NARROW, strict=True),
    "mixed": Style(NARROW, WIDE, strict=True),
    "canadian": Style("", WIDE, strict=True),
}
_CANADIAN = Style("", WIDE, strict=False)


def style_of(unit: Unit) -> Style:
    """Return the house style of a Unit's language; Canadian French has one of its own."""
    if not unit.conventions.spacing:
        return _CANADIAN if "CA" in unit.language.tag.split("-")[1:] else _ANY
    return _STYLES[unit.conventions.spacing]
