"""Damage that only kramdown saw, found by throwing fragments at posts; each once and for all."""

import pytest

from l10n.markdown.build import build_post
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from tests.judges.kramdown import Kramdown
from tests.properties.block_tags import block_tags

pytestmark = pytest.mark.judge

_CASES = {
    "two underlined lines become one, a heading": ("Words\ntwo\n===\n", "eins zwei"),
    "a pipe in a paragraph": ("Words\n", "a | b"),
    "a pipe in the title of a definition": ('[a]: /u "Words"\n\ntext\n', '<a href="x"> |'),
    "a pipe in an abbreviation": ("*[HTML]: Words\n", "| a | b |"),
    "an escaped tag in an HTML element": (
        "<details>\n<summary>1</summary>\n\nWords\n\n</details>\n",
        "<div>",
    ),
    "Markdown right behind an HTML element": ("<p>1</p>\n- Words\n- 2\n", "# kop"),
    "a tag in a cell": ("Words | 1\n2 | 3\n", "<textarea>"),
    "escaped backticks around a pipe": ("- Words | 1\n", "\\` </div> \\`"),
    "a backtick with blanks around it is no code": ("Words\n", "` *** <script> `a|b`"),
    "a cell that opens its line": ("Words | 1\n---|---\n2 | 3\n", ": def"),
    "a control character in front of a sign": ("Words | 1\n2 | 3\n", "\x0c > zitat"),
    "a note in front of a colon": ("Words[^1]\n\n[^1]: 1\n", "[^1]: z"),
    "display math in a paragraph": ("Words\n", "$$x$$"),
    "a term that ends a block": ("Words\n: 1\n", "^"),
    "terms on two lines": ("Words\n1\n: 2\n", "eins"),
}


@pytest.mark.parametrize(("source", "text"), _CASES.values(), ids=_CASES.keys())
def test_kramdown_sees_the_same_blocks(kramdown: Kramdown, source: str, text: str) -> None:
    post = read_post(source.encode(), Dialect.KRAMDOWN)
    wanted = [text if "Words" in segment.msgid else None for segment in post.segments]
    built = build_post(post, wanted)

    assert any(wanted)
    assert block_tags(kramdown.render, built.data) == block_tags(kramdown.render, post.data)
