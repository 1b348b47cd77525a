"""Messages made at random from all that a message may hold."""

from random import Random

_WORDS = (
    "the new model is faster than last year's, and we like it. Read more about this in our "
    "blog post! snake_case R&D 5 < 6 a * b 30% (really) “quoted” 中文 naïve x² it's 2024 1. one"
).split()
_WHOLE = (
    "<https://auto.example/x>",
    "https://bare.example/a_b?c=d",
    "me@example.org",
    "[^1]",
    "![](pic.png)",
    "`code`",
    "``a`b``",
    "`pip install foo`",
    "<br>",
    "<!-- note -->",
    "<kbd>Ctrl</kbd>",
    "<code>a b</code>",
    "\n",
    r"\*",
    "&lt;",
    "&nbsp;",
    "</i>",
    "<u>",
)
_LINKS = 5  # of these first ones may stand in no link
_KRAMDOWN = ("{{ site.url }}", "{% include x.html %}", "$$a_b$$", "{: .note}")
_AROUND = (
    ("*", "*"),
    ("**", "**"),
    ("_", "_"),
    ("~~", "~~"),
    ("[", "](https://link.example/p)"),
    ("[", '](/local "A title")'),
    ("[", "](<a b>)"),
    ("[", "][label]"),
    ("![", "](image.png)"),
    ("<b>", "</b>"),
    ('<span class="x">', "</span>"),
    ("<sup>", "</sup>"),
)


def message(random: Random, kramdown: bool = False, depth: int = 0, linked: bool = False) -> str:
    """Return a message; ``kramdown`` adds what only that dialect knows.

    No link stands inside another: the parsers that judge do not agree on what that would be.
    """
    pieces: list[str] = []
    for _ in range(random.randint(1, 6 if depth else 9)):
        dice = random.random()
        if dice < 0.5 or depth > 2:
            pieces.append(" ".join(random.choices(_WORDS, k=random.randint(1, 5))))
        elif dice < 0.7:
            whole = _WHOLE + (_KRAMDOWN if kramdown else ())
            pieces.append(random.choice(whole[_LINKS:] if linked else whole))
        else:
            before, after = random.choice(_AROUND)
            while linked and "[" in before:
                before, after = random.choice(_AROUND)
            inside = linked or "[" in before
            inner = message(random, kramdown, depth + 1, inside).strip().replace("\n", " ")
            pieces.append(before + inner + after)
    glue = " " if random.random() < 0.85 else ""
    return glue.join(pieces).strip("\n")
