"""TMX files taken apart: versions 1.1 to 1.4b, levels 1 and 2, read in portions.

The parser is expat, which knows no network. Files come from strangers: entities may not be
declared at all, and nothing that has to be held in memory may be large.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final
from xml.parsers import expat

from l10n.memory.tmx_codes import CODES, quoted, text_of, written
from l10n.model.errors import Flaw, InputError

LARGEST: Final = 1_000_000  # characters of one segment, note or property
_TOKEN: Final = 8_000_000  # bytes of one tag or comment, which expat holds until it ends
_DEEPEST: Final = 50  # elements within elements
_MANY: Final = 10_000  # elements in one unit

Attributes = dict[str, str]


@dataclass(slots=True)
class Said:
    """What a unit or one of its variants says besides its text, as in the file."""

    attributes: Attributes = field(default_factory=dict)
    notes: list[tuple[str, Attributes]] = field(default_factory=list)
    props: list[tuple[str, Attributes]] = field(default_factory=list)


@dataclass(slots=True)
class Variant:
    """A tuv: one language's text, and as XML where it holds inline codes."""

    language: str
    said: Said
    text: str = ""
    marked: str = ""


@dataclass(slots=True)
class TmxUnit:
    """A tu with its variants; ``line`` is where it begins."""

    line: int
    said: Said
    variants: list[Variant] = field(default_factory=list)


def parse_tmx(portions: Iterable[bytes], path: str) -> Iterator[tuple[Attributes, TmxUnit]]:
    """Yield each unit of a TMX file with its header's attributes.

    ``path`` is how errors call the file. Raises InputError, with the line, where the file is no
    TMX, is damaged, declares entities or holds what is too large to be a sentence.
    """
    return _Parser(path).read(portions)


class _Parser:
    def __init__(self, path: str) -> None:
        self._path = path
        self._header: Attributes = {}
        self._done: list[TmxUnit] = []
        self._open: list[str] = []  # elements that have not ended
        self._unit: TmxUnit | None = None
        self._variant: Variant | None = None
        self._content: list[str] | None = None  # of a note, prop or seg
        self._attributes: Attributes = {}  # of the note or prop
        self._xml: list[str] = []  # the seg as it is written
        self._code: list[str] = []  # the content of an inline code
        self._codes = 0  # inline codes and what they hold that have not ended
        self._kind = ""  # the type of the outermost
        self._size = self._elements = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        self._expat = parser

    def read(self, portions: Iterable[bytes]) -> Iterator[tuple[Attributes, TmxUnit]]:
        fed = 0
        for portion in chain(portions, (b"",)):
            try:
                self._expat.Parse(portion, not portion)
            except expat.ExpatError as error:
                why = expat.errors.messages.get(error.code) or expat.ErrorString(error.code)
                raise self._refused(f"is not XML: {why}") from None
            except (LookupError, ValueError) as error:  # an encoding that Python has not
                raise self._refused(f"cannot be read: {error}") from None
            fed += len(portion)
            if fed - self._expat.CurrentByteIndex > _TOKEN:
                raise self._refused("holds a tag or comment of more than 8 MB")
            done, self._done = self._done, []
            yield from ((self._header, unit) for unit in done)

    def _refused(self, found: str, allowed: str = "", remedy: str = "") -> InputError:
        return InputError(
            Flaw(f"{self._path}:{self._expat.CurrentLineNumber}", found, allowed, remedy)
        )

    def _entity(self, name: str, *_: object) -> None:
        raise self._refused(
            f'declares the entity "{name}"',
            "a TMX file without declarations of its own: entities can grow to gigabytes",
            "remove <!ENTITY …>, or export the file once more from where it came from",
        )

    def _skipped(self, name: str, *_: object) -> None:
        raise self._refused(f'uses the entity "{name}", which nothing declares')

    def _start(self, name: str, attributes: Attributes) -> None:
        if not self._open and name != "tmx":
            raise self._refused(f"holds <{name}> and no TMX", "a file that begins with <tmx>")
        self._open.append(name)
        self._elements += 1
        if len(self._open) > _DEEPEST or self._elements > _MANY:
            raise self._refused("holds more elements within one unit than any text needs")
        if self._content is not None:
            self._start_inline(name, attributes)
        elif name == "header":
            self._header = attributes
        elif name == "tu":
            self._unit = TmxUnit(self._expat.CurrentLineNumber, Said(attributes))
            self._elements = self._size = 0
        elif name == "tuv" and self._unit:
            language = attributes.get("xml:lang") or attributes.get("lang") or ""
            self._variant = Variant(language, Said(attributes))
        elif self._unit if name in ("note", "prop") else name == "seg" and self._variant:
            self._content, self._xml, self._attributes = [], [], attributes
        elif self._unit is None:
            self._elements = 0

    def _start_inline(self, name: str, attributes: Attributes) -> None:
        listed = "".join(f' {key}="{quoted(value)}"' for key, value in attributes.items())
        self._xml.append(f"<{name}{listed}>")
        if self._codes or name in CODES:
            if not self._codes:
                self._code, self._kind = [], attributes.get("type", "")
            self._codes += 1

    def _text(self, text: str) -> None:
        if self._content is None:
            return
        self._size += len(text)
        if self._size > LARGEST:
            raise self._refused("holds a unit of more than a million characters")
        (self._code if self._codes else self._content).append(text)
        self._xml.append(quoted(text))

    def _end(self, name: str) -> None:
        self._open.pop()
        if self._content is not None and name not in ("note", "prop", "seg"):
            self._xml.append(f"</{name}>")
            if self._codes:
                self._codes -= 1
                if not self._codes:
                    self._content.append(text_of("".join(self._code), self._kind))
        elif name == "seg" and self._variant and self._content is not None:
            self._variant.text = "".join(self._content)
            xml = "".join(self._xml)
            plain = "<" not in xml or xml == written(self._variant.text)
            self._variant.marked = "" if plain else xml
            self._content = None
        elif name in ("note", "prop") and self._content is not None and self._unit:
            said = (self._variant or self._unit).said
            each = ("".join(self._content), self._attributes)
            (said.notes if name == "note" else said.props).append(each)
            self._content = None
        elif name == "tuv" and self._variant and self._unit:
            self._unit.variants.append(self._variant)
            self._variant = None
        elif name == "tu" and self._unit:
            self._done.append(self._unit)
            self._unit = None
