"""Whether a term without a rendering was said in other words, or left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz.distance import Prefix

from l10n.model.terms import TermMatch
from l10n.model.unit import Unit
from l10n.rules.length.ratios import Measure, measure, size
from l10n.rules.term.names import Token, folded, special, tokens_of

_FEW = 25  # words of a source in which nothing is left out without leaving a gap
_SHORTER = -1.0  # spreads of length: a translation below that may have left something out
_STEM = 5  # letters that a rendering shares with the term it is derived from
_SHARE = 0.6  # of the term's letters


@dataclass(frozen=True)
class Evidence:
    """All Units of a language: what is usual in it."""

    units: Sequence[Unit]

    @cached_property
    def usual(self) -> Measure:
        """How long translations are."""
        return measure(self.units)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital in any source."""
        return frozenset(
            token.raw
            for unit in self.units
            for token in tokens_of(unit.source)
            if token.raw[0].isupper() and len(token.raw) > 2
        )

    def replaced(self, unit: Unit, match: TermMatch) -> bool:
        """Tell whether something else seems to stand for ``match``, which has no rendering.

        The translation has a word like it; or it is as long as translations are, and has a name
        that the source has not, or the source has the term twice, or is so short that nothing
        can be left out of it unseen.
        """
        if any(folded(match.form) in folded(code.text) for code in unit.target.code):
            return False
        ours = {folded(token.raw) for token in tokens_of(unit.source)}
        theirs = [token for token in tokens_of(unit.target) if folded(token.raw) not in ours]
        if any(_derived(folded(match.form), folded(token.raw)) for token in theirs):
            return True
        length = size(unit.source)
        ratio = log(max(1, size(unit.target)) / max(1, length))
        if self.usual.distance(ratio, max(1, length)) < _SHORTER:
            return False
        if match.form != match.form.lower() and any(map(self._names, theirs)):
            return True
        twice = sum(other.term is match.term for other in unit.terms.source) > 1
        return twice or len(unit.source.text.split()) <= _FEW

    def _names(self, token: Token) -> bool:
        return special(token.raw) or token.raw in self.names


def _derived(term: str, word: str) -> bool:
    shared = Prefix.similarity(term, word)
    return shared >= max(_STEM, _SHARE * len(term))
