import pytest

from tests.judges.neutral import (
    neutralise_jekyll,
    neutralise_mdx,
    neutralise_plain,
    strip_front_matter,
)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\na: b\n---\nx\n", "x\n"),
        ("\ufeff---\r\na: b\r\n---\r\nx\r\n", "x\r\n"),
        ("+++\na = 1\n+++\nx", "x"),
        ("---\n---\nx", "x"),
        ("---\nnever closed\n", "---\nnever closed\n"),
        ("x\n---\ny\n---\n", "x\n---\ny\n---\n"),
    ],
)
def test_front_matter_is_cut_off(text: str, body: str) -> None:
    assert strip_front_matter(text) == body


def test_liquid_becomes_what_jekyll_would_have_made_of_it() -> None:
    neutral = neutralise_jekyll(
        "a {{ page.title }} b {% include x.html %}\n\n"
        "{% highlight python %}\n# not a heading\n{% endhighlight %}\n\n"
        "{% raw %}{x}{% endraw %}\n\n# H {#id}\n{: .c}\n"
    )

    assert neutral.text == "a 0 b 0\n\n\n<pre>0</pre>\n\n\n{x}\n\n# H {#id}\n{: .c}\n"
    assert neutral.pieces == (
        "{{ page.title }}",
        "{% include x.html %}",
        "{% highlight python %}\n# not a heading\n{% endhighlight %}",
        "{% raw %}{x}{% endraw %}",
        " {#id}",
        "{: .c}",
    )


def test_mdx_loses_esm_and_expressions_but_not_code_and_math() -> None:
    neutral = neutralise_mdx(
        "import {A,\n  B} from 'x'\n\n# T\n\nsay {name} in `{code}` or $\\frac{a}{b}$\n\n"
        "```js\nimport x\n{y}\n```\n\n<C d={{a: 1}} />\n{/* note */}\n"
    )

    assert neutral.text == (
        "\n\n# T\n\nsay :0 in `{code}` or $\\frac{a}{b}$\n\n"
        "```js\nimport x\n{y}\n```\n\n<C d=:0 />\n:0\n"
    )
    assert neutral.pieces == (
        "import {A,\n  B} from 'x'",
        "{name}",
        "{{a: 1}}",
        "{/* note */}",
    )


def test_offered_keys_of_an_expression_may_change_and_nothing_else_in_it() -> None:
    one, other, third = (
        neutralise_mdx(f'<C d={{[{{label: "{label}", value: "{value}"}}]}} />').pieces
        for label, value in (("a", "x"), ("b", "x"), ("a", "y"))
    )

    assert one == other
    assert one != third


def test_boxes_alerts_and_anchors_are_no_words() -> None:
    neutral = neutralise_plain("- [x] a [x]\n> [!TIP]\n> b\n\n# H[[h-1]]\n[[no]] x\n")

    assert neutral.text == "- 0 a [x]\n> 0\n> b\n\n# H\n[[no]] x\n"
