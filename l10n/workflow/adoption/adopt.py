"""A hand-translated post fills its catalog, and edits of either side reach the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from l10n.catalog import CatalogFile, update_catalog
from l10n.markdown.segments import ReadPost
from l10n.model.adoption import Adoption, Listed, Matter
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.message import Message, State
from l10n.model.post import Post
from l10n.model.terms import Glossary
from l10n.workflow.adoption.decide import DOUBT, Terms, Verdict, decide, key_of, refused
from l10n.workflow.adoption.history import Head, changes_since
from l10n.workflow.adoption.proposals import Proposal, by_hand, propose, spots_of
from l10n.workflow.adoption.report import outline, report_of
from l10n.workflow.adoption.review import Review, range_of, read_review, write_review
from l10n.workflow.adoption.same import untranslated
from l10n.workflow.adoption.standing import forms_of, standing
from l10n.workflow.adoption.synced import Seen, Synced, file_digest
from l10n.workflow.adoption.texts import digest, joined
from l10n.workflow.align import Aligned, align_posts
from l10n.workflow.units import trial

THRESHOLD = 0.9
_NO_GLOSSARY = Glossary()
_NOTHING = Synced()


@dataclass(frozen=True, slots=True)
class Place:
    """A post and its translation, with what else is known of them.

    ``head`` returns the catalog and the translated post as they are in git's HEAD, None for
    each that it does not know. ``target_path`` is how reports call the translated post.
    """

    post_id: str
    source_path: str
    target_path: str
    source: ReadPost
    target: ReadPost
    source_language: Language
    language: Language
    post: Post | None = None
    catalog: CatalogFile | None = None
    synced: Synced = _NOTHING
    review: tuple[str, bytes | None] = ("", None)
    head: Callable[[], Head] = Head
    threshold: float = THRESHOLD
    glossary: Glossary = field(default=_NO_GLOSSARY, repr=False)
    data: bytes | None = None  # of the file, where ``target`` was read from something else
    remembered: Mapping[str, str] = field(default_factory=dict, repr=False)  # of all catalogs


@dataclass(frozen=True, slots=True)
class Adopted:
    """The report, and the files as they are to be; ``review`` is b"" where none is needed."""

    report: Adoption
    catalog: bytes
    review: bytes
    synced: Synced


def compare(place: Place) -> Adoption:
    """Return how the two posts correspond, and nothing of any catalog."""
    return outline(place.post_id, _pair(place), _align(place))


def adopt_post(place: Place) -> Adopted:
    """Return the post's catalog with what its translation has, and what a person should look at.

    ``place.catalog`` must be up to the source. Raises InputError for a review file with flaws.
    """
    file = place.catalog
    if file is None:
        raise ValueError("no catalog to adopt into")
    review = read_review(place.review[1], place.review[0])
    aligned = _align(place)
    texts = {one.msgid: one.msgstr for one in file.catalog.messages if _filled(one)}
    forms = forms_of(place.post, place.source, texts)
    renderings = _renderings(place, aligned, forms, review)
    same = untranslated(
        place.source,
        [each for each in renderings if not each.meant],
        place.source_language,
        place.language,
    )
    live = {segment.msgid for segment in place.source.segments}
    seen = place.synced.posts.get(place.target_path, Seen())
    by_msgid: dict[str, list[Proposal]] = {}
    for each in renderings:
        if each.segment not in same:
            by_msgid.setdefault(place.source.segments[each.segment].msgid, []).append(each)
    readings: dict[str, set[str]] = {}
    for number, known in forms.items():
        readings.setdefault(place.source.segments[number].msgid, set()).update(known)
    terms = Terms(
        place.target_path,
        place.threshold,
        review,
        changes_since(place.head, place.language, place.target, place.post),
    )
    verdicts: list[Verdict] = []
    for message in file.catalog.messages:
        if message.obsolete or message.msgid not in live or message.msgid_plural is not None:
            verdicts.append(Verdict(message))
            continue
        verdicts.append(
            decide(
                message,
                by_msgid.get(message.msgid, ()),
                tuple(readings.get(message.msgid, ())),
                tuple(seen.messages.get(digest(message.msgid), ())),
                terms,
            )
        )
    verdicts = _tried(place, file, verdicts, by_msgid)
    report = report_of(
        outline(place.post_id, _pair(place), aligned),
        aligned,
        place.source,
        file,
        verdicts,
        {each.segment: each.target for each in renderings if each.segment in same},
        frozenset(
            at for each in renderings if each.cut or each.score >= DOUBT for at in each.parts
        ),
    )
    messages = tuple(verdict.message for verdict in verdicts)
    return Adopted(
        report,
        update_catalog(file, replace(file.catalog, messages=messages)),
        write_review(place.language.tag, place.target_path, report.listed, review),
        _synced(place, verdicts, any(_open(one, review) for one in report.listed)),
    )


def _pair(place: Place) -> tuple[str, str]:
    return place.source_path, place.target_path


def _align(place: Place) -> Aligned:
    return align_posts(
        place.source,
        place.target,
        place.source_language,
        place.language,
        place.glossary,
        place.remembered,
    )


def _filled(message: Message) -> bool:
    return message.state not in (State.UNTRANSLATED, State.OBSOLETE)


def _renderings(
    place: Place,
    aligned: Aligned,
    forms: Mapping[int, tuple[str, ...]],
    review: Review,
) -> list[Proposal]:
    """Return what the post has of each segment: as paired by hand, as known, or as aligned."""
    source = place.source
    ours, theirs = (
        spots_of(aligned.source_passages, source),
        spots_of(aligned.target_passages, place.target),
    )
    likely = propose(aligned, source, {})
    taken: dict[int, int] = {}
    found: list[Proposal] = []
    if forms:
        merged = {each.segment: each.parts for each in likely if len(each.parts) > 1 or each.cut}
        stable, edited = standing(
            len(source.segments),
            forms,
            [segment.msgid for segment in source.segments],
            {number: spot.text for number, spot in theirs.items()},
            merged,
        )
        scores = {each.segment: each.score for each in likely if not each.cut}
        for number, at in sorted({**stable, **edited}.items()):
            if number in ours:
                # What stands there unchanged may still be a draft, for its score.
                score = 1.0 if number in edited else scores.get(number, 0.0)
                spot = theirs[at]
                text = joined([spot.text], source.segments[number])
                found.append(Proposal(number, text, score, ours[number].lines, spot.lines, (at,)))
                taken[number] = at
        likely = propose(aligned, source, taken)
    wanted = {
        segment.msgid: lines
        for segment in source.segments
        if (lines := review.unpaired.get(key_of(segment.msgid)))
    }
    flaws: list[Flaw] = []

    def missing(msgid: str) -> None:
        key = key_of(msgid)
        flaws.append(
            Flaw(
                f"{review.path}:{review.lines[key]}",
                f"no text stands on lines {range_of(wanted[msgid])} of {place.target_path}",
                remedy="look the lines up in the translated post",
            )
        )

    paired = by_hand(aligned, source, wanted, missing)
    if flaws:
        raise InputError(*flaws)
    numbers = {each.segment for each in paired}
    rest = [each for each in (*found, *likely) if each.segment not in numbers]
    return sorted((*paired, *rest), key=lambda each: each.segment)


def _tried(
    place: Place,
    file: CatalogFile,
    verdicts: Sequence[Verdict],
    renderings: Mapping[str, Sequence[Proposal]],
) -> list[Verdict]:
    """Return the verdicts, with translations of ours that a build would leave out as drafts."""
    messages = tuple(verdict.message for verdict in verdicts)
    tried = replace(file, catalog=replace(file.catalog, messages=messages))
    reasons = {each.segment.msgid: each.reason for each in trial(place.source, tried)}
    result: list[Verdict] = []
    for verdict in verdicts:
        why = reasons.get(verdict.message.msgid)
        known = renderings.get(verdict.message.msgid)
        new = verdict.adopted or verdict.updated
        if why and known and new:
            best = max(known, key=lambda each: (each.text == verdict.message.msgstr, each.score))
            listed = Listed(
                Matter.REFUSED,
                best.source,
                best.target,
                verdict.message.msgid,
                verdict.message.msgstr,
                why,
                best.score,
            )
            kept = tuple(one for one in verdict.listed if one.matter is not Matter.DOUBT)
            verdict = replace(
                verdict,
                message=refused(verdict.message, place.target_path, best.score, why),
                listed=(*kept, listed),
            )
        result.append(verdict)
    return result


def _open(one: Listed, review: Review) -> bool:
    """Whether words of the post would be lost if it were built now."""
    extra = one.matter in (Matter.EXTRA, Matter.UNREAD) and review.extra.get(one.key) != "drop"
    return extra or one.matter is Matter.CONFLICT


def _synced(place: Place, verdicts: Sequence[Verdict], unsettled: bool) -> Synced:
    messages = {
        digest(verdict.message.msgid): verdict.entry for verdict in verdicts if verdict.entry
    }
    file = "" if unsettled else file_digest(place.data or place.target.data)
    return place.synced.with_seen(place.target_path, Seen(file, messages))
