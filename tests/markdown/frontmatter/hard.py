"""Texts that a YAML parser reads as something else unless they are quoted with care."""

import random

HARD = (
    *("yes", "No", "TRUE", "off", "y", "N", "null", "Null", "~", "", "=", "<<", ".inf", "-.INF"),
    *("1.0", "1", "-1", "+1", "1e3", "1.0e+3", "0x1f", "0b10", "0o17", "017", "1_000", "1,000"),
    *(".5", "5.", "1:2", "12:30:45", "-1:30", "190:20:30.15", "2020-01-01", "2020-1-1", ".nan"),
    *("2020-01-01T10:00:00Z", "2020-01-01 10:00:00", "2020-01-01 10:00:00 +01:00", ":symbol"),
    *("a: b", "a:b", "a:", "a :b", "a #b", "a#b", "# a", "- a", "-a", "-", "--- a", "---", "..."),
    *("? a", "?a", "@a", "`a`", "%a", "!a", "!!str a", "&a b", "*a", "[a]", "{a}", "{{ a }}"),
    *("|", "|a", ">", ">-", "]", "}", ",a", "a, b", "a [b]", "a {b}", "What?", "Why: what?"),
    *("a\tb", "\ta", "a\n", "\na", "a\nb", "a\n\nb", "a\n\n", "a \nb", "a\n b", "a\r\nb", "a\rb"),
    *("a\x85b", "a\u2028b", "a\u2029b", "a\0b", "a\x1bb", "a\x7fb", "a\x9fb", "a\ufffeb"),
    *(" a", "a ", "  ", "\xa0a", "a\xa0b", "a\xa0", "\ufeffa", "a\ufeffb", "\u200ba", "\u3000a"),
    *("'", '"', "''", '""', "'a'", '"a"', "a'b", 'a"b', 'it\'s: "so"', "a\\b", "\\", "\\n", "a\\"),
    *("😀", "😀 a: b", "é", "日本語：要約", "«a»", "مرحبا", "a" * 3000, "a b " * 1000 + "c"),
    *(
        "a\n- b",
        "a\n# b",
        "a\n---\nb",
        "a\n...\nb",
        "a\n\n\n b",
        "a\n  \nb",
        "a\n\tb",
        "\n",
        "\n\n",
    ),
)


def some(count: int) -> list[str]:
    """Return ``count`` texts put together from what is hard, always the same ones."""
    dice = random.Random(20200316)
    pieces = [*HARD, " ", "\n", ": ", " #", "word", "Ünï"]
    pieces = [piece for piece in pieces if len(piece) < 40]
    return ["".join(dice.choices(pieces, k=dice.randint(1, 4))) for _ in range(count)]
