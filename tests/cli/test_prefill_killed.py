"""`l10n prefill` killed at any moment: what was paid for is kept, and the end is the same.

Four kills, or fifty with L10N_FUZZ=1.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Lock

from l10n.catalog import parse_catalog
from tests.engines.fakes import openai
from tests.engines.fakes.server import Fake, Plan
from tests.engines.fakes.translation import translated

PROGRAM = Path(__file__).resolve().parents[2] / "cli.py"
KILLS = 50 if "L10N_FUZZ" in os.environ else 4
DELAY = 0.08  # seconds of each answer
NEAR = 0.06  # seconds within which an answer and a kill cross
SETTINGS = """\
languages = ["fr"]
engines = ["openai"]

[engine.openai]
texts = 2
price = 10
currency = "EUR"

[[posts]]
source = "posts/*.md"
target = "site/{lang}/{name}"
"""


@dataclass(slots=True)
class Bills:
    """When each text was answered, and so paid for."""

    times: list[tuple[str, float]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def answer(self, text: str) -> str:
        with self.lock:
            self.times.append((text, time.monotonic()))
        return translated(text)


class Always(list[Plan]):
    """Plans without an end, all of them slow."""

    def __bool__(self) -> bool:
        return True

    def pop(self, index: object = -1) -> Plan:
        return Plan(delay=DELAY)


@contextmanager
def serving(bills: Bills) -> Iterator[Fake]:
    with openai.openai(openai.Model(answer=bills.answer)) as fake:
        fake.plans = Always()
        yield fake


def project(root: Path) -> None:
    """Write a project of eight posts with ten paragraphs."""
    root.mkdir()
    (root / "l10n.toml").write_bytes(SETTINGS.encode())
    (root / "posts").mkdir()
    for at in range(8):
        paragraphs = [
            f"Post {at} says {row} *things* of `code_{row}` and [links](https://x.example/{row})."
            for row in range(9)
        ]
        text = "\n\n".join([*paragraphs, "The same in all of them."])
        (root / "posts" / f"post-{at}.md").write_bytes(text.encode())


def command(root: Path, fake: Fake, *arguments: str) -> "subprocess.Popen[bytes]":
    environment = {
        **os.environ,
        "OPENAI_API_KEY": openai.KEY,
        "OPENAI_BASE_URL": f"{fake.url}/v1",
        "OPENAI_MODEL": "m",
        "SOURCE_DATE_EPOCH": "1767225600",
    }
    run = [sys.executable, str(PROGRAM), "-C", str(root), *arguments]
    return subprocess.Popen(
        run, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def finished(root: Path, fake: Fake, *arguments: str) -> None:
    process = command(root, fake, *arguments)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err.decode()


def catalogs(root: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "locales").rglob("*.po"))
    }
    for path, data in found.items():
        parse_catalog(data, path)
    return found


def test_no_kill_loses_what_was_paid_for(tmp_path: Path) -> None:
    random = Random(KILLS)
    kills = 0
    crossed: list[float] = []
    with serving(Bills()) as fake:
        project(tmp_path / "whole")
        finished(tmp_path / "whole", fake, "extract")
        finished(tmp_path / "whole", fake, "prefill")
    whole = catalogs(tmp_path / "whole")
    assert all(b'msgstr ""\n\n' not in data.partition(b"\n\n")[2] for data in whole.values())
    number = 0
    while kills < KILLS:
        root, bills = tmp_path / f"killed-{number}", Bills()
        number += 1
        with serving(bills) as fake:
            project(root)
            finished(root, fake, "extract")
            moments = []
            for _ in range(min(8, KILLS)):
                process = command(root, fake, "prefill")
                time.sleep(0.25 + random.random() * 0.6)
                moments.append(time.monotonic())
                process.kill()
                process.communicate()
                kills += process.returncode < 0
                catalogs(root)
                if process.returncode == 0:
                    break
            finished(root, fake, "prefill")
        assert catalogs(root) == whole
        crossed += _paid_twice(bills, moments)
    answered = [seconds for seconds in crossed if seconds > 0]
    print(
        f"{kills} kills; {len(crossed)} texts were on their way and asked again, {len(answered)} "
        f"of them answered {1000 * max(answered, default=0):.0f} ms or less before the kill"
    )


def test_ctrl_c_keeps_what_was_under_way(tmp_path: Path) -> None:
    bills = Bills()
    with serving(bills) as fake:
        project(tmp_path / "stopped")
        finished(tmp_path / "stopped", fake, "extract")
        process = command(tmp_path / "stopped", fake, "prefill")
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        if process.returncode:  # it was not that quick
            assert process.returncode == 130
        finished(tmp_path / "stopped", fake, "prefill")
    texts = [text for text, _ in bills.times]
    assert len(texts) == len(set(texts))


def _paid_twice(bills: Bills, kills: list[float]) -> list[float]:
    """Return for texts that were paid for twice how long before a kill they were answered, in s.

    Each was on its way when the program died: nobody could have kept it.
    """
    last = dict(bills.times)
    found: list[float] = []
    paid: set[str] = set()
    for text, moment in bills.times:
        if text not in paid and last[text] != moment:
            nearest = min(kills, key=lambda kill: abs(kill - moment))
            found.append(nearest - moment)
            assert -2 * DELAY <= nearest - moment <= NEAR, text
        paid.add(text)
    return found
