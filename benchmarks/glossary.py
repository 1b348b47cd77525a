"""``python -m benchmarks.glossary``: how often correct terms are recognised, and how fast.

Each time a source message holds a term of `benchmarks/glossary.yml`, its human translation should
hold one of the renderings; the share that a method finds is its recall, and the rest would be
alarms. Not every translation uses a listed rendering, so that 100 % cannot be reached. "By chance"
is the share found in the translation of another message, whose source lacks the term: what a
method accepts without reason, common words aside. "l10n silent" leaves out what l10n takes for part
of a name ("Natural Language Tools") and raises no alarm about. In l10n, matches exclude each other:
"langage" in "modèle de langage" renders "language model" and not "language" as well, if the source
has both. The other methods count such a word twice; nothing else puts "union" before l10n.

Measured are the catalogs of comprehensive-rust, and the newsletters paired with their translations
by order and length; only pairs that share an address count. The methods beside ours are those of
other tools: whole words as written (Weblate), substrings (GlotDict), stems (OmegaT), lemmas
(simplemma), and any of these ("union").
"""

import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from benchmarks.tools import corpus_folder
from l10n.catalog import parse_catalog
from l10n.glossary import Matcher, parse_glossary
from l10n.glossary.lemmas import Lemmas
from l10n.glossary.words import STEMMERS, Words
from l10n.markdown.inline import parse_inline
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.inline import Inline
from l10n.model.message import State
from l10n.model.terms import Glossary, Kind, Rendering, Term

ROOT = Path(__file__).resolve().parents[1]
Pair = tuple[Inline, Inline]
Method = Callable[[str, tuple[str, ...]], bool]

_WORD = re.compile(r"\w+")
_URL = re.compile(r"https?://[^\s)>\]]+")
_COLUMNS = (
    "posts", "n", "exact", "substring", "stem", "lemma", "union", "l10n", "l10n silent",
    "union by chance", "l10n by chance",
)  # fmt: skip
_RUST = (("es", "es"), ("tr", "tr"), ("zh-CN", "zh"))
# A piece of the file name of issues 1 to 8, and of their translations; "" where there is none.
_ISSUES = (
    "01-12-NLP_Newsletter_", "01-19-NLP_Newsletter_", "02-01-NLP", "02-16-NLP_Newsletter_",
    "02-23-NLP", "03-02-NLP", "03-16-NLP_Newsletter_NLP_7.md", "03-22-NLP_Newsletter_8.md",
)  # fmt: skip
_NEWSLETTERS = {
    "fr": tuple(f"_#{number}_[FR]" for number in range(1, 9)),
    "pt": ("01-12-NLP_Newsletter[", "01-19-NLP_Newsletter[", "", "02-16-NLP_Newsletter[",
           "02-29-NLP_Newsletter[", "", "03-16-NLP_Newsletter[", "03-22-NLP_Newsletter["),
    "tr": ("",) * 7 + ("8_[TR]",),
    "zh": ("02-20-NLP简报", "01-19-NLP简报", "02-15-NLP简报", "02-17-NLP简报", "02-29-NLP简报",
           "", "NLP_7[ZH]", "NLP_8[ZH]"),
}  # fmt: skip


def main() -> int:
    """Print the tables."""
    corpus = corpus_folder()
    if not corpus.is_dir():
        print(f"not measured: no corpus in {corpus}; set $L10N_CORPUS", file=sys.stderr)
        return 1
    glossary = parse_glossary((ROOT / "benchmarks" / "glossary.yml").read_bytes(), "glossary.yml")
    for language in ("es", "fr", "pt", "tr"):
        start = time.perf_counter()
        Lemmas(Words(language)).keys("a")
        print(f"{language}: dictionary loaded in {time.perf_counter() - start:.2f} s")
    print(f"\n| {' | '.join(_COLUMNS)} |\n|---|{'---:|' * (len(_COLUMNS) - 1)}")
    everything = []
    for file, language in _RUST:
        pairs = list(catalog_pairs(corpus / "comprehensive-rust" / "po" / f"{file}.po"))
        everything.append((language, pairs))
        print(row(f"comprehensive-rust {language}", glossary, language, pairs), flush=True)
    for language, names in _NEWSLETTERS.items():
        pairs = list(_newsletters(corpus / "dair" / "_posts", names))
        print(row(f"newsletters {language}", glossary, language, pairs), flush=True)
    print()
    for language, pairs in everything:
        _speed(language, pairs)
    return 0


