"""memory: a project's catalogs remembered, and files of other tools."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO

from l10n.catalog import new_header, parse_catalog, write_catalog
from l10n.memory import Memory, TmxTally, read_tmx, text_key, tidy_tag, write_tmx
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.memory import Origin, Query, Remembered
from l10n.model.message import Catalog, Message, State
from l10n.model.terms import Glossary
from l10n.workflow.extract import CatalogPlace, read_catalog

_ADOPTED = "adopted from "  # how adoption begins the comment of a draft
_FORM = b"1"  # of what is remembered of a catalog; another one makes all of them be read anew


@dataclass(frozen=True, slots=True)
class Fed:
    """What remember() did: catalogs it read, translations it found in them, catalogs that are
    no longer there, and why some could not be read."""

    read: tuple[str, ...] = ()
    translations: int = 0
    gone: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def remember(
    memory: Memory, places: Iterable[CatalogPlace], anew: bool = False, dry: bool = False
) -> Fed:
    """Bring ``memory`` up to ``places``, which are all catalogs of a project.

    Only catalogs that changed since are read, all of them ``anew``. What a catalog no longer
    says is forgotten, imported translations are not. A catalog that cannot be read is left as
    it was remembered. Nothing is written where nothing changed, or the run is ``dry``.
    """
    known = memory.catalogs()
    changed: list[tuple[CatalogPlace, bytes, list[Remembered]]] = []
    flaws: list[Flaw] = []
    present = set()
    for place in places:
        if place.data is None:
            continue
        present.add(place.path)
        digest = blake2b(place.data, digest_size=16, key=_FORM + place.language.tag.encode())
        if known.get(place.path) == digest.digest() and not anew:
            continue
        try:
            catalog = read_catalog(place.data, place.path, place.language).catalog
        except InputError as error:
            flaws += error.flaws
            continue
        found = list(translations_of(catalog, place.language.tag, place.path))
        changed.append((place, digest.digest(), found))
    gone = tuple(path for path in known if path not in present)
    if not changed and not gone:
        return Fed(flaws=tuple(flaws))
    with memory.writing(dry):
        for path in gone:
            memory.forget(path)
        count = sum(memory.replace(place.path, digest, found) for place, digest, found in changed)
        if anew:
            memory.tidy()
    return Fed(tuple(place.path for place, _, _ in changed), count, gone, tuple(flaws))


def translations_of(catalog: Catalog, language: str, place: str) -> Iterator[Remembered]:
    """Yield what a catalog says: its translated messages, obsolete ones too, and what was
    adopted from a post in doubt, which is marked as such.

    No other drafts are remembered, whoever wrote them: offered to other posts they would spread
    what nobody has confirmed, and their own catalog has them already. Nor are plural forms,
    which posts do not have.
    """
    live = [message for message in catalog.messages if not message.obsolete]
    queries = {message.key: query for message, query in zip(live, queries_of(live), strict=True)}
    for message in catalog.messages:
        origin = _origin(message)
        if origin is None or not message.msgstr or message.msgid_plural is not None:
            continue
        query = Query("") if message.obsolete else queries[message.key]
        yield Remembered(
            message.msgid,
            message.msgstr,
            language,
            origin,
            place,
            None if query.before is None else text_key(query.before),
            None if query.after is None else text_key(query.after),
        )


def _origin(message: Message) -> Origin | None:
    """Return who answers for a translation; None where nobody does."""
    if not message.fuzzy:
        return Origin.HUMAN
    adopted = any(line.startswith(_ADOPTED) for line in message.translator_comments)
    return Origin.DOUBTFUL if adopted and message.state is State.DRAFT else None


def queries_of(messages: Sequence[Message]) -> tuple[Query, ...]:
    """Return a Query for each of the live ``messages`` of one catalog, with its neighbours.

    Before the first and behind the last one stands the empty text.
    """
    texts = ["", *(message.msgid for message in messages), ""]
    triples = zip(texts, texts[1:], texts[2:], strict=False)
    return tuple(Query(text, before, after) for before, text, after in triples)


def kept_words(glossary: Glossary, language: str) -> tuple[str, ...]:
    """Return the words that stay as they are in ``language``: what Memory.lookup() may exchange."""
    found = ((term, term.rendering(language)) for term in glossary.terms)
    return tuple(
        form for term, rendering in found if rendering and rendering.keep for form in term.forms
    )


def read_translations(
    portions: Iterable[bytes],
    name: str,
    source: Language,
    languages: Sequence[Language],
    chosen: Language | None,
    tally: TmxTally,
) -> Iterator[Remembered]:
    """Yield the translations that a file, called ``name``, has for ``languages``.

    It is TMX, or PO of the language ``chosen`` or named in its header. ``tally`` is told what
    was left out. Raises InputError while it is read.
    """
    ending = name.lower().rpartition(".")[2]
    place = name.rpartition("/")[2]
    if ending == "tmx":
        tags = [chosen.tag] if chosen else [language.tag for language in languages]
        yield from read_tmx(portions, name, place, source.tag, tags, tally)
    elif ending == "po":
        catalog = parse_catalog(b"".join(portions), name).catalog
        tag = chosen.tag if chosen else tidy_tag(catalog.field("Language") or "")
        if not tag:
            remedy = "add --language LANG"
            raise InputError(Flaw(name, "does not say its language", remedy=remedy))
        yield from translations_of(catalog, tag, place)
    else:
        found = f'"{ending}" files hold no translations that can be read'
        raise InputError(Flaw(name, found, ".tmx, .po"))


def written_translations(
    memory: Memory, name: str, source: Language, languages: Sequence[Language], version: str
) -> tuple[bytes, int]:
    """Return the file ``name``, TMX or PO, with all translations into ``languages``, and how
    many these are. PO holds one language, and of several translations of a text the first.

    Raises InputError for another ending, or several languages in PO.
    """
    tags = [language.tag for language in languages]
    count = 0

    def counted() -> Iterator[Remembered]:
        nonlocal count
        for each in memory.translations(tags):
            count += 1
            yield each

    ending = name.lower().rpartition(".")[2]
    if ending == "tmx":
        whole = BytesIO()  # a million of them are half a gigabyte, which join() would double
        whole.writelines(write_tmx(counted(), source.tag, version))
        return whole.getvalue(), count
    if ending != "po":
        raise InputError(Flaw(name, f'"{ending}" files cannot be written', ".tmx, .po"))
    if len(languages) != 1:
        raise InputError(
            Flaw(name, "a PO file holds one language", ", ".join(tags), "add --language LANG")
        )
    messages: dict[str, Message] = {}
    for each in memory.translations(tags):
        message = Message(each.source, each.target, references=(each.place,) if each.place else ())
        messages.setdefault(each.source, message)
    catalog = Catalog(new_header(languages[0], ""), messages=tuple(messages.values()))
    return write_catalog(catalog), len(messages)
