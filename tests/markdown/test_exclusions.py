"""What translators never get as a message of its own."""

import pytest

from l10n.model.dialect import Dialect
from tests.markdown.built import messages

GFM, KRAMDOWN, MDX, PLAIN = Dialect.GFM, Dialect.KRAMDOWN, Dialect.MDX, Dialect.COMMONMARK

_NOTHING = [
    (PLAIN, "```py\nwords\n```\n"),
    (PLAIN, "~~~\nwords\n"),
    (PLAIN, "    words\n"),
    (PLAIN, "`words`\n"),
    (PLAIN, "- `words`\n"),
    (PLAIN, "# `words`\n"),
    (PLAIN, "---\n"),
    (PLAIN, "![](words.png)\n"),
    (PLAIN, "[![](words.png)](https://words.example)\n"),
    (PLAIN, "<https://words.example>\n"),
    (PLAIN, "https://words.example/a\n"),
    (PLAIN, "[https://words.example](https://words.example)\n"),
    (PLAIN, "<words@words.example>\n"),
    (PLAIN, "<!-- words -->\n"),
    (PLAIN, "<script>\nwords\n</script>\n"),
    (PLAIN, "<style>words</style>\n"),
    (PLAIN, "<pre>words</pre>\n"),
    (PLAIN, "<?php words ?>\n"),
    (PLAIN, "<![CDATA[ words ]]>\n"),
    (PLAIN, "[words]: https://words.example\n"),
    (PLAIN, "2026\n"),
    (PLAIN, "1.\n"),
    (PLAIN, '{{< words "words" >}}\n'),
    (PLAIN, "{{< highlight go >}}\nwords\n{{< /highlight >}}\n"),
    (GFM, "$$\nwords\n$$\n"),
    (GFM, "$words$\n"),
    (GFM, "\\\\[ words \\\\]\n"),
    (GFM, "{% words %}\n"),
    (GFM, "{{ words }}\n"),
    (GFM, "{% raw %}words{% endraw %}\n"),
    (GFM, "{# words #}\n"),
    (GFM, "[TOC]\n"),
    (GFM, "::: words\n:::\n"),
    (GFM, "> [!NOTE]\n"),
    (GFM, '```\n::: note Title\n!!! note "Title"\n    x\n```\n'),
    (KRAMDOWN, "{% highlight words %}\nwords\n{% endhighlight %}\n"),
    (KRAMDOWN, "\\\\\n"),
    (KRAMDOWN, "{: .words}\n"),
    (KRAMDOWN, "{::comment}\nwords\n{:/comment}\n"),
    (KRAMDOWN, "* words\n{:toc}\n"),
    (KRAMDOWN, "```\n*[HTML]: words\n```\n"),
    (KRAMDOWN, "^\n"),
    (MDX, 'import { Words } from "words"\n'),
    (MDX, "export const words = 1\n"),
    (MDX, "{words}\n"),
    (MDX, "{/* words */}\n"),
    (MDX, '<Words words="words" />\n'),
    (MDX, "{#if words}\n{/if}\n"),
    (MDX, '<!-- <Card title="words" /> -->\n'),
    (MDX, '```jsx\n<Card title="words" />\n```\n'),
    (MDX, "```py\nimport words\n```\n"),
]


@pytest.mark.parametrize(("dialect", "source"), _NOTHING)
def test_nothing_is_offered(dialect: Dialect, source: str) -> None:
    assert messages(source, dialect) == []


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (GFM, "# Words {#id}\n", "Words"),
        (GFM, "# Words[[anchor]]\n", "Words"),
        (GFM, "- [x] Words\n", "Words"),
        (GFM, "Words <!-- c -->\n", "Words"),
        (GFM, "![](a.png) Words\n", "Words"),
        (GFM, "<br>\nWords\n", "Words"),
        (GFM, "{% if a %}Words{% endif %}\n", "Words"),
        (KRAMDOWN, "Words{: .x}\n", "Words"),
        (KRAMDOWN, "\\\\\nWords\n", "Words"),
        (MDX, "<Tip>Words</Tip>\n", "Words"),
        (
            GFM,
            "Words `code` <https://a.example> <b>x</b>\n",
            "Words `code` <https://a.example> <b>x</b>",
        ),
        (GFM, "{{ a }} Words\n", "{{ a }} Words"),
        (MDX, "Words {a} more\n", "Words {a} more"),
    ],
)
def test_the_rest_of_the_line_is_the_message(dialect: Dialect, source: str, expected: str) -> None:
    assert messages(source, dialect) == [expected]


def test_only_the_named_attributes_are_offered() -> None:
    source = '<div title="Title words" data-x="no" alt="Alt words" label="Label words"></div>\n'

    assert messages(source, PLAIN) == ["Title words", "Alt words", "Label words"]
