"""``python -m benchmarks.adopt``: tables of what was adopted from the corpus of real posts."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.adopt.trial import Pair, Result, adopt, newsletters, pages
from benchmarks.tools import corpus_folder

_HEAD = (
    "| translation | segments | filled | in doubt | unpaired | left out by a build"
    " | words lost | seconds |"
)


def main() -> None:
    """Print a table for the newsletters, one row an issue, and one for the MDX pages."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpus", type=Path, default=corpus_folder())
    parser.add_argument("--pages", action="store_true", help="a row for each MDX page, too")
    options = parser.parse_args()
    corpus: Path = options.corpus
    for language in ("fr", "pt-BR", "zh-Hans"):
        _table(f"Newsletters, {language}", list(newsletters(corpus, language)), rows=True)
    for folder in ("hf-course", "prompt-guide"):
        for language in ("fr", "es"):
            pairs = list(pages(corpus, folder, language))
            _table(f"{folder}, {language}", pairs, rows=options.pages)


def _table(title: str, pairs: Sequence[Pair], rows: bool) -> None:
    results = [adopt(pair) for pair in pairs]
    print(f"\n{title}\n\n{_HEAD}\n|---|" + "---:|" * 7)
    for result in results if rows else ():
        print(_row(result.pair.name, [result]))
    print(_row(f"all {len(results)}", results))
    changed = [result.pair.name for result in results if not result.stable]
    print("\na second run changes " + (", ".join(changed) if changed else "nothing"))


def _row(name: str, results: Sequence[Result]) -> str:
    reports = [result.report for result in results]
    total = sum(report.segments for report in reports) or 1
    shares = (
        f"{100 * sum(getattr(report, what) for report in reports) / total:.1f} %"
        for what in ("filled", "doubtful", "unpaired")
    )
    words = sum(result.words for result in results)
    lost = sum(len(result.lost) for result in results)
    return (
        f"| {name} | {total} | {' | '.join(shares)} | {sum(one.refused for one in results)} "
        f"| {lost} of {words} | {max((one.seconds for one in results), default=0):.2f} |"
    )


if __name__ == "__main__":
    main()
