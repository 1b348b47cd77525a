"""Posts and hostile translations, put together from pieces of Markdown of our own."""

from hypothesis import strategies as st

from l10n.model.dialect import Dialect

BLOCKS = (
    "Words of a paragraph\nthat goes on.",
    "# Head",
    "Setext head\n===",
    "Two lines\nof setext\n---",
    "- item\n- other item\n\n- loose",
    "1. one\n2. two\n   - deep\n\n     para",
    "> quote words\n> more\n>> nested\n> lazy\nlazy line",
    "- [ ] task\n- [x] done",
    "a  \nb\\\nc",
    "| a | b |\n|---|:-:|\n| c `d` | e\\|f |",
    "a | b\nc | d",
    '![alt words](i.png "title words")',
    '[link](u "t w") and [ref] and [ref][] and [Full text][ref].\n\n[ref]: /u "Ref title"',
    "<div>\nhtml words <b>bold</b>\n</div>",
    "<details>\n<summary>Sum words</summary>\n\nInner words.\n\n</details>",
    "<table><tr><td>Cell words</td></tr></table>",
    "```py\ncode\n```",
    "    indented code\n    more",
    "$$\nx\n$$",
    "Inline $$x$$ math words",
    "{% include a %}",
    "Value {{ v }} here {% x %} end",
    "{% highlight x %}\ncode\n{% endhighlight %}",
    "<!-- comment -->",
    "words <!-- c --> more <br> tag <span>x</span>",
    "> [!NOTE]\n> Alert words",
    '!!! note "Title"\n    Inner words',
    "::: note Title\nInner\n:::",
    "* * *",
    "***Strong emph*** para",
    "`code` only `x` words and `multi\nline`",
    "<https://a.example> words",
    "- a\n\n  ```\n  code\n  ```\n  after",
    "> - q item\n>   more\n>\n> para",
    'text <img src="a" alt="alt words"/> after',
    "{{< n >}}inner words{{< /n >}}",
    "&amp; entity start",
    "\\* escaped start",
    "import x from 'y'\n\n<Tip title=\"Tip title\">\n\nTip {words}\n\n</Tip>",
)
KRAMDOWN_BLOCKS = (
    "term\n: definition words\n\n: second",
    "two\nterms\n: definition",
    "Note[^1] here.\n\n[^1]: The note\n    goes on.\n\n    Second par.",
    "\\\\\nAfter break",
    "line one\\\\\nline two",
    "words\n{: .cls}",
    "## Head {#id}",
    "The HTML abbr.\n\n*[HTML]: Hyper Text",
    '<div markdown="1">\nmd *words*\n</div>',
    "<div>\nraw\n</div>\nright behind",
    "* a\n* b\n{:.x}",
    "- term | x\n- b",
    "*emph*{: .c} words",
)
_FRAGMENTS = r"""
1. Mai|- x|* |+|# kop|> zitat|===|---|***|```|~~~|```py|`|``|<div>|</div>|<b>|</b>|<|<!--|-->
|<br>|<p>|{|}|{%|%}|{{|}}|{% raw %}|{: .x}|{:toc}|{::comment}|$$|$|\|\\|*|**|_|[x]|[x]: y
|[^1]: z|[^1]|[^n]|*[A]: b|![|](u)|[a](b)|![a](b)|: def|^|&lt;|&|import x|export y|    code|é
|漢字|<script>|</p>|<https://a.b>|http://a.b|\[|\]|\(|\\(|\\[|\\]|]]>|<![CDATA[|<?php|?>|<!X|:::
|::: note|!!! note|??? x|=== "T"|[!NOTE]|[ ] t|[x] t|1)|10.|-|--|:--|====|<div markdown=1>
|<pre>|</pre>|<code>|<textarea>|<details>|<table>|<td>|^[n]|{{<|{{< x >}}|{{% y %}}|{#id}|{#|#}
|[[a]]|&#35;|"|'|(|)|<a href="x">|</a>|{::nomarkdown}|{:/}|{:/comment}|<img src=x>|<hr>|$$x$$
|<div|< div>|<DIV>|</|<x-y>|=|1986. x|\`|a\|word|Zwei Worte"""
FRAGMENTS = (
    *_FRAGMENTS.replace("\n", "").split("|"),
    *("|", "\\|", "a|b", "| a | b |\n|---|---|", "--- | ---", "`a|b`", "*\t", "-\t", "\t"),
    *("\n", "\n\n", "\r\n", "\r", "\u2028", "\u0085", "\x0b", "\x0c", "\x00", "\ufeff"),
)

translations = st.builds(
    lambda pieces, joint: joint.join(pieces),
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8),
    st.sampled_from(("", " ", "\n")),
)


def posts(dialect: Dialect) -> st.SearchStrategy[bytes]:
    """Posts of a dialect, with blank lines between their blocks and line ends of either kind."""
    blocks = BLOCKS + KRAMDOWN_BLOCKS if dialect is Dialect.KRAMDOWN else BLOCKS
    return st.builds(
        lambda parts, end, line_end: ("\n\n".join(parts) + end).replace("\n", line_end).encode(),
        st.lists(st.sampled_from(blocks), min_size=1, max_size=6),
        st.sampled_from(("", "\n", "\n\n")),
        st.sampled_from(("\n", "\r\n")),
    )


def soup() -> st.SearchStrategy[bytes]:
    """Anything at all: blocks and fragments glued together, and arbitrary text."""
    pieces = st.one_of(
        st.sampled_from(BLOCKS + KRAMDOWN_BLOCKS + FRAGMENTS),
        st.sampled_from(("\n", "\r\n", "\r", "\n\n", " ", "    ", "> ", "- ")),
        st.text(max_size=12),
    )
    return st.lists(pieces, max_size=14).map(lambda parts: "".join(parts).encode())
