"""A post's bytes become its segments, in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.markdown.blocks import Blocks, Run, read_blocks
from l10n.markdown.code import inside
from l10n.markdown.dialects import OPTIONS, find_masks
from l10n.markdown.frontmatter import FrontMatter, Scalar, find_front_matter, read_scalars
from l10n.markdown.html import read_html
from l10n.markdown.masks import Mask, cover
from l10n.markdown.msgid import read_text
from l10n.markdown.pipe_tables import read_cells
from l10n.markdown.references import read_titles
from l10n.markdown.trim import trim
from l10n.model.dialect import Dialect
from l10n.model.segment import Form, Segment

BOM = b"\xef\xbb\xbf"
_BREAK_LINE = re.compile(rb"\\\\[ \t]*\r?\n[ \t>]*\Z")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_IMAGE = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\([^()]*\)")
_LINK_LIST = re.compile(r"(?:\[(?:[^\]\\]|\\.)*\]\([^()]*\)[\s,;|·•—–-]*){2,}")
_MARKUP = re.compile(r"!?\[((?:[^\]\\]|\\.)*)\](?:\([^()]*\)|\[[^\]]*\])|[*_`]{1,3}")


@dataclass(frozen=True, slots=True)
class ReadPost:
    """A source post as it was read: what `build_post` needs to write a translation of it."""

    data: bytes
    dialect: Dialect
    body: int  # byte offset of the Markdown behind BOM and front matter
    segments: tuple[Segment, ...]
    skeleton: tuple[object, ...]
    front: FrontMatter | None
    scalars: tuple[tuple[int, Scalar], ...]  # start offset → what the front matter room needs


def read_post(
    data: bytes,
    dialect: Dialect,
    front_matter: Sequence[str] = (),
    attributes: Sequence[str] = ("alt", "title"),
    path: str = "",
) -> ReadPost:
    """Return what is translatable in the UTF-8 bytes of a post.

    ``front_matter`` names the dotted keys to offer, ``attributes`` those of HTML and JSX tags.
    Raises InputError when the front matter is needed and cannot be parsed, and
    UnicodeDecodeError for bytes that are not UTF-8; never anything else on content.
    """
    front = find_front_matter(data)
    body = front.body if front else len(BOM) if data.startswith(BOM) else 0
    scalars = read_scalars(data, front, front_matter, path) if front and front_matter else ()
    found = [
        Segment(scalar.value, scalar.start, scalar.end, Form.SCALAR, f"front matter: {scalar.key}")
        for scalar in scalars
    ]
    segments, skeleton = _read_body(data[body:], dialect, attributes, body)
    return ReadPost(
        data,
        dialect,
        body,
        (*found, *segments),
        skeleton,
        front,
        tuple((scalar.start, scalar) for scalar in scalars),
    )


def read_skeleton(body: bytes, dialect: Dialect) -> tuple[object, ...]:
    """Return the block skeleton of a Markdown body, to be compared with another's."""
    masked = cover(body, find_masks(body, dialect, ()))
    return read_blocks(masked.decode(), OPTIONS[dialect]).skeleton


def _read_body(
    body: bytes, dialect: Dialect, attributes: Sequence[str], offset: int
) -> tuple[list[Segment], tuple[object, ...]]:
    masks = find_masks(body, dialect, attributes)
    masked = cover(body, masks)
    text = masked.decode()
    options = OPTIONS[dialect]
    blocks = read_blocks(text, options)
    reader = _Reader(body, masked, dialect, masks, offset)
    found = list(reader.runs(blocks))
    for start, end in blocks.html:
        found += reader.html(start, end, attributes)
    for start, end, quote in read_titles(text, masked, options):
        found.append(reader.segment(start, end, Form.TITLE, "link title", quote=quote))
    found += reader.offers(found)
    found.sort(key=lambda segment: segment.start)
    return found, blocks.skeleton


