"""A million texts to remember and new ones to look up, the same in every run.

Real sentences of the English posts of the corpus are cut anywhere and spliced, one to three to a
text, so that texts share words and halves as those of a newsletter do. Without the corpus the
sentences are made of invented words whose frequencies follow Zipf's law.
"""

import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path

from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect

_ELSEWHERE = re.compile(
    r"/(?:fr|es|zh|pt|tr|ar)/|\[(?:FR|PT|ZH|TR)|\.(?:fr|es|zh)\.|简报|_FR|AR\._"
)
_END = re.compile(r"(?<=[.!?]) +")
_HELD_BACK = 5  # every fifth sentence is in nothing that is remembered


def sentences(corpus: Path | None) -> tuple[list[str], list[str]]:
    """Return sentences to build a memory from, and others that are to be in none of it."""
    found = sorted(_real(corpus)) if corpus else sorted(_invented(random.Random(3)))
    back = [text for text in found if zlib.crc32(text.encode()) % _HELD_BACK == 0]
    return [text for text in found if zlib.crc32(text.encode()) % _HELD_BACK], back


def _real(corpus: Path) -> set[str]:
    found: set[str] = set()
    for path in sorted(corpus.rglob("*")):
        if path.suffix.lower() not in (".md", ".mdx") or _ELSEWHERE.search(path.as_posix()):
            continue
        try:
            read = read_post(path.read_bytes(), Dialect.GFM, (), (), path.name)
        except Exception:  # a post that is refused is not what is measured here
            continue
        for segment in read.segments:
            found.update(each for each in _END.split(segment.msgid) if 3 <= len(each) <= 300)
    return found


def _invented(chance: random.Random) -> set[str]:
    sounds = [a + b for a in "bdfgklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er")]
    words = ["".join(chance.choices(sounds, k=chance.choice((1, 2, 2, 3)))) for _ in range(9_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    return {
        " ".join(chance.choices(words, weights, k=chance.randint(4, 28))).capitalize() + "."
        for _ in range(9_000)
    }


def remembered(pool: list[str], count: int) -> list[str]:
    """Return ``count`` different texts."""
    chance = random.Random(20)
    texts: dict[str, None] = {}
    while len(texts) < count:
        if text := _spliced(pool, chance):
            texts[text] = None
    return list(texts)


def queries(texts: list[str], pool: list[str], back: list[str], count: int) -> list[str]:
    """Return new texts: a third small edits of remembered ones, a fifth large ones, a tenth with
    other numbers, the others made of sentences that are in no remembered text, or cut in half."""
    chance = random.Random(75)
    words = [word for text in pool for word in text.split()]
    made: list[str] = []
    numbered = [text for text in texts[:50_000] if re.search(r"\d", text)] or texts[:1]
    kinds: tuple[tuple[float, Callable[[], str]], ...] = (
        (0.33, lambda: _edited(chance.choice(texts), words, chance.choice((1, 1, 2)), chance)),
        (0.20, lambda: _edited(chance.choice(texts), words, chance.randint(3, 7), chance)),
        (
            0.10,
            lambda: re.sub(r"\d", lambda _: chance.choice("123456789"), chance.choice(numbered)),
        ),
        (0.07, lambda: _spliced(pool, chance)),
        (0.30, lambda: " ".join(chance.sample(back, chance.choice((1, 1, 1, 2, 3))))),
    )
    known = set(texts)
    while len(made) < count:
        make = chance.choices([kind for _, kind in kinds], [share for share, _ in kinds])[0]
        text = make()
        if text and text not in known:
            made.append(text)
    return made


def _spliced(pool: list[str], chance: random.Random) -> str:
    parts = []
    for _ in range(chance.choice((1, 1, 1, 2))):
        head, tail = chance.choice(pool).split(), chance.choice(pool).split()
        parts += head[: chance.randint(0, len(head))] + tail[chance.randint(0, len(tail)) :]
    return " ".join(parts)


def _edited(text: str, words: list[str], edits: int, chance: random.Random) -> str:
    parts = text.split()
    for _ in range(edits):
        at = chance.randrange(len(parts)) if parts else 0
        match chance.choice(("replace", "insert", "delete", "letter", "sign")):
            case "insert":
                parts.insert(at, chance.choice(words))
            case "delete" if len(parts) > 1:
                del parts[at]
            case "letter" if parts:
                spot = chance.randrange(len(parts[at]))
                parts[at] = parts[at][:spot] + chance.choice("aeinst") + parts[at][spot + 1 :]
            case "sign" if parts:
                parts[at] = parts[at].rstrip(".,") + chance.choice((",", ".", ""))
            case _ if parts:
                parts[at] = chance.choice(words)
    return " ".join(part for part in parts if part)
