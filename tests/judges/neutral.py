"""What a judge cannot read is made inert before it renders a post, and kept to be compared.

Inert text holds no letter, so that it counts neither as prose nor as a word left untranslated.
"""

import re
from dataclasses import dataclass

_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n.*?(?:^)(?:(?P=mark)|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_INERT = "0"
_INERT_JSX = ":0"  # may stand where a tag has an attribute

# What sites add to Markdown and a judge takes for words: task boxes, the kinds of alerts, and
# the anchors that some documentation builders read behind a heading.
_BOX = re.compile(r"^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\](?=\s)", re.MULTILINE)
_ALERT = re.compile(r"^([ \t]*(?:>[ \t]*)+)\[![A-Za-z]+\]", re.MULTILINE)
_ANCHOR = re.compile(r"(?<=\S)\[\[[\w-]+\]\](?=[ \t]*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Neutral:
    """A post's body as a judge may read it, and the pieces a translation must not touch."""

    text: str
    pieces: tuple[str, ...]


def strip_front_matter(text: str) -> str:
    """Return ``text`` from behind its front matter (``---`` or ``+++``), if it has one."""
    return _FRONT_MATTER.sub("", text, count=1)


_LIQUID = re.compile(
    r"\{%-?\s*(?P<block>highlight|comment)\b.*?-?%\}.*?\{%-?\s*end(?P=block)\s*-?%\}"
    r"|\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}"
    r"|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}|(?<=[^\n{]) \{#[^}\n]*\}")


def neutralise_jekyll(text: str) -> Neutral:
    """Return the body with Liquid as Jekyll would have rendered it, more or less.

    ``highlight`` becomes a ``pre``, ``comment`` nothing, ``raw`` its content, all other tags
    and outputs inert text. Attribute lists stay, since kramdown reads them.
    """
    body = strip_front_matter(text)
    pieces: list[str] = []

    def rendered(found: re.Match[str]) -> str:
        pieces.append(found[0])
        if found["raw"] is not None:
            return found["raw"]
        match found["block"]:
            case "highlight":
                return f"\n<pre>{_INERT}</pre>\n"
            case "comment":
                return ""
        return _INERT

    neutral = _LIQUID.sub(rendered, body)
    pieces += _ATTRIBUTES.findall(neutral)
    return Neutral(neutral, tuple(pieces))


_FENCE = (
    r"(?P<fence>^(?P<lead>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<ticks>`{3,}|~{3,})[^\n]*$.*?"
    + (r"(?:^[ \t>]*(?P=ticks)[`~]*[ \t]*$|\Z))")
)
_CODE = r"(?P<code>(?<!`)(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`))"
_MDX_COMMENT = r"(?P<comment><!--.*?-->)"
_MATH = r"(?P<math>\$\$.*?\$\$|\\\\\(.*?\\\\\)|(?<![\\\w])\$(?=\S)[^$\n`]*?(?<=\S)\$(?!\d))"
_ESM = r"(?P<esm>^(?:import|export)\b[^\n]*(?:\n(?!\s*\n)[^\n]+)*)"
_EXPRESSION = r"(?P<expression>(?<!\\)\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\})"
_MDX = re.compile(
    "|".join((_FENCE, _CODE, _MDX_COMMENT, _MATH, _ESM, _EXPRESSION)), re.DOTALL | re.MULTILINE
)


# In expressions, the keys that a project offers as it does attributes; see PostGroup.attributes.
_OFFERED = re.compile(
    r"""(\b(?:alt|title|label|aria-label|placeholder|caption)["']?\s*:\s*)("[^"]*"|'[^']*')"""
)


def neutralise_mdx(text: str) -> Neutral:
    """Return the body without ESM and with inert text for ``{…}`` outside code and math.

    The pieces are without the values of those object keys that are offered by default.
    """
    body = strip_front_matter(text.replace("\r\n", "\n"))
    pieces: list[str] = []

    def rendered(found: re.Match[str]) -> str:
        if found["esm"] is None and found["expression"] is None:
            return found[0]  # code, a comment or math: a judge reads these itself
        pieces.append(_OFFERED.sub(r"\1", found[0]))
        return "" if found["esm"] is not None else _INERT_JSX

    return Neutral(_without_boxes(_MDX.sub(rendered, body)), tuple(pieces))


def neutralise_plain(text: str) -> Neutral:
    """Return the body behind the front matter, with task boxes and alerts made inert."""
    return Neutral(_without_boxes(strip_front_matter(text)), ())


def _without_boxes(text: str) -> str:
    text = _BOX.sub(rf"\g<1>{_INERT}", text)
    return _ANCHOR.sub("", _ALERT.sub(rf"\g<1>{_INERT}", text))