class _Reader:
    """Turns the parts of one body into segments; offsets of the post, not of the body."""

    __slots__ = ("body", "dialect", "masked", "masks", "offset")

    def __init__(
        self, body: bytes, masked: bytes, dialect: Dialect, masks: tuple[Mask, ...], offset: int
    ) -> None:
        self.body = body
        self.masked = masked
        self.dialect = dialect
        self.masks = masks
        self.offset = offset

    def segment(
        self, start: int, end: int, form: Form, kind: str, quote: bytes = b"", depth: int = 0
    ) -> Segment:
        msgid = read_text(self.body, start, end, depth).msgid
        return Segment(msgid, start + self.offset, end + self.offset, form, kind, quote=quote)

    def runs(self, blocks: Blocks) -> Iterator[Segment]:
        kramdown = self.dialect is Dialect.KRAMDOWN
        for run in blocks.runs:
            if not run.words:
                continue
            if self.body[run.start - 1 : run.start] == b"\\" and run.start:
                run.start -= (
                    1  # the parser's range of an escaped character leaves out its backslash
                )
            start, end = trim(self.masked, run, self.masks)
            if start == end:
                continue
            form, kind = _describe(self.body, run)
            if kramdown and form is Form.BLOCK and b"|" in self.body[start:end]:
                cells = () if self._after_break(start) else read_cells(self.masked, start, end)
                for first, last in cells:
                    if _LETTER.search(self.masked, first, last):
                        yield self.segment(first, last, Form.CELL, "table cell")
                if cells:
                    continue
            depth = run.containers.count("BlockQuote")
            read = read_text(self.body, start, end, depth, run.breaks, run.labels, kramdown)
            if kind == "paragraph":
                kind = _refine(read.msgid)
            yield Segment(
                read.msgid,
                start + self.offset,
                end + self.offset,
                form,
                kind,
                read.prefix,
                read.hard_break,
            )

    def _after_break(self, start: int) -> bool:
        """Whether kramdown sees a paragraph that began with a `\\\\` line before ``start``."""
        return bool(_BREAK_LINE.search(self.body[max(0, start - 80) : start]))

    def html(self, start: int, end: int, attributes: Sequence[str]) -> Iterator[Segment]:
        for kind, first, last, quote in read_html(self.masked, start, end, attributes, self.masks):
            if kind == "text":
                yield self.segment(first, last, Form.HTML, "html text", depth=9)
            else:
                yield self.segment(first, last, Form.ATTRIBUTE, kind, quote)

    def offers(self, found: Sequence[Segment]) -> Iterator[Segment]:
        """Yield the words inside masks, except where a message shows the whole construct."""
        shown = sorted(
            (segment.start - self.offset, segment.end - self.offset) for segment in found
        )
        for mask in self.masks:
            if not mask.offers or inside(shown, mask.start):
                continue
            for offer in mask.offers:
                if not _LETTER.search(self.body, offer.start, offer.end):
                    continue
                form = Form.SCRIPT if offer.script else Form.ATTRIBUTE if offer.quote else Form.LINE
                yield self.segment(offer.start, offer.end, form, offer.kind, offer.quote)


def _describe(body: bytes, run: Run) -> tuple[Form, str]:
    block = run.block
    if block == "Heading":
        line_start = max(body.rfind(b"\n", 0, run.start), body.rfind(b"\r", 0, run.start)) + 1
        atx = b"#" in body[line_start : run.start]
        return (Form.LINE if atx else Form.BLOCK), f"heading {run.level}"
    if block == "TableCell":
        return Form.CELL, "table header" if "TableHead" in run.containers else "table cell"
    if block == "DefinitionListTitle":
        return Form.LINE, "term"
    for container in reversed(run.containers):
        if container == "Item":
            return Form.BLOCK, "list item"
        if container == "BlockQuote":
            return Form.BLOCK, "quote"
        if container == "FootnoteDefinition":
            return Form.BLOCK, "footnote"
        if container == "DefinitionListDefinition":
            return Form.BLOCK, "definition"
    return Form.BLOCK, "paragraph"


def _refine(msgid: str) -> str:
    if msgid[0] == "!" and _IMAGE.fullmatch(msgid):
        return "image"
    if msgid[0] == "[" and _LINK_LIST.fullmatch(msgid):
        return "link list"
    return "paragraph"


def heading_trails(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Return for each segment, in reading order, the headings above it, outermost first."""
    result: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    for segment in segments:
        level = int(segment.kind[8:]) if segment.kind.startswith("heading ") else 0
        if level:
            above = [entry for entry in above if entry[0] < level]
        result.append(tuple(title for _, title in above))
        if level:
            title = _MARKUP.sub(lambda match: match[1] or "", segment.msgid).strip()
            above.append((level, title))
    return result
