"""``python -m benchmarks.newsletters``: recall and precision of each rule on labelled pairs.

The labels in `benchmarks/labels` were made by readers of both languages who had not seen what any
program says. A warning or error is right where it is on the lines of a label whose kind its rule
may find, and wrong otherwise; labels on which two readers could disagree count on neither side.
Only kinds that a program without a language model can find have a recall.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.newsletters.labels import FOLDER, KINDS, MUST, Label, Labelled, read_labels
from benchmarks.tools import corpus_folder
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


@dataclass(frozen=True, slots=True)
class Score:
    """What was said of labelled pairs: warnings and errors by rule, labels by kind."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    doubtful: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Print a table of rules and one of kinds, and with --verbose what is wrong or missed."""
    options = _options()
    pairs = [one for one in read_labels() if not options.pairs or one.name in options.pairs]
    score = measure(options.corpus, pairs, verbose=options.verbose)
    _print_rules(score)
    _print_kinds(score)


def measure(
    corpus: Path,
    pairs: Sequence[Labelled],
    *,
    least: Severity = Severity.WARNING,
    verbose: bool = False,
) -> Score:
    """Return the Score over ``pairs``, of findings from ``least`` on.

    With ``verbose``, print what is wrong or missed.
    """
    glossary = parse_glossary(_GLOSSARY.read_bytes(), _GLOSSARY.name)
    score = Score()
    for pair in pairs:
        findings = check(corpus / "dair" / "_posts", pair, glossary)
        loud = [one for one in findings if one.severity >= least]
        for finding in loud if pair.complete else ():
            about = [label for label in pair.labels if _meets(label, finding)]
            if any(not label.arguable for label in about):
                score.right[finding.rule] += 1
            elif about:
                score.doubtful[finding.rule] += 1
            else:
                score.wrong[finding.rule] += 1
                if verbose:
                    print(f"wrong  {pair.name}:{finding.line} {finding.rule}: {finding.message}")
                    print(f"    {finding.msgid[:300]!r}\n    {finding.msgstr[:300]!r}")
        for label in pair.labels:
            if label.arguable or not KINDS[label.kind]:
                continue
            score.labelled[label.kind] += 1
            if any(_meets(label, finding) for finding in findings):
                score.found[label.kind] += 1
            elif verbose:
                must = "MUST " if label.kind in MUST else ""
                print(f"missed {must}{pair.name}:{label.first} {label.kind}: {label.note}")
    return score


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
        (label.may_be(finding.rule) or _names(label, finding))
        and finding.line <= max(label.last, label.first)
        and label.first <= finding.end_line
    )


def _names(label: Label, finding: Finding) -> bool:
    """Tell whether the reader's note names the very word that a rule about terms marks."""
    spot = finding.msgstr[slice(*finding.span)] if finding.span else ""
    return finding.rule.startswith("term-") and len(spot) > 1 and spot.lower() in label.note.lower()


def _print_rules(score: Score) -> None:
    print("| rule (errors and warnings) | right | wrong | arguable | precision |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for rule in sorted({*score.right, *score.wrong, *score.doubtful}):
        row = score.right[rule], score.wrong[rule], score.doubtful[rule]
        print(f"| {rule} | {' | '.join(map(str, row))} | {_share(row[0], row[0] + row[1])} |")
    sums = score.right.total(), score.wrong.total(), score.doubtful.total()
    print(f"| all | {' | '.join(map(str, sums))} | {_share(sums[0], sums[0] + sums[1])} |\n")


def _print_kinds(score: Score) -> None:
    print("| labelled | times | found | recall |\n| --- | ---: | ---: | ---: |")
    for kind in sorted(score.labelled, key=lambda kind: (kind not in MUST, kind)):
        times, found = score.labelled[kind], score.found[kind]
        print(f"| {kind} | {times} | {found} | {_share(found, times)} |")
    for title, kinds in (("asked for", MUST), ("all", frozenset(score.labelled))):
        times, hits = _sum(score.labelled, kinds), _sum(score.found, kinds)
        print(f"| {title} | {times} | {hits} | {_share(hits, times)} |")


def _sum(counts: Counter[str], kinds: Iterable[str]) -> int:
    return sum(counts[kind] for kind in kinds)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.newsletters")
    parser.add_argument("--pairs", nargs="+", help="names of label files; all by default")
    parser.add_argument("--verbose", action="store_true", help="show what is wrong, and missed")
    parser.add_argument("--corpus", type=Path, default=corpus_folder(), help="folder of real posts")
    return parser.parse_args()


if __name__ == "__main__":
    main()
