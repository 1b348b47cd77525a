"""pseudo: accented, longer words instead of a translation, with every mark kept.

What stays plain in a page built from it never reached a catalog, and what breaks would break
under a longer language. It costs nothing and calls nobody.
"""

import re
from collections.abc import Mapping

from l10n.engines.options import Options
from l10n.model.engine import (
    About,
    Answer,
    Engine,
    Failure,
    Offer,
    Outcome,
    Outside,
    Request,
    Scheme,
)

_LETTERS = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž",
)
_KEPT = re.compile(r"(<x [^<>/]*>[^<>]*</x>|<[^<>]*>|&(?:#\w+|\w+);)")
_VOWELS = frozenset("åéîöû")


class _Pseudo:
    """Accents every letter of English and doubles vowels until words are ``longer`` by a part."""

    __slots__ = ("_about", "_longer")

    def __init__(self, longer: float) -> None:
        self._longer = longer
        self._about = About(
            "pseudo", f"longer={longer:g}", (Scheme.XML,), leaves=False, texts=1000, parallel=1
        )

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        return None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        return tuple(Answer(self._accented(text), 0) for text in request.texts)

    def _accented(self, text: str) -> str:
        parts = _KEPT.split(text)
        seen = added = 0
        for at in range(0, len(parts), 2):
            letters: list[str] = []
            for letter in parts[at].translate(_LETTERS):
                seen += 1
                double = letter in _VOWELS and added < seen * self._longer
                added += double
                letters.append(letter * 2 if double else letter)
            parts[at] = "".join(letters)
        return "".join(parts)


def _make(values: Mapping[str, object], outside: Outside) -> Engine:
    options = Options("pseudo", values)
    longer = options.number("longer", 0.3)
    options.finish()
    return _Pseudo(longer)


OFFER = Offer(
    "pseudo", "accented, longer words: shows what never gets translated", _make, ("longer",)
)