def row(title: str, glossary: Glossary, language: str, pairs: Sequence[Pair]) -> str:
    """Return one line of the table."""
    methods = _methods(language)
    matcher = Matcher(glossary, language)
    hits = dict.fromkeys((*methods, "union", "l10n", "silent"), 0)
    chance = {"union": 0, "l10n": 0}
    found = [
        {id(match.term): match.term for match in matcher.source(source)} for source, _ in pairs
    ]
    pick = random.Random(5)
    total = 0
    for (source, target), terms in zip(pairs, found, strict=True):
        text = _text(target)
        right, missing = _result(matcher, source, target)
        for key, term in terms.items():
            forms = _variants(term, language)
            if not forms:
                continue
            total += 1
            said = {name: method(text, forms) for name, method in methods.items()}
            said["union"] = any(said.values())
            said["l10n"] = key in right
            said["silent"] = key not in missing
            for name in hits:
                hits[name] += said[name]
            other = pick.randrange(len(pairs))
            while key in found[other]:
                other = pick.randrange(len(pairs))
            stranger = pairs[other][1]
            chance["union"] += any(method(_text(stranger), forms) for method in methods.values())
            chance["l10n"] += key in _result(matcher, source, stranger)[0]
    cells = [f"{100 * count / total:.1f} %" for count in (*hits.values(), *chance.values())]
    return f"| {title} | {total} | {' | '.join(cells)} |"


def _result(matcher: Matcher, source: Inline, target: Inline) -> tuple[set[int], set[int]]:
    """Return the terms that are rendered as they should be, and those worth an alarm."""
    result = matcher.matches(source, target)
    right = {id(match.term) for match in result.target if match.kind not in (Kind.AVOID, Kind.CASE)}
    return right, {id(match.term) for match in result.missing}


def _variants(term: Term, language: str) -> tuple[str, ...]:
    rendering = term.rendering(language) or Rendering(language)
    return tuple(form for form in (rendering.use, *rendering.allow) if form)


def _methods(language: str) -> dict[str, Method]:
    spaced = language != "zh"
    stem: Callable[[str], str] = str
    lemma: Callable[[str], str] = str
    greedy: Callable[[str], str] = str
    if spaced:
        stem = import_module("Stemmer").Stemmer(STEMMERS[language]).stemWord
        lemma, greedy = partial(_lemma, language, False), partial(_lemma, language, True)

    def exact(text: str, forms: tuple[str, ...]) -> bool:
        edge = r"\b" if spaced else ""
        return any(re.search(f"{edge}{re.escape(form)}{edge}", text, re.I) for form in forms)

    def substring(text: str, forms: tuple[str, ...]) -> bool:
        return any(form.lower() in text.lower() for form in forms)

    def stems(text: str, forms: tuple[str, ...]) -> bool:
        return _sequence(text, forms, stem)

    def lemmas(text: str, forms: tuple[str, ...]) -> bool:
        return _sequence(text, forms, lemma) or _sequence(text, forms, greedy)

    return {"exact": exact, "substring": substring, "stem": stems, "lemma": lemmas}


def _lemma(language: str, greedy: bool, word: str) -> str:
    from simplemma import lemmatize

    return lemmatize(word, language, greedy=greedy).lower()


