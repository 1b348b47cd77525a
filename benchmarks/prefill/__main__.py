"""``python -m benchmarks.prefill speed|damage``: how fast drafts come, and what spoiled answers do.

``speed`` runs the program over a fake of an OpenAI endpoint that answers each request in 200 ms,
and compares it with the ideal: requests × delay ÷ requests at once. Start of the program, reading,
checks of drafts and writing of catalogs are all in its time. ``damage`` prefills projects in memory
from engines whose answers are spoiled, and counts messages that the rules or a build find damaged.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from benchmarks.tools import ROOT
from l10n.model.engine import Scheme
from l10n.workflow.check import check_units, find
from l10n.workflow.prefill import Budget
from tests.engines.damage import damaged
from tests.engines.fakes import openai
from tests.engines.fakes.server import Plan
from tests.workflow.prefilling import Counting, narrow, world

_HARM = ("link-", "image-", "code-", "html-", "placeholder-", "markup-structure")
_SETTINGS = """\
languages = ["fr"]
[engine.openai]
texts = {texts}
[[posts]]
source = "posts/*.md"
target = "site/{{lang}}/{{name}}"
"""


class _Slow(list[Plan]):
    """Plans without an end, all of them slow."""

    def __init__(self, delay: float) -> None:
        super().__init__()
        self._delay = delay

    def __bool__(self) -> bool:
        return True

    def pop(self, index: object = -1) -> Plan:
        return Plan(delay=self._delay)


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("speed", "damage"))
    parser.add_argument("--messages", type=int, default=2_000)
    parser.add_argument("--texts", type=int, default=20, help="in one request")
    parser.add_argument("--delay", type=float, default=0.2, help="seconds of each answer")
    parser.add_argument("--cases", type=int, default=100_000, help="answers that may be spoiled")
    options = parser.parse_args()
    if options.what == "speed":
        speed(options.messages, options.texts, options.delay)
    else:
        damage(options.cases)


def speed(messages: int, texts: int, delay: float) -> None:
    """Time one run of the program from start to end."""
    with tempfile.TemporaryDirectory() as folder, openai.openai(openai.Model()) as fake:
        root = Path(folder)
        (root / "l10n.toml").write_bytes(_SETTINGS.format(texts=texts).encode())
        (root / "posts").mkdir()
        for at in range(messages // 100):
            paragraphs = [
                f"Post {at} says {row} *things* of `code_{row}`, with [links](https://x.example)."
                for row in range(100)
            ]
            (root / "posts" / f"post-{at}.md").write_bytes("\n\n".join(paragraphs).encode())
        environment = {
            **os.environ,
            "OPENAI_API_KEY": openai.KEY,
            "OPENAI_BASE_URL": f"{fake.url}/v1",
            "OPENAI_MODEL": "m",
        }
        program = [sys.executable, str(ROOT / "cli.py"), "-C", folder]
        subprocess.run([*program, "extract"], check=True, env=environment)
        fake.plans = _Slow(delay)
        start = time.perf_counter()
        command = [*program, "prefill", "--engine", "openai"]
        subprocess.run(command, check=True, env=environment)
        passed = time.perf_counter() - start
        count = len(fake.asked(openai.PATH))
    ideal = count * delay / 4
    print(
        f"{messages} messages, {count} requests of {delay} s, 4 at once: "
        f"{passed:.2f} s, {passed / ideal:.2f} times the ideal of {ideal:.2f} s"
    )


def damage(cases: int) -> None:
    """Spoil answers until there were so many, and look at all that was written."""
    spoiled = projects = filled = left = over = twice = 0
    harm: Counter[str] = Counter()
    start = time.perf_counter()
    while spoiled < cases:
        random = Random(projects)
        projects += 1
        project = world(2, 12)

        def say(text: str, random: Random = random) -> str:
            nonlocal spoiled
            spoiled += 1
            return damaged(text, random)

        engines = [
            Counting(narrow(name="first", schemes=(Scheme.XML, Scheme.HTML), parallel=2), say=say),
            Counting(narrow(name="second", schemes=(Scheme.TOKENS,)), say=say),
        ]
        limit = random.choice((10**9, random.randrange(6000)))
        sheets = project.run(*engines, budget=Budget(limit))
        over += sum(engine.billed for engine in engines) > limit
        twice += sum(max(engine.paid.values(), default=0) > 1 for engine in engines)
        filled += sum(len(sheet.filled) for sheet in sheets)
        left += sum(len(sheet.open) for sheet in sheets)
        drafts = [sheet.draft for sheet in project.sheets()]
        harm.update(
            finding.rule for finding in find(check_units(drafts)) if finding.rule.startswith(_HARM)
        )
    print(
        f"{spoiled} answers spoiled, {projects} projects in {time.perf_counter() - start:.0f} s: "
        f"{filled} messages filled, {left} left empty; {sum(harm.values())} damaged "
        f"{dict(harm) or ''}, {over} budgets exceeded, {twice} engines paid twice"
    )


if __name__ == "__main__":
    main()
