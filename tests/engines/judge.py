"""Whether a translation holds what its source holds, judged without the protection's own eyes."""

import re
from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.token import Token

from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.model.inline import Tag

_MARKDOWN = {
    Dialect.COMMONMARK: MarkdownIt("commonmark"),
    Dialect.GFM: MarkdownIt("commonmark").enable("strikethrough"),
}
_KINDS = {
    "em_open": "emphasis",
    "strong_open": "strong",
    "s_open": "strikethrough",
    "code_inline": "code",
}
_LABELS = "\n\n[label]: https://label.example"


def holdings(text: str, dialect: Dialect) -> Counter[tuple[str, ...]]:
    """Return what our own reader finds in a message, as a multiset without places."""
    inline = parse_inline(text, dialect)
    found: Counter[tuple[str, ...]] = Counter()
    found.update(("link", each.kind, each.target, each.title) for each in inline.links)
    found.update(("image", each.target, each.title) for each in inline.images)
    found.update(("code", each.text) for each in inline.code)
    found.update(("tag", _tag(each)) for each in inline.tags)
    found.update(("placeholder", each.raw) for each in inline.placeholders)
    found.update(("footnote", each.label) for each in inline.footnotes)
    found.update(("label", each.label) for each in inline.labels)
    found.update(("emphasis", each.kind) for each in inline.emphases)
    found.update(("line",) for _ in re.findall(r"\r\n|\r|\n", text))
    found.update(("address", each) for each in re.findall(r"(?:https?://|www\.)\S", text))
    return found


def agreed(text: str, dialect: Dialect) -> bool:
    """Whether both readers see the same emphases and as many code spans in a message."""
    ours = Counter(key[1] if key[0] == "emphasis" else key[0] for key in _keys(text, dialect))
    theirs = Counter(_KINDS.get(key[0], "") for key in rendered(text, dialect).elements())
    return all(ours[kind] == theirs[kind] for kind in _KINDS.values())


def _keys(text: str, dialect: Dialect) -> list[tuple[str, ...]]:
    return list(holdings(text, dialect).elements())


def _tag(tag: Tag) -> str:
    return tag.normal


def rendered(text: str, dialect: Dialect) -> Counter[tuple[str, ...]]:
    """Return what markdown-it-py makes of a message: an independent reader of CommonMark."""
    found: Counter[tuple[str, ...]] = Counter()

    def walk(tokens: list[Token] | None) -> None:
        for token in tokens or ():
            if token.type in ("code_inline", "html_inline"):
                found[token.type, token.content] += 1
            elif token.type in ("link_open", "image"):
                target = token.attrs.get("href") or token.attrs.get("src") or ""
                found[token.type, str(target), str(token.attrs.get("title", ""))] += 1
            elif token.type not in ("text", "inline", "text_special") and token.nesting >= 0:
                found[(token.type,)] += 1
            walk(token.children)

    # A word before each line, as in the block they stand in: nothing at their start begins
    # another. A build writes hard breaks by itself, whatever blanks stand before them.
    lines = [f"x {line.strip(' ')}" for line in text.split("\n")]
    walk(_MARKDOWN[dialect].parse("\n".join(lines) + _LABELS))
    return found
