"""A rendered page, read by a real HTML parser: its skeleton, its words, what is no prose."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

# The tags whose content is no prose: it must come through a translation as it is.
_VERBATIM = frozenset({"code", "pre", "math", "script", "style", "svg"})

# kramdown renders `$$…$$` as \(…\) and \[…\] for MathJax to find.
_MATH = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it came: ``/p`` is an end tag. Only addresses are kept of its attributes.

    Classes and ids are left out, since ids derive from the words of headings.
    """

    name: str
    href: str | None = None
    src: str | None = None

    def __str__(self) -> str:
        addresses = [
            f" {key}={value!r}"
            for key, value in (("href", self.href), ("src", self.src))
            if value is not None
        ]
        return f"<{self.name}{''.join(addresses)}>"


@dataclass(frozen=True, slots=True)
class Page:
    """What a judge compares. All parts are in reading order."""

    skeleton: tuple[Tag, ...]
    words: tuple[str, ...]  # of prose: outside code, math, scripts and addresses
    attribute_words: tuple[str, ...]  # of alt and title attributes
    verbatim: tuple[str, ...]  # the texts of code and math, and comments


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` that hold a letter, addresses left out."""
    words = WORD.findall(_ADDRESS.sub(" ", text))
    return [word for word in words if any(char.isalpha() for char in word)]


def read_page(html: str) -> Page:
    """Read ``html``, a page or a fragment of one; what is not well formed never raises."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_text()
    return Page(
        tuple(reader.skeleton),
        tuple(reader.words),
        tuple(reader.attribute_words),
        tuple(reader.verbatim),
    )


class _Reader(HTMLParser):
    """html.parser reports tags and texts one by one; this sorts them into a Page's parts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.skeleton: list[Tag] = []
        self.words: list[str] = []
        self.attribute_words: list[str] = []
        self.verbatim: list[str] = []
        self._text = ""
        self._inside: list[str] = []  # the verbatim tags now open

    def end_text(self) -> None:
        """Sort what was read since the last tag."""
        text, self._text = self._text, ""
        if self._inside:
            self.verbatim += [text] if text else []
            return
        self.verbatim += _MATH.findall(text)
        self.words += words_of(_MATH.sub(" ", text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end_text()
        values = dict(attrs)
        self.skeleton.append(Tag(tag, values.get("href"), values.get("src")))
        for name in ("alt", "title"):
            self.attribute_words += words_of(values.get(name) or "")
        if tag in _VERBATIM:
            self._inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_endtag(self, tag: str) -> None:
        self.end_text()
        self.skeleton.append(Tag(f"/{tag}"))
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_comment(self, data: str) -> None:
        self.end_text()
        self.verbatim.append(data)
