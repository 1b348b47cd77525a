"""Translations whose truth is known: posts in an invented language, damaged as people damage them.

Every word becomes an invented one of another script or of the same, always the same one or
sometimes a synonym; addresses, code, numbers and names mostly stay. Then blocks are dropped,
added, replaced, merged, split and moved, titles restyled, links removed, images hosted
elsewhere, as a profile drawn for each post says.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

_BLOCKS = re.compile(
    r"(?:^(?P<fence>```|~~~).*?^(?P=fence)[^\n]*"
    r"|^(?!```|~~~)[^\n]*\S[^\n]*(?:\n(?!```|~~~)[^\n]*\S[^\n]*)*)",
    re.M | re.S,
)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_KEPT = re.compile(
    r"`+[^`]*`+|\]\([^)\s]*(?:\s+\"[^\"]*\")?\)|<[^>]*>|https?://\S+|\{[^}]*\}|\$[^$]*\$|\d[\d.,]*\d|\d"
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[*])")
_SCRIPTS = {
    "latin": "aeioubcdfglmnprstvz",
    "cyrillic": "аеиоубвгдклмнпрстфхшщыя",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "han": "的一是不了人我在有他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着",
    "thai": "กขคงจฉชซญดตถทธนบปผพฟภมยรลวศสหอ",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """What happens to one post; rates are per block unless something else is said."""

    script: str
    ratio: float  # of the lengths of words
    spread: float  # of the lengths of blocks, as a share
    cognates: float  # of words that keep their beginning, in Latin script
    synonyms: float  # of words rendered in another way than usual
    links: float  # of addresses kept
    names: float  # of names kept
    rehosted: bool
    restyled: str  # "", "bold", "level"
    dropped: float
    added: float
    replaced: float
    merged: float
    split: float
    moved: int  # sections


@dataclass(frozen=True, slots=True)
class Damaged:
    """A source, what became of it, and which of their blocks correspond, by number."""

    source: str
    target: str
    blocks: tuple[tuple[str, ...], tuple[str, ...]]  # joined by blank lines in either text
    pairs: frozenset[tuple[int, int]]
    profile: Profile


def draw(chance: random.Random) -> Profile:
    """Return a profile between an exact translation and a free one."""
    script = chance.choice(sorted(_SCRIPTS))
    free = chance.random()
    return Profile(
        script,
        ratio={"han": 0.35, "thai": 0.95}.get(script, chance.uniform(0.8, 1.3)),
        spread=chance.uniform(0.05, 0.3),
        cognates=chance.choice((0.0, 0.2, 0.5)) if script == "latin" else 0.0,
        synonyms=chance.uniform(0.1, 0.6),
        links=chance.choice((1.0, 0.97, 0.9, 0.6, 0.0)),
        names=chance.uniform(0.3, 1.0),
        rehosted=chance.random() < 0.2,
        restyled=chance.choice(("", "", "bold", "level")),
        dropped=0.12 * free * chance.random(),
        added=0.12 * free * chance.random(),
        replaced=0.1 * free * chance.random(),
        merged=0.15 * free * chance.random(),
        split=0.15 * free * chance.random(),
        moved=chance.choice((0, 0, 1, 1, 2, 3)) if free > 0.3 else 0,
    )


def blocks_of(text: str) -> list[str]:
    """Return the runs of non-blank lines behind the front matter, fences whole."""
    return [match[0] for match in _BLOCKS.finditer(_FRONT.sub("", text))]


def damage(source: str, other: Sequence[str], profile: Profile, seed: int) -> Damaged:
    """Return ``source`` with a translation of it; ``other`` are blocks to add."""
    chance = random.Random(seed)
    language = _Language(profile, chance)
    blocks = blocks_of(source)
    found: list[tuple[str, frozenset[int]]] = []  # a block of the translation, and its sources
    at = 0
    while at < len(blocks):
        block = blocks[at]
        prose = _is_prose(block)
        draw = chance.random()
        if draw < profile.dropped:
            at += 1
            continue
        if chance.random() < profile.added:
            found.append((language.block(chance.choice(other)), frozenset()))
        if prose and chance.random() < profile.replaced:
            alike = [each for each in other if _is_prose(each)] or list(other)
            found.append((language.block(chance.choice(alike)), frozenset()))
            at += 1
            continue
        origin = frozenset((at,))
        if (
            prose
            and at + 1 < len(blocks)
            and _is_prose(blocks[at + 1])
            and (chance.random() < profile.merged)
        ):
            both = f"{language.block(block)} {language.block(blocks[at + 1])}"
            found.append((both, origin | {at + 1}))
            at += 2
            continue
        parts = [block]
        if prose and chance.random() < profile.split:
            sentences = _SENTENCE.split(block)
            if len(sentences) > 1:
                cut = chance.randrange(1, len(sentences))
                parts = [" ".join(sentences[:cut]), " ".join(sentences[cut:])]
        found += [(language.block(part), origin) for part in parts]
        at += 1
    for _ in range(profile.moved):
        found = _moved(found, chance)
    pairs = frozenset((ours, at) for at, (_, origin) in enumerate(found) for ours in origin)
    sides = tuple(blocks), tuple(block for block, _ in found)
    source, target = ("\n\n".join(side) + "\n" for side in sides)
    return Damaged(source, target, sides, pairs, profile)


def _is_prose(block: str) -> bool:
    return block[0].isalpha() or (block.startswith(("[", "\\\\\n")) and "![" not in block)


def _moved(
    found: list[tuple[str, frozenset[int]]], chance: random.Random
) -> list[tuple[str, frozenset[int]]]:
    size = chance.randint(1, max(1, min(8, len(found) // 5)))
    first = chance.randrange(max(1, len(found) - size))
    part, rest = found[first : first + size], found[:first] + found[first + size :]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + part + rest[place:]


class _Language:
    """Renders blocks; the same word mostly in the same way."""

    def __init__(self, profile: Profile, chance: random.Random) -> None:
        self._profile = profile
        self._chance = chance
        self._salt = chance.random()
        self._letters = _SCRIPTS[profile.script]
        self._dense = profile.script in ("han", "thai")

    def block(self, block: str) -> str:
        """Return a block in the language."""
        if block.startswith(("```", "~~~", "import ", "$$")):
            return block
        if self._profile.restyled and (title := re.match(r"(#+) +(.*)\Z", block)):
            words = self._text(title[2])
            return f"**{words}**" if self._profile.restyled == "bold" else f"{title[1]}# {words}"
        if self._profile.rehosted:
            block = re.sub(r"!\[([^\]]*)\]\([^)]*\)", self._rehosted, block)
        return self._text(block)

    def _rehosted(self, image: re.Match[str]) -> str:
        return f"![{image[1]}](/img/{self._chance.randrange(10**9)}.png)"

    def _text(self, text: str) -> str:
        stretch = max(0.3, self._chance.gauss(1.0, self._profile.spread))
        pieces: list[str] = []
        position = 0
        for kept in _KEPT.finditer(text):
            pieces.append(self._words(text[position : kept.start()], stretch))
            pieces.append(self._kept(kept[0]))
            position = kept.end()
        pieces.append(self._words(text[position:], stretch))
        return "".join(pieces)

    def _kept(self, raw: str) -> str:
        address = "http" in raw and not raw.startswith("<")
        if not address or self._chance.random() <= self._profile.links:
            return raw
        new = f"https://example.org/{self._chance.randrange(10**6)}"
        return f"]({new})" if raw.startswith("](") else new

    def _words(self, text: str, stretch: float) -> str:
        return _WORD.sub(lambda match: self._word(match[0], stretch), text)

    def _word(self, word: str, stretch: float) -> str:
        if any(each.isupper() for each in word[1:]):
            if self._chance.random() < self._profile.names:
                return word
        elif stretch < 1 and self._chance.random() > stretch:
            return ""
        key = f"{self._salt}{word.lower()}{self._chance.random() < self._profile.synonyms}"
        dice = random.Random(int.from_bytes(blake2b(key.encode(), digest_size=8).digest()))
        size = max(1, round(len(word) * self._profile.ratio * dice.uniform(0.7, 1.3)))
        made = "".join(dice.choice(self._letters) for _ in range(size))
        if dice.random() < self._profile.cognates and len(word) > 4:
            made = word[:4].lower() + made[4:]
        if word[0].isupper():
            made = made.capitalize()
        return (
            made if stretch <= 1 or self._chance.random() > stretch - 1 else f"{made} {made[::-1]}"
        )
