"""Inline codes of TMX level 2: what of them belongs into a Markdown text.

bpt, ept, ph, it and ut hold codes of the format that the text came from; hi marks text, and sub
is text inside a code (TMX 1.4b, section 4). Codes that are Markdown or HTML are text to us;
those of other formats (RTF, the numbered tags of a translation tool) mean nothing in a post.
"""

import re

CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})

_CHARACTER = re.compile(r"x-u([0-9a-f]{4,6})")
_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKDOWN = re.compile(r"[*_~`]+|!?\[|\](?:\([^()]*\)|\[[^\[\]]*\])?|<[^\s<>]+:[^\s<>]+>")
_HTML = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var"
    r"|wbr)(?:\s[^<>]*)?/?>|&(?:\w+|#\d+);",
    re.I,
)


def text_of(code: str, kind: str) -> str:
    """Return what stands in the text for an inline code; ``kind`` is its type attribute."""
    character = _CHARACTER.fullmatch(kind)
    if character:
        return chr(int(character[1], 16)) if int(character[1], 16) < 0x110000 else ""
    return code if _MARKDOWN.fullmatch(code) or _HTML.fullmatch(code) else ""


def quoted(text: str) -> str:
    """Return ``text`` as the content of an element or attribute; what XML cannot hold goes."""
    return _NOT_XML.sub(lambda match: "&#13;" if match[0] == "\r" else "", _escaped(text))


def written(text: str) -> str:
    """Return ``text`` as the content of a seg; what XML cannot hold becomes an empty ph."""
    return _NOT_XML.sub(_strange, _escaped(text))


def _escaped(text: str) -> str:
    for character, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot")):
        text = text.replace(character, f"&{name};")
    return text


def _strange(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "&#13;" if code == 13 else f'<ph type="x-u{code:04x}"></ph>'
