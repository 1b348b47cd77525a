"""``python -m benchmarks.newsletters``: recall and precision of each rule on labelled pairs.

The labels in `benchmarks/labels` were made by readers of both languages who had not seen what any
program says. A warning or error is right where it is on the lines of a label whose kind its rule
may find, and wrong otherwise; labels on which two readers could disagree count on neither side.
Only kinds that a program without a language model can find have a recall.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.newsletters.labels import FOLDER, KINDS, MUST, Label, Labelled, read_labels
from benchmarks.tools import ROOT
from l10n.glossary import parse_glossary
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.finding import Finding, Severity
from l10n.model.language import Language
from l10n.model.terms import Glossary
from l10n.rules import RULES, run_rules
from l10n.workflow.against import Translated, units_against

_GLOSSARY = FOLDER / "glossary.yml"
_FRONT_MATTER = ("title", "excerpt")


def main() -> None:
    """Print a table of rules and one of kinds, and with --verbose what is wrong or missed."""
    options = _options()
    posts = options.corpus / "dair" / "_posts"
    glossary = parse_glossary(_GLOSSARY.read_bytes(), _GLOSSARY.name)
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    doubtful: Counter[str] = Counter()
    found: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    for pair in read_labels():
        if options.pairs and pair.name not in options.pairs:
            continue
        findings = check(posts, pair, glossary)
        loud = [one for one in findings if one.severity >= Severity.WARNING]
        for finding in loud if pair.complete else ():
            about = [label for label in pair.labels if _meets(label, finding)]
            if any(not label.arguable for label in about):
                right[finding.rule] += 1
            elif about:
                doubtful[finding.rule] += 1
            else:
                wrong[finding.rule] += 1
                if options.verbose:
                    print(f"wrong  {pair.name}:{finding.line} {finding.rule}: {finding.message}")
                    print(f"    {finding.msgid[:300]!r}\n    {finding.msgstr[:300]!r}")
        for label in pair.labels:
            if label.arguable or not KINDS[label.kind]:
                continue
            labelled[label.kind] += 1
            if any(_meets(label, finding) for finding in findings):
                found[label.kind] += 1
            elif options.verbose:
                must = "MUST " if label.kind in MUST else ""
                print(f"missed {must}{pair.name}:{label.first} {label.kind}: {label.note}")
    _print_rules(right, wrong, doubtful)
    _print_kinds(found, labelled)


def check(posts: Path, pair: Labelled, glossary: Glossary) -> Sequence[Finding]:
    """Return what `check --against` finds in a pair, with the glossary of the labels."""
    source, target = (
        read_post((posts / name).read_bytes(), Dialect.KRAMDOWN, _FRONT_MATTER, path=name)
        for name in (pair.source, pair.target)
    )
    language = Language(pair.language, pair.language)
    post = Translated(pair.target, source, target, Language("en", "en"), language)
    return run_rules(units_against(post, glossary), RULES)


def _meets(label: Label, finding: Finding) -> bool:
    return (
        label.may_be(finding.rule)
        and finding.line <= max(label.last, label.first)
        and label.first <= finding.end_line
    )


def _print_rules(right: Counter[str], wrong: Counter[str], doubtful: Counter[str]) -> None:
    print("| rule (errors and warnings) | right | wrong | arguable | precision |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for rule in sorted({*right, *wrong, *doubtful}):
        row = right[rule], wrong[rule], doubtful[rule]
        print(f"| {rule} | {' | '.join(map(str, row))} | {_share(row[0], row[0] + row[1])} |")
    sums = right.total(), wrong.total(), doubtful.total()
    print(f"| all | {' | '.join(map(str, sums))} | {_share(sums[0], sums[0] + sums[1])} |\n")


def _print_kinds(found: Counter[str], labelled: Counter[str]) -> None:
    print("| labelled | times | found | recall |\n| --- | ---: | ---: | ---: |")
    for kind in sorted(labelled, key=lambda kind: (kind not in MUST, kind)):
        print(
            f"| {kind} | {labelled[kind]} | {found[kind]} | {_share(found[kind], labelled[kind])} |"
        )
    for title, kinds in (("asked for", MUST), ("all", frozenset(labelled))):
        times, hits = _sum(labelled, kinds), _sum(found, kinds)
        print(f"| {title} | {times} | {hits} | {_share(hits, times)} |")


def _sum(counts: Counter[str], kinds: Iterable[str]) -> int:
    return sum(counts[kind] for kind in kinds)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.newsletters")
    parser.add_argument("--pairs", nargs="+", help="names of label files; all by default")
    parser.add_argument("--verbose", action="store_true", help="show what is wrong, and missed")
    named = os.environ.get("L10N_CORPUS")
    where = Path(named) if named else ROOT.parent / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=where, help="folder of real posts")
    return parser.parse_args()


if __name__ == "__main__":
    main()
