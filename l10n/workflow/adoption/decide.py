"""One message, its renderings in the post, and what both were before: what is to be written."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from l10n.model.adoption import Listed, Matter
from l10n.model.message import Message, State
from l10n.workflow.adoption.proposals import Proposal
from l10n.workflow.adoption.review import Review
from l10n.workflow.adoption.texts import digest

DOUBT = 0.5  # below it, a pair is no reason for a draft
_OURS = "adopted from "
_KEY = 8  # digits of a key in a review file


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all messages of a post. ``path`` is how comments call the translated post."""

    path: str
    threshold: float
    review: Review
    # Whether catalog and post have changed since git's HEAD, given the message and renderings:
    # None where git cannot tell.
    changed: Callable[[Message, Sequence[Proposal]], tuple[bool, bool] | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one message. ``entry`` is what catalog and post now have in common."""

    message: Message
    entry: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()
    adopted: bool = False
    updated: bool = False


def key_of(*texts: str) -> str:
    """Return the key of something in a review file."""
    return digest(*texts)[:_KEY]


def ours(message: Message) -> bool:
    """Whether the message is a draft that says it was adopted."""
    return message.fuzzy and any(line.startswith(_OURS) for line in message.translator_comments)


def decide(
    message: Message,
    renderings: Sequence[Proposal],
    forms: Sequence[str],
    entry: tuple[str, ...],
    terms: Terms,
) -> Verdict:
    """Return what becomes of ``message``; nothing a person wrote is ever replaced unseen.

    ``renderings`` are those of the post, ``forms`` how the message's own translation reads in a
    post, ``entry`` what was last in common: () where that is not known.
    """
    filled = message.state is not State.UNTRANSLATED
    source = digest(message.msgid)
    if (message.fuzzy or not entry) if filled else source in entry:
        # A build writes the source where there is no translation to publish.
        renderings = [each for each in renderings if each.text != message.msgid]
    if not renderings:
        return Verdict(message, entry)
    if not filled:
        return _fill(message, renderings, terms)
    seen = tuple(dict.fromkeys(digest(each.text) for each in renderings))
    own = digest(message.msgstr)
    new = [each for each in renderings if each.text not in forms and digest(each.text) not in entry]
    equal = [each for each in renderings if each.text in forms]
    untouched = bool(entry) and entry[0] in {digest(form) for form in forms} | {own}
    if not new:
        common = tuple(dict.fromkeys((*(digest(each.text) for each in equal[:1]), *seen)))
        if equal and ours(message) and (untouched or not entry):
            return replace(_renewed(message, equal, terms), entry=common)
        if not equal:
            common = tuple(dict.fromkeys((*entry, *seen)))
        return Verdict(message, common)
    if entry:
        newer = untouched
    else:
        told = terms.changed(message, new)
        if told == (True, False):
            return Verdict(message, seen)
        newer = told == (False, True)
    if newer and untouched and ours(message):
        return _renewed(message, new, terms)
    single = len({each.text for each in new}) == 1
    sure = any(_sure(each, terms) for each in new)
    if newer and single and sure:
        return _taken(message, new[0], (digest(new[0].text), *seen))
    return _conflict(message, new, seen, entry, terms)


def _conflict(
    message: Message,
    new: Sequence[Proposal],
    seen: tuple[str, ...],
    entry: tuple[str, ...],
    terms: Terms,
) -> Verdict:
    best = max(new, key=lambda each: each.score)
    texts = sorted({each.text for each in new})
    key = key_of(message.msgid, message.msgstr, *texts)
    take = terms.review.conflicts.get(key, "")
    if take == "catalog":
        return Verdict(message, (digest(message.msgstr), *seen))
    if take == "post":
        return _taken(message, best, (digest(best.text), *seen))
    listed = Listed(
        Matter.CONFLICT,
        best.source,
        best.target,
        message.msgid,
        best.text,
        message.msgstr,
        best.score,
        key,
    )
    return Verdict(message, entry, (listed,))


def _taken(message: Message, rendering: Proposal, entry: tuple[str, ...]) -> Verdict:
    changed = _plain(message, rendering.text)
    if message.previous_msgid is not None:  # what is outdated is so in another wording, too
        changed = replace(message, msgstr=rendering.text)
    return Verdict(changed, tuple(dict.fromkeys(entry)), updated=True)


def _fill(message: Message, renderings: Sequence[Proposal], terms: Terms) -> Verdict:
    """Return the message with its most frequent rendering, the first of those as frequent."""
    counts = Counter(each.text for each in renderings)
    likely = [each for each in renderings if each.score >= DOUBT or each.cut]
    if not likely:
        return Verdict(message)
    best = max(likely, key=lambda each: (counts[each.text], _sure(each, terms), each.score))
    verdict = _written(message, best, terms)
    others = {each.text: each for each in renderings if each.text != best.text}
    variants = tuple(
        Listed(
            Matter.VARIANT,
            each.source,
            each.target,
            message.msgid,
            each.text,
            best.text,
            each.score,
        )
        for each in others.values()
    )
    entry = (digest(best.text), *map(digest, others)) if verdict.message.msgstr else ()
    return replace(
        verdict,
        entry=entry,
        listed=(*verdict.listed, *variants),
        adopted=bool(verdict.message.msgstr),
    )


def _renewed(message: Message, renderings: Sequence[Proposal], terms: Terms) -> Verdict:
    """Return a draft that nobody has touched, in the words that the post has now."""
    verdict = _fill(_emptied(message), renderings, terms)
    if not verdict.entry and not verdict.listed:
        return Verdict(message)
    if verdict.message.fuzzy and verdict.message.msgstr == message.msgstr:
        return replace(verdict, message=message)  # a score alone is no reason to write
    return verdict


def _written(message: Message, best: Proposal, terms: Terms) -> Verdict:
    if _sure(best, terms):
        return Verdict(_plain(message, best.text))
    key = key_of(message.msgid, best.text)
    decision = terms.review.doubts.get(key, "draft")
    if decision == "accept":
        return Verdict(_plain(message, best.text))
    listed = Listed(
        Matter.DOUBT,
        best.source,
        best.target,
        message.msgid,
        best.text,
        score=best.score,
        key=key,
    )
    if decision == "reject":
        return Verdict(_emptied(message), listed=(listed,))
    note = f"{_OURS}{terms.path}, score {best.score:.2f}"
    return Verdict(drafted(message, best.text, note), listed=(listed,))


def drafted(message: Message, text: str, note: str) -> Message:
    """Return a message as a draft of ours; ``note`` replaces what an earlier one said."""
    plain = _plain(message, text)
    return replace(
        plain,
        flags=("fuzzy", *plain.flags),
        translator_comments=(*plain.translator_comments, note),
    )


def refused(message: Message, path: str, score: float, why: str) -> Message:
    """Return a translation of ours that a build would leave out, as a draft that says so."""
    return drafted(message, message.msgstr, f"{_OURS}{path}, score {score:.2f}: {why}")


def _plain(message: Message, text: str) -> Message:
    return replace(
        message,
        msgstr=text,
        flags=tuple(flag for flag in message.flags if flag != "fuzzy"),
        translator_comments=tuple(
            line for line in message.translator_comments if not line.startswith(_OURS)
        ),
        previous_msgid=None,
        previous_msgctxt=None,
    )


def _emptied(message: Message) -> Message:
    return _plain(message, "")


def _sure(each: Proposal, terms: Terms) -> bool:
    return each.score >= terms.threshold and not each.cut
