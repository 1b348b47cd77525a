"""``python -m benchmarks.merge``: merging changed posts beside gettext's msgmerge.

Quality: a fifth of the msgids of a real catalog get one small edit each, as authors make them
(a plural s, a word put in, left out or replaced, punctuation), and the merge must find whose
translation each edited message had. Speed: ten thousand paragraphs put together from real
sentences, two words changed in every one. Both programs read the same files in the same run.
"""

import argparse
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.tools import corpus_folder
from l10n.catalog import merge, parse_catalog, write_catalog
from l10n.model.message import Catalog, Message

_WORDS = "another careful small large early final public useful simple modern".split()
_HEADER = (("Language", "es"), ("Content-Type", "text/plain; charset=UTF-8"))


@dataclass(frozen=True, slots=True)
class Result:
    """Of ``edited`` messages: translation found, another's taken, none; seconds of merging."""

    edited: int
    right: int
    wrong: int
    kept: bool  # every unedited message kept its translation, unmarked
    seconds: float

    def __str__(self) -> str:
        shares = [f"{100 * part / self.edited:.1f} %" for part in (self.right, self.wrong)]
        kept = "all kept" if self.kept else "SOME LOST"
        return f"{self.right} ({shares[0]}) | {self.wrong} ({shares[1]}) | {kept} | " + (
            f"{self.seconds:.3f} s"
        )


