"""markdown-it-py as a judge: CommonMark to the letter, or what most sites add to it.

It knows neither math nor JSX nor expressions. Math is added here; the rest is made inert
beforehand (see neutral.py), so that its verdict on MDX is close but not exact.
"""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline


def render_commonmark(text: str) -> str:
    """Return the HTML of ``text`` by CommonMark 0.31.2 and nothing else."""
    return str(_commonmark().render(text))


def render_site(text: str) -> str:
    """Return the HTML of ``text`` with tables, strikethrough, raw HTML and ``$`` math."""
    return str(_site().render(text))


@cache
def _commonmark() -> MarkdownIt:
    return MarkdownIt("commonmark")


@cache
def _site() -> MarkdownIt:
    site = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    site.inline.ruler.before("escape", "math", _inline_math)
    site.block.ruler.before("fence", "math", _block_math, {"alt": ["paragraph", "list"]})
    site.add_render_rule("math", lambda self, tokens, index, options, env: _math(tokens[index]))
    return site


def _math(token: object) -> str:
    content = getattr(token, "content", "")
    escaped = content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<math>{escaped}</math>"


def _inline_math(state: StateInline, silent: bool) -> bool:
    """``$x$``, ``$$x$$`` and ``\\\\(x\\\\)``: no blank inside the dollars, no digit after them."""
    source, start = state.src, state.pos
    for opening, closing in (("$$", "$$"), ("$", "$"), ("\\\\(", "\\\\)")):
        if not source.startswith(opening, start):
            continue
        first = start + len(opening)
        end = source.find(closing, first)
        if end <= first:
            continue
        body = source[first:end]
        after = source[end + len(closing) : end + len(closing) + 1]
        if opening == "$" and (body != body.strip() or "`" in body or after.isdigit()):
            continue
        if not silent:
            state.push("math", "math", 0).content = body
        state.pos = end + len(closing)
        return True
    return False


def _block_math(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines from one that starts with ``$$`` to one that ends with it."""
    if not _line(state, start).startswith("$$"):
        return False
    for number in range(start, end):
        line = _line(state, number)
        body = line[2:] if number == start else line
        if body.rstrip().endswith("$$"):
            if not silent:
                token = state.push("math", "math", 0)
                token.content = state.getLines(start, number + 1, state.blkIndent, False)
                state.line = number + 1
            return True
    return False


def _line(state: StateBlock, number: int) -> str:
    first = state.bMarks[number] + state.tShift[number]
    return str(state.src[first : state.eMarks[number]])
