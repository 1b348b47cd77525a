"""What engines do to texts with marks: the failures that people report, and worse."""

import re
from collections.abc import Callable
from random import Random

_MARK = re.compile(r"</?(?:g|x|a|img)\b[^<>]*>|[XQZ]P[OCH][0-9]+[XQZ]")
_JUNK = (
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "](https://evil.example)",
    "[click](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "https://evil.example",
    "www.evil.example",
    "evil@example.net",
    "<b>",
    "</g>",
    "</a>",
    "<script>",
    "&lt;b&gt;",
    "&amp;lt;",
    "&#42;",
    "&copy;",
    "&",
    "<",
    ">",
    "\\",
    "!",
    "~~",
    "{{ x }}",
    "{% x %}",
    "{",
    "{: .x}",
    "$$",
    "$",
    "\n",
    "\r\n",
    "\n\n# ",
    "1. ",
    "# ",
    "+ ",
    "> ",
    "|",
    " ",
    "  ",
    "\u00a0",
    "\u202e",
    "\u2028",
    "\x00",
    "\ud800",
    "[^1]",
    "<!--",
    "XPH1X",
    "XP",
    '<x id="1"/>',
    '<g id="1">',
    '<img id="1">',
    '<x id="99"/>',
    "ª",
    "```",
    "^",
)


def _places(text: str) -> list[re.Match[str]]:
    return list(_MARK.finditer(text))


def drop(text: str, random: Random) -> str:
    marks = _places(text)
    if not marks:
        return text
    mark = random.choice(marks)
    return text[: mark.start()] + text[mark.end() :]


def double(text: str, random: Random) -> str:
    marks = _places(text)
    if not marks:
        return text
    mark = random.choice(marks)
    return text[: mark.end()] + mark[0] + text[mark.end() :]


def move(text: str, random: Random) -> str:
    marks = _places(text)
    if not marks:
        return text
    mark = random.choice(marks)
    rest = text[: mark.start()] + text[mark.end() :]
    at = random.choice((0, len(rest), random.randint(0, len(rest))))
    return rest[:at] + mark[0] + rest[at:]


def swap(text: str, random: Random) -> str:
    marks = _places(text)
    if len(marks) < 2:
        return text
    one, two = sorted(random.sample(marks, 2), key=lambda mark: mark.start())
    return text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]


def other_number(text: str, random: Random) -> str:
    return re.sub(r"[0-9]+(?=\"|[XQZ])", lambda _: str(random.randint(0, 9)), text, count=1)


def translated_attribute(text: str, random: Random) -> str:
    new = random.choice(('id="numéro"', 'identifiant="1"', 'id=""', 'class="1" id="1"', "id=1"))
    return re.sub(r'id="[0-9]+"', new, text, count=random.randint(1, 2))


def spaced(text: str, random: Random) -> str:
    def widen(match: re.Match[str]) -> str:
        blanks = random.choice(("", " ", "  ", "\n")), random.choice(("", " ", "\t"))
        return blanks[0] + match[0] + blanks[1]

    return _MARK.sub(widen, text)


def tight(text: str, random: Random) -> str:
    return re.sub(rf" ?({_MARK.pattern}) ?", r"\1", text)


def unescaped(text: str, random: Random) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escaped(text: str, random: Random) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def junk(text: str, random: Random) -> str:
    at = random.choice((0, len(text), random.randint(0, len(text))))
    return text[:at] + random.choice(_JUNK) + text[at:]


def cut(text: str, random: Random) -> str:
    return text[: random.randint(0, len(text))]


def without_words(text: str, random: Random) -> str:
    return "".join(mark[0] for mark in _places(text))


def shuffled(text: str, random: Random) -> str:
    words = text.split(" ")
    random.shuffle(words)
    return " ".join(words)


def louder(text: str, random: Random) -> str:
    return text.upper()


def fenced(text: str, random: Random) -> str:
    return f"```markdown\n{text}\n```"


def nothing(text: str, random: Random) -> str:
    return text


DAMAGES: tuple[Callable[[str, Random], str], ...] = (
    drop,
    double,
    move,
    swap,
    other_number,
    translated_attribute,
    spaced,
    tight,
    unescaped,
    escaped,
    junk,
    junk,
    junk,
    cut,
    without_words,
    shuffled,
    louder,
    fenced,
    nothing,
)


def damaged(text: str, random: Random) -> str:
    """Return ``text`` after one to three of the damages."""
    for _ in range(random.choice((1, 1, 2, 3))):
        text = random.choice(DAMAGES)(text, random)
    return text