def _sequence(text: str, forms: tuple[str, ...], key: Callable[[str], str]) -> bool:
    words = " " + " ".join(key(word.lower()) for word in _WORD.findall(text)) + " "
    return any(
        " " + " ".join(key(word.lower()) for word in _WORD.findall(form)) + " " in words
        for form in forms
    )


def _text(inline: Inline) -> str:
    return " ".join(text.raw for text in inline.texts)


def catalog_pairs(path: Path) -> Iterator[Pair]:
    """Yield both sides of every translated message of a catalog."""
    for message in parse_catalog(path.read_bytes(), path.name).catalog.messages:
        if message.state is State.TRANSLATED:
            yield (
                parse_inline(message.msgid, Dialect.GFM),
                parse_inline(message.msgstr, Dialect.GFM),
            )


def _newsletters(folder: Path, names: Sequence[str]) -> Iterator[Pair]:
    files = sorted(folder.iterdir())
    for issue, name in zip(_ISSUES, names, strict=True):
        if not name:
            continue
        sides = []
        for wanted in (issue, name):
            file = next(file for file in files if wanted in file.name)
            read = read_post(file.read_bytes(), Dialect.KRAMDOWN, (), (), file.name)
            sides.append([segment.msgid for segment in read.segments])
        for source, target in _aligned(*sides):
            yield parse_inline(source, Dialect.KRAMDOWN), parse_inline(target, Dialect.KRAMDOWN)


def _aligned(source: Sequence[str], target: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs on the best monotone path: shared addresses count most, then length."""
    usual = sum(map(len, target)) / sum(map(len, source))
    scores = [[_alike(one, other, usual) for other in target] for one in source]
    best = [[0.0] * (len(target) + 1) for _ in range(len(source) + 1)]
    for i in range(len(source) - 1, -1, -1):
        for j in range(len(target) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], scores[i][j] + best[i + 1][j + 1])
    i = j = 0
    while i < len(source) and j < len(target):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            shared = set(_URL.findall(source[i])) & set(_URL.findall(target[j]))
            if shared and 0.5 < len(target[j]) / len(source[i]) / usual < 2:
                yield source[i], target[j]
            i, j = i + 1, j + 1


def _alike(source: str, target: str, usual: float) -> float:
    ours, theirs = set(_URL.findall(source)), set(_URL.findall(target))
    ratio = (len(target) + 10) / (usual * len(source) + 10)
    length = max(0.0, 1.0 - abs(ratio - 1))
    if ours or theirs:
        return 3 * len(ours & theirs) / len(ours | theirs) + 0.1 * length
    return length if length > 0.4 else 0.0


def _speed(language: str, pairs: Sequence[Pair]) -> None:
    """Tell how long 500 terms over 3,000 messages take: the catalog's most frequent words."""
    counts: dict[str, int] = {}
    for source, _ in pairs:
        for word in _WORD.findall(_text(source).lower()):
            counts[word] = counts.get(word, 0) + 1
    words = [word for word in sorted(counts, key=lambda word: -counts[word]) if len(word) > 4]
    terms = tuple(
        Term(word, renderings=(Rendering(language, use=word, allow=(f"{word} {word}",)),))
        for word in words[:500]
    )
    many = (list(pairs) * (3000 // len(pairs) + 1))[:3000]
    start = time.perf_counter()
    matcher = Matcher(Glossary(terms=terms), language)
    compiled = time.perf_counter()
    found = sum(len(matcher.source(source)) for source, _ in many)
    looked = time.perf_counter()
    matched = sum(len(matcher.matches(source, source).target) for source, _ in many)
    done = time.perf_counter()
    print(
        f"{language}: 500 terms compiled in {compiled - start:.3f} s; 3,000 sources in"
        f" {looked - compiled:.3f} s ({found} terms), with translations in {done - looked:.3f} s"
        f" ({matched})"
    )


if __name__ == "__main__":
    raise SystemExit(main())
