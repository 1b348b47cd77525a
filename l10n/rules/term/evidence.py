"""Whether a term without a rendering was said in other words, or left out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from rapidfuzz.distance import OSA, Prefix

from l10n.model.terms import Term, TermMatch
from l10n.model.unit import Unit
from l10n.rules.length.ratios import SHORTEST, Measure, measure, size
from l10n.rules.scripts import FOREIGN
from l10n.rules.term.found import copied, lacking
from l10n.rules.term.names import LATIN, Token, folded, special, tokens_of

_WORD = re.compile(rf"[{LATIN}]+")
_INSIDE = re.compile(r"[^\W\d_],? $|[^\W\d_][’']$")  # of a sentence
# Words of a source in which nothing is left out without leaving a gap: of a term of several words,
# for which there is no other word, or where the translation is long; of a name; of a single word.
_MORE, _FEW, _TINY = 25, 12, 6
_SHORTER = -1.5  # spreads of length: a translation below that may have left something out
_A_LITTLE = -1.0  # the same of a short one without a name
_AS_LONG, _LONGER = -0.25, 0.1  # a translation above the one has hardly, the other has not
_MISSING, _PARDONED = 0.1, 3  # a share of the terms, and a number where there are few
_STEM = 5  # letters that a rendering shares with the term it is derived from
_SHARE = 0.6  # of the term's letters
_SHORTEST = 4  # letters of a term in which one may be wrong
_NAME = 3  # letters of the shortest name that can be told from an abbreviation
_CAPITALISING: Final = frozenset({"de", "lb", "nds"})  # every noun, not only names


@dataclass(frozen=True)
class Evidence:
    """All Units of a language: what is usual in it."""

    units: Sequence[Unit]

    @cached_property
    def usual(self) -> Measure:
        """How long translations are."""
        return measure(self.units)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each Latin word stands in any message, in the source or the translation."""
        counts: Counter[str] = Counter()
        for unit in self.units:
            counts.update(_WORD.findall(unit.message.msgid.casefold()))
            counts.update(_WORD.findall(unit.message.msgstr.casefold()))
        return counts

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital in any source."""
        return frozenset(
            word
            for unit in self.units
            for word in _WORD.findall(unit.message.msgid)
            if word[0].isupper() and len(word) > 2
        )

    @cached_property
    def faithful(self) -> bool:
        """Whether nearly all terms are rendered here, so that one that is not stands out."""
        missing = sum(len(unit.terms.missing) for unit in self.units)
        right = sum(len({id(match.term) for match in unit.terms.target}) for unit in self.units)
        return missing <= max(_MISSING * (missing + right), _PARDONED)

    def unique(self, unit: Unit, word: str, term: Term | None = None) -> bool:
        """Tell whether no other message has ``word``, nor a source; but for ``term``, if given."""
        plain = word.casefold()
        alone = self.words[plain] == self._own(unit)[plain]
        return alone or (term is not None and self.alien(word, term))

    def alien(self, word: str, term: Term) -> bool:
        """Tell whether ``word`` stands nowhere but where ``term`` is lacking, and in no source.

        The same slip made twice is still a slip; a word of the language has other places.
        """
        plain = word.casefold()
        total = self.words[plain]
        places = self._lacking.get(id(term), ()) if total else ()
        return bool(total) and total == sum(self._own(unit)[plain] for unit in places)

    def _stranger(self, word: str) -> bool:
        """Tell whether ``word`` stands only where some term is lacking, and in no source."""
        plain = word.casefold()
        total = self.words[plain]
        return bool(total) and total == sum(self._own(unit)[plain] for unit in self._poorer)

    @cached_property
    def _poorer(self) -> list[Unit]:
        """The Units that render any term fewer times than their source has it."""
        places = {id(unit): unit for units in self._lacking.values() for unit in units}
        return list(places.values())

    @cached_property
    def _lacking(self) -> dict[int, list[Unit]]:
        """By id of a Term, the Units that render it fewer times than their source has it."""
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            for term in lacking(unit) if unit.terms.source else ():
                found.setdefault(term, []).append(unit)
        return found

    def _own(self, unit: Unit) -> Counter[str]:
        """Return how often each word stands in one translation."""
        counts = self._counted.get(id(unit))
        if counts is None:
            counts = Counter(_WORD.findall(unit.message.msgstr.casefold()))
            self._counted[id(unit)] = counts
        return counts

    @cached_property
    def _counted(self) -> dict[int, Counter[str]]:
        return {}

    def replaced(self, unit: Unit, match: TermMatch) -> bool:
        """Tell whether something else seems to stand for ``match``, which has no rendering.

        The translation has the word itself, or one like it; or it is as long as translations are,
        and has a name that the source has not, or the source has the term twice, or is so short
        that nothing can be left out of it unseen.
        """
        term = folded(match.form)
        if any(term in _WORD.findall(folded(code.text)) for code in unit.target.code):
            return False
        surface = folded(unit.source.text[slice(*match.span)])
        ours = {folded(token.raw) for token in tokens_of(unit.source)}
        tokens = tokens_of(unit.target)
        theirs = [token for token in tokens if folded(token.raw) not in ours]
        name = match.form != match.form.lower()
        others = ours - set(_WORD.findall(f"{term} {surface}"))
        if any(_derived(term, folded(token.raw), name, others) for token in theirs):
            return True
        if any(folded(token.raw) in (term, surface) for token in tokens):
            return not copied(unit, match.span)
        parts = [part for part in _WORD.findall(term) if part.isalpha()] if name else []
        if parts != [term] and any(folded(token.raw) in parts for token in tokens):
            return True  # GPT-3 for GPT-2
        words = len(unit.source.text.split())
        distance = self._distance(unit, name)
        if distance < _SHORTER:
            return False
        if name and any(self.names_another(unit, word, match.term) for word in theirs):
            return True
        if sum(other.term is match.term for other in unit.terms.source) > 1:
            return True
        if " " in match.form:
            return words <= _MORE
        if distance > _LONGER:
            return words <= _MORE
        if name:
            return words <= _FEW and distance > _A_LITTLE
        if self.faithful:
            return words <= (_MORE if distance > _AS_LONG else _FEW)
        return words <= _TINY and distance > _AS_LONG

    def _distance(self, unit: Unit, name: bool) -> float:
        """Return how long a translation is, in spreads; of a short text only beside a name.

        There a name left out is a gap, while other words are too few to tell.
        """
        length = size(unit.source)
        if not length or (length < SHORTEST and not name):
            return 0.0
        return self.usual.distance(log(max(1, size(unit.target)) / length), length)

    def names_another(self, unit: Unit, token: Token, term: Term) -> bool:
        """Tell whether a word of the translation is a name that its source has not."""
        raw = token.raw
        if special(raw) or raw in self.names:
            return True
        if not raw[0].isupper() or len(raw) < _NAME:
            return False
        language = unit.language.tag.partition("-")[0]
        before = unit.target.text[max(0, token.span[0] - 3) : token.span[0]]
        # A capital says nothing at the beginning of a sentence, unless by being Latin at all.
        told = language in FOREIGN or (
            language not in _CAPITALISING and _INSIDE.search(before) is not None
        )
        return told and (self.unique(unit, raw, term) or self._stranger(raw))


def _derived(term: str, word: str, name: bool, others: Iterable[str]) -> bool:
    """Tell whether a word begins as the term does, or differs from a name in one letter only.

    ``others`` are the source's other words: it may be derived from one of them.
    """
    shared = Prefix.similarity(term, word)
    if shared >= max(_STEM, _SHARE * len(term)):
        return all(Prefix.similarity(other, word) < shared for other in others)
    return name and len(term) >= _SHORTEST and OSA.distance(term, word, score_cutoff=1) == 1
