"""``python -m benchmarks.figures``: writes docs/measured.json, which the rules' pages quote."""

import json
import sys
from collections import Counter
from collections.abc import Sequence

from benchmarks.checker.__main__ import CATALOGS
from benchmarks.checker.catalogs import plant, read
from benchmarks.newsletters.__main__ import measure
from benchmarks.newsletters.labels import read_labels
from benchmarks.tools import ROOT, corpus_folder
from docs.measured import kinds
from l10n.model.finding import Severity
from l10n.model.unit import Unit
from l10n.rules import NAMES, RULES, run_rules

_SEEDS = (1, 2, 3)
_EACH = 25


def main() -> int:
    """Measure every rule on catalogs and newsletters, and write the figures down."""
    corpus = corpus_folder()
    if not corpus.is_dir():
        print(f"not measured: no corpus in {corpus}; set $L10N_CORPUS", file=sys.stderr)
        return 1
    spoken: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    messages = 0
    for human in read(corpus / CATALOGS, []).values():
        before = _said(human.units)
        messages += len(human.units)
        spoken.update(rule for said in before.values() for rule in {rule for rule, _ in said})
        for seed in _SEEDS:
            damaged = plant(human.units, seed, _EACH, human.matcher)
            after = _said(damaged.units)
            for at, kind in damaged.kinds.items():
                planted[kind] += 1
                new = after.get(at, set()) - before.get(at, set())
                for rule in {rule for rule, _ in new}:
                    found[rule][kind] += 1
    pairs = read_labels()
    score = measure(corpus, pairs, least=Severity.INFO)
    rules: dict[str, dict[str, object]] = {}
    for name in NAMES:
        labelled = [score.right[name], score.wrong[name], score.doubtful[name]]
        if found[name] or spoken[name] or any(labelled):
            rules[name] = {"spoken": spoken[name]}
            if shares := kinds(planted, found[name]):
                rules[name]["planted"] = shares
            if any(labelled):
                rules[name]["labelled"] = labelled
    lines = [f"  {json.dumps(name)}: {json.dumps(rules[name])}" for name in rules]
    head = f'{{"messages": {messages}, "pairs": {len(pairs)}, "rules": {{'
    text = head + "\n" + ",\n".join(lines) + "\n}}\n"
    (ROOT / "docs" / "measured.json").write_bytes(text.encode())
    return 0


def _said(units: Sequence[Unit]) -> dict[int, set[tuple[str, str]]]:
    """Return by index of a Unit all that is said of it, as (rule, message)."""
    places = {(unit.path, unit.line): at for at, unit in enumerate(units)}
    said: dict[int, set[tuple[str, str]]] = {}
    for one in run_rules(units, RULES):
        said.setdefault(places[one.path, one.line], set()).add((one.rule, one.message))
    return said


if __name__ == "__main__":
    sys.exit(main())
