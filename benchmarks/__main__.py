"""``python -m benchmarks``: measure every tool here, and print tables of docs/benchmarks.md."""

import argparse
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks import fidelity, speed
from benchmarks.corpora import Corpus, CorpusAbsentError, newsletters, specification
from benchmarks.tools import TOOLS, Tool, ToolAbsentError, corpus_folder

_ALIKE = ("po4a-unwrapped",)  # only its speed differs from po4a's


def main() -> int:
    """Print the tables to standard output and what is absent to standard error."""
    options = _options()
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        tools = _tools(stack, options.tools)
        corpora = _corpora(stack, options.corpus)
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, one process per tool")
        for corpus in corpora if options.what != "speed" else ():
            results = [
                fidelity.measure(tool, corpus, work) for tool in tools if tool.key not in _ALIKE
            ]
            print(f"\nFidelity: {corpus.title}; judge: {corpus.judge}\n")
            print(fidelity.table(results), flush=True)
        for corpus in corpora[:1] if options.what != "fidelity" else ():
            print(f"\nSpeed: {corpus.title}; medians of {options.runs} runs, start left out\n")
            print(speed.table(speed.measure(tools, corpus, options.runs, work)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("all", "fidelity", "speed"), default="all")
    parser.add_argument("--runs", type=int, default=5, help="measured rounds per tool")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=TOOLS)
    parser.add_argument("--corpus", type=Path, default=corpus_folder(), help="folder of real posts")
    return parser.parse_args()


def _tools(stack: ExitStack, names: list[str]) -> list[Tool]:
    tools = []
    for name in names:
        try:
            tools.append(stack.enter_context(Tool(name)))
        except ToolAbsentError as reason:
            print(f"not measured: {reason}", file=sys.stderr)
    return tools


def _corpora(stack: ExitStack, folder: Path) -> list[Corpus]:
    """Return the corpora that are here, the newsletters first."""
    corpora = []
    try:
        corpora.append(stack.enter_context(newsletters(folder)))
    except CorpusAbsentError as reason:
        print(f"not measured: {reason}", file=sys.stderr)
    try:
        corpora.append(specification())
    except CorpusAbsentError as reason:
        print(f"not measured: {reason}", file=sys.stderr)
    return corpora


if __name__ == "__main__":
    raise SystemExit(main())