def main() -> int:
    """Print the tables to standard output."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merge", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=corpus_folder(), help="folder of real posts")
    parser.add_argument("--seeds", type=int, nargs="+", default=[20, 1, 2, 3])
    parser.add_argument("--paragraphs", type=int, default=10_000)
    parser.add_argument("--patience", type=float, default=400.0, help="seconds for msgmerge")
    options = parser.parse_args()
    paths = sorted((options.corpus / "comprehensive-rust" / "po").glob("*.po"))
    if not paths:
        print(f"no catalogs in {options.corpus}: set $L10N_CORPUS")
        return 1
    print("| catalog, seed | edited | tool | right | wrong | unedited | time |")
    print("|---|---:|---|---:|---:|---|---:|")
    for path in paths:
        old = translated(parse_catalog(path.read_bytes(), str(path)).catalog)
        for seed in options.seeds:
            fresh, truth = edited(old, random.Random(seed))
            for name, result in _compared(old, fresh, truth, options.patience):
                print(f"| {path.name}, {seed} | {len(truth)} | {name} | {result} |", flush=True)
    if options.paragraphs:
        old = translated(parse_catalog(paths[0].read_bytes(), str(paths[0])).catalog)
        old, fresh, truth = synthesised(old, options.paragraphs, random.Random(20))
        print(f"\n{len(fresh)} paragraphs, two words changed in each\n")
        print("| tool | right | wrong | unedited | time |\n|---|---:|---:|---|---:|")
        for name, result in _compared(old, fresh, truth, options.patience):
            print(f"| {name} | {result} |", flush=True)
    return 0


def translated(catalog: Catalog) -> Catalog:
    """Return ``catalog`` with its finished messages alone."""
    messages = (
        Message(message.msgid, message.msgstr)
        for message in catalog.messages
        if message.msgstr and not message.fuzzy and not message.obsolete and message.msgid
    )
    return Catalog(_HEADER, messages=tuple({each.key: each for each in messages}.values()))


def edited(
    old: Catalog, chance: random.Random, share: float = 0.2
) -> tuple[list[Message], dict[str, str]]:
    """Return the messages of ``old`` with a share of them edited, and by new msgid what the
    translation of each edited one was."""
    taken = {message.msgid for message in old.messages}
    chosen = set(chance.sample(range(len(old.messages)), int(len(old.messages) * share)))
    fresh: list[Message] = []
    truth: dict[str, str] = {}
    for number, message in enumerate(old.messages):
        text = message.msgid
        if number in chosen:
            for _ in range(20):
                text = _edit(message.msgid, chance)
                if text not in taken:
                    break
            else:
                text = message.msgid
        if text != message.msgid:
            taken.add(text)
            truth[text] = message.msgstr
        fresh.append(Message(text))
    return fresh, truth


def _edit(text: str, chance: random.Random) -> str:
    words = re.split(r"(\s+)", text)
    places = [at for at in range(0, len(words), 2) if re.search(r"[^\W\d_]", words[at])]
    if not places:
        return text + "."
    at = chance.choice(places)
    kind = chance.choice(("plural", "insert", "delete", "replace", "punctuation"))
    if kind == "plural":
        words[at] = re.sub(r"(\w)(\W*)$", r"\1s\2", words[at], count=1)
    elif kind == "insert":
        words[at] = f"{chance.choice(_WORDS)} {words[at]}"
    elif kind == "delete" and len(places) > 1:
        del words[at : at + 2]
    elif kind == "replace" and len(places) > 1:
        words[at] = chance.choice(_WORDS)
    elif text[-1] in ".:!?":
        return text[:-1] + ("!" if text[-1] != "!" else ".")
    else:
        return text + chance.choice(".:!?")
    return "".join(words).strip()


def synthesised(
    old: Catalog, count: int, chance: random.Random
) -> tuple[Catalog, list[Message], dict[str, str]]:
    """Return ``count`` paragraphs of two or three real sentences, and all of them edited."""
    sentences = [
        sentence
        for message in old.messages
        for sentence in re.split(r"(?<=[.!?]) +", message.msgid)
        if "\n" not in sentence and 6 <= len(sentence.split()) <= 20
    ]
    paragraphs = {" ".join(chance.sample(sentences, chance.choice((2, 3)))) for _ in range(count)}
    messages = [Message(text, f"ES {at}") for at, text in enumerate(sorted(paragraphs))]
    chance.shuffle(messages)
    fresh, truth = [], {}
    for message in messages:
        text = message.msgid
        words = text.split(" ")
        for at in chance.sample(range(len(words)), 2):
            words[at] = chance.choice(_WORDS)
        text = " ".join(words)
        fresh.append(Message(text))
        truth[text] = message.msgstr
    return Catalog(_HEADER, messages=tuple(messages)), fresh, truth


def _compared(
    old: Catalog, fresh: Sequence[Message], truth: dict[str, str], patience: float
) -> list[tuple[str, Result]]:
    start = time.perf_counter()
    merged = merge(old, fresh)
    seconds = time.perf_counter() - start
    results = [("l10n", judged(old, merged, truth, seconds))]
    if program := shutil.which("msgmerge"):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            paths = [Path(folder) / name for name in ("old.po", "new.pot", "out.po")]
            paths[0].write_bytes(write_catalog(old))
            paths[1].write_bytes(write_catalog(replace(old, messages=tuple(fresh))))
            start = time.perf_counter()
            command = [program, "-q", "--previous", *map(str, paths[:2]), "-o", str(paths[2])]
            try:
                subprocess.run(command, check=True, timeout=patience)
            except subprocess.TimeoutExpired:
                results.append(("msgmerge, ended by us", Result(len(truth), 0, 0, False, patience)))
                return results
            seconds = time.perf_counter() - start
            merged = parse_catalog(paths[2].read_bytes(), "out.po").catalog
            results.append(("msgmerge", judged(old, merged, truth, seconds)))
    return results


def judged(old: Catalog, merged: Catalog, truth: dict[str, str], seconds: float) -> Result:
    """Return how many edited messages have their own translation, and how many another's.

    An edit that hit an address is done to the translation too, so addresses do not count.
    """
    found = {message.msgid: message for message in merged.messages if not message.obsolete}
    right = sum(_words(found[text].msgstr) == _words(meant) for text, meant in truth.items())
    filled = sum(bool(found[text].msgstr) for text in truth)
    kept = all(
        found[message.msgid].msgstr == message.msgstr and not found[message.msgid].fuzzy
        for message in old.messages
        if message.msgid in found and message.msgid not in truth
    )
    return Result(len(truth), right, filled - right, kept, seconds)


def _words(text: str) -> str:
    return re.sub(r"(?<=\]\()[^)\s]*|https?://[^\s)]*", "", text)


if __name__ == "__main__":
    raise SystemExit(main())
