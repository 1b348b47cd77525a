"""Merge: the messages of a post as it is now take over what translators did before.

The ladder, from the certain to the likely: the same message, wherever it stands and obsolete or
not; the same words with other addresses, emphasis marks or white space; the same words with
other numbers; similar words. docs/adr/0003-merge-identity.md tells why.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.catalog.anchors import expected
from l10n.catalog.carry import carry
from l10n.catalog.features import Reader
from l10n.catalog.numbers import numberless, renumbered
from l10n.catalog.similar import Place, assign
from l10n.catalog.wording import skeleton_of
from l10n.model.message import Catalog, Message

_ENOUGH = 0.6  # as in gettext (FUZZY_THRESHOLD in msgl-fsearch.c and message.h)
_COPIED = 0.75  # of a translation that another message keeps
_NEAR = 16  # of many messages with the same words, how many before and after are looked at
_GONE = 0.02  # a message that was obsolete already is the less likely one


def merge(old: Catalog, fresh: Sequence[Message]) -> Catalog:
    """Return ``old`` brought to ``fresh``, the post's messages in reading order.

    Comments and references come from ``fresh``; translations, flags and translator comments
    from ``old``. What was translated and is nowhere in ``fresh`` any more follows as obsolete.
    Nothing of ``old`` that is translated is lost; two messages never have one key.
    """
    if len(fresh) == len(old.messages) and all(map(_same, old.messages, fresh)):
        return old
    ladder = _Ladder(old.messages, fresh)
    ladder.exact()
    if None in ladder.merged:
        ladder.same_words()
        ladder.similar(_ENOUGH, copies=False)
        ladder.similar(_COPIED, copies=True)
    return replace(old, messages=tuple(ladder.result()))


def _same(known: Message, message: Message) -> bool:
    return (
        known.msgid == message.msgid
        and known.msgctxt == message.msgctxt
        and known.extracted_comments == message.extracted_comments
        and known.references == message.references
        and not known.obsolete
    )


class _Ladder:
    """What was found so far: for each of ``fresh`` its merged message, or None."""

    def __init__(self, old: Sequence[Message], fresh: Sequence[Message]) -> None:
        self.old = old
        unique: dict[tuple[str | None, str], Message] = {}
        for message in fresh:
            unique.setdefault(message.key, message)
        self.fresh = list(unique.values())
        self.merged: list[Message | None] = [None] * len(self.fresh)
        self.origins: list[int | None] = [None] * len(
            self.fresh
        )  # numbers in ``old``, live ones only
        self.used: set[int] = set()  # numbers in ``old`` that live messages continue

        self.skeletons: dict[str, str] = {}  # by msgid
        self.places: list[tuple[int, ...]] = []  # where in ``old`` each of ``fresh`` is expected

    def exact(self) -> None:
        """The same message, wherever it stands; of two the better translated one."""
        known: dict[tuple[str | None, str], int] = {}
        for number, message in enumerate(self.old):
            first = known.setdefault(message.key, number)
            if first != number and _worth(message) > _worth(self.old[first]):
                known[message.key] = number
        for at, message in enumerate(self.fresh):
            origin = known.get(message.key)
            if origin is not None:
                self._take(at, origin, _placed(self.old[origin], message))

    def same_words(self) -> None:
        """The same words, or the same but for numbers."""
        self.places = expected(self.origins)
        old = {number: self._skeleton(self.old[number].msgid) for number in self._donors()}
        by_words = _grouped(old.items())
        for at, skeleton in self._wanted():
            number = self._nearest(at, by_words.get(skeleton, ()))
            if number is not None:
                self._take(at, number, _carried(self.old[number], self.fresh[at]))
        left = [(at, text, numberless(text)) for at, text in self._wanted()]
        left = [(at, text, rest) for at, text, rest in left if rest != text]
        free = ((at, numberless(text)) for at, text in old.items() if at not in self.used)
        by_rest = _grouped(free) if left else {}
        for at, skeleton, rest in left:
            number = self._nearest(at, by_rest.get(rest, ()))
            if number is not None and number not in self.used:
                known = self.old[number]
                text = renumbered(old[number], skeleton, known.msgstr)
                self._take(at, number, replace(_outdated(known, self.fresh[at]), msgstr=text))

    def similar(self, enough: float, copies: bool) -> None:
        """Similar words. With ``copies`` a translation that is in use may serve once more."""
        wanted = list(self._wanted())
        donors = [number for number in self._donors() if copies or number not in self.used]
        if not wanted or not donors:
            return
        reader = Reader()
        old = [
            Place(
                reader.read(self._skeleton(self.old[number].msgid)),
                (number,),
                _GONE if self.old[number].obsolete else 0.0,
            )
            for number in donors
        ]
        self.places = expected(self.origins)
        new = [Place(reader.read(skeleton), self.places[at]) for at, skeleton in wanted]
        for place, slot in assign(new, old, enough, once=not copies).items():
            at, number = wanted[place][0], donors[slot]
            self._take(at, number, _outdated(self.old[number], self.fresh[at]))

    def result(self) -> Iterator[Message]:
        """Give the live messages, then the obsolete ones in the order they had."""
        keys = {message.key for message in self.fresh}
        for message, merged in zip(self.fresh, self.merged, strict=True):
            yield merged or message
        for number, message in enumerate(self.old):
            filled = message.msgstr or any(message.msgstr_plural)
            if number in self.used or message.key in keys or not filled:
                continue
            keys.add(message.key)
            if message.obsolete:
                yield message
            else:
                yield replace(message, obsolete=True, extracted_comments=(), references=())

    def _donors(self) -> Iterator[int]:
        return (number for number, message in enumerate(self.old) if message.msgstr)

    def _wanted(self) -> Iterator[tuple[int, str]]:
        """Give number and skeleton of each new message that continues no old one."""
        for at, merged in enumerate(self.merged):
            if merged is None:
                yield at, self._skeleton(self.fresh[at].msgid)

    def _skeleton(self, msgid: str) -> str:
        skeleton = self.skeletons.get(msgid)
        if skeleton is None:
            skeleton = self.skeletons[msgid] = skeleton_of(msgid)
        return skeleton

    def _nearest(self, at: int, numbers: Sequence[int]) -> int | None:
        """Return which of ``numbers`` it is: rather a free one, a live one, a near one."""
        if not numbers:
            return None
        places = self.places[at]
        near: set[int] = set()
        for place in places:
            middle = bisect_left(numbers, place)
            near.update(numbers[max(0, middle - _NEAR) : middle + _NEAR])
        return min(
            near,
            default=None,
            key=lambda number: (
                number in self.used,
                self.old[number].obsolete,
                min(abs(number - place) for place in places),
            ),
        )

    def _take(self, at: int, number: int, merged: Message) -> None:
        self.merged[at] = merged
        self.used.add(number)
        if not self.old[number].obsolete:
            self.origins[at] = number


def _grouped(texts: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for number, text in texts:
        groups.setdefault(text, []).append(number)
    return groups


def _worth(message: Message) -> tuple[bool, bool, bool]:
    filled = bool(message.msgstr or any(message.msgstr_plural))
    return filled, filled and not message.fuzzy, not message.obsolete


def _placed(known: Message, message: Message) -> Message:
    """Return ``known`` as it is, where ``message`` stands."""
    if _same(known, message):
        return known
    return replace(
        known,
        obsolete=False,
        extracted_comments=message.extracted_comments,
        references=message.references,
    )


def _carried(known: Message, message: Message) -> Message:
    """Return the translation of ``known`` for ``message``, which has the same words."""
    text = carry(known.msgid, message.msgid, known.msgstr)
    if text is None or known.msgctxt != message.msgctxt:
        return _outdated(known, message)
    return replace(_placed(known, message), msgid=message.msgid, msgstr=text)


def _outdated(known: Message, message: Message) -> Message:
    """Return the translation of ``known`` for ``message``, to be looked at by a person.

    What was outdated already keeps the msgid that it is the translation of.
    """
    previous = known.previous_msgid if known.fuzzy else None
    return replace(
        _placed(known, message),
        msgid=message.msgid,
        msgctxt=message.msgctxt,
        flags=known.flags if known.fuzzy else ("fuzzy", *known.flags),
        previous_msgid=known.msgid if previous is None else previous,
        previous_msgctxt=known.msgctxt if previous is None else known.previous_msgctxt,
    )
