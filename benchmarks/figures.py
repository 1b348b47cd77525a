"""``python -m benchmarks.figures``: writes docs/measured.json, which the rules' pages quote."""

import json
import os
import sys
from collections import Counter
from pathlib import Path

from benchmarks.checker.__main__ import CATALOGS
from benchmarks.checker.catalogs import plant, read
from benchmarks.checker.checkers import ours
from benchmarks.newsletters.__main__ import measure
from benchmarks.newsletters.labels import read_labels
from benchmarks.tools import ROOT
from docs.measured import kinds
from l10n.rules import NAMES

_SEEDS = (1, 2, 3)
_EACH = 25


def main() -> int:
    """Measure every rule on catalogs and newsletters, and write the figures down."""
    named = os.environ.get("L10N_CORPUS")
    corpus = Path(named) if named else ROOT.parent / "shared" / "corpus"
    if not corpus.is_dir():
        print(f"not measured: no corpus in {corpus}; set $L10N_CORPUS", file=sys.stderr)
        return 1
    spoken: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    messages = 0
    for human in read(corpus / CATALOGS, []).values():
        before = ours(human.units)
        messages += len(human.units)
        spoken.update(rule for said in before.values() for rule in {rule for rule, _ in said})
        for seed in _SEEDS:
            damaged = plant(human.units, seed, _EACH, human.matcher)
            after = ours(damaged.units)
            for at, kind in damaged.kinds.items():
                planted[kind] += 1
                new = after.get(at, set()) - before.get(at, set())
                for rule in {rule for rule, _ in new}:
                    found[rule][kind] += 1
    pairs = read_labels()
    score = measure(corpus, pairs)
    rules = {}
    for name in NAMES:
        labelled = [score.right[name], score.wrong[name], score.doubtful[name]]
        if found[name] or spoken[name] or any(labelled):
            rules[name] = {
                "planted": kinds(planted, found[name]),
                "spoken": spoken[name],
                "labelled": labelled,
            }
    figures = {"messages": messages, "pairs": len(pairs), "rules": rules}
    (ROOT / "docs" / "measured.json").write_bytes(
        (json.dumps(figures, indent=1, ensure_ascii=False) + "\n").encode()
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
