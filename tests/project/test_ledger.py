"""What was paid for: kept through kills and torn writes, and by one process at a time."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from l10n.model.engine import Answer
from l10n.model.errors import InputError
from l10n.project import Project, load_project
from l10n.project.ledger import open_ledger

PAID = ".l10n/paid.jsonl"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    text = 'languages = ["fr"]\n[[posts]]\nsource = "*.md"\ntarget = "site/{lang}/{name}"\n'
    (tmp_path / "l10n.toml").write_bytes(text.encode())
    return load_project(tmp_path)


def keep(project: Project, *answers: tuple[str, Answer]) -> None:
    with open_ledger(project) as ledger:
        ledger.begin()
        ledger.keep(answers)


def test_an_answer_is_there_for_the_next_run(project: Project) -> None:
    answers = ("k1", Answer("Bonjour \u2028 « »", 7, "m")), ("k2", Answer("Salut"))
    keep(project, *answers)
    with open_ledger(project) as ledger:
        assert [ledger.get(key) for key, _ in answers] == [answer for _, answer in answers]
        assert ledger.get("k3") is None


def test_looking_writes_nothing(project: Project) -> None:
    with open_ledger(project) as ledger:
        assert ledger.get("k") is None
        with pytest.raises(ValueError, match="nothing was begun"):
            ledger.keep([("k", Answer("x"))])
    assert sorted(path.name for path in project.root.iterdir()) == ["l10n.toml"]


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_line_costs_nothing_but_itself(project: Project, cut: int) -> None:
    keep(project, ("k1", Answer("one")), ("k2", Answer("two")))
    file = project.root / PAID
    file.write_bytes(file.read_bytes()[:-cut])
    keep(project, ("k3", Answer("three")))
    with open_ledger(project) as ledger:
        assert ledger.get("k1") == Answer("one")
        assert ledger.get("k3") == Answer("three")


def test_what_is_no_line_of_ours_is_passed_over(project: Project) -> None:
    keep(project, ("k1", Answer("one")))
    rubbish = [b"", b"\0\0\0", b"[]", b"3", b"\xff\xfe", b'{"key": 1, "text": "x"}', b"[" * 9999]
    rubbish.append(json.dumps({"key": "k", "text": "x", "billed": "many"}).encode())
    with (project.root / PAID).open("ab") as stream:
        stream.write(b"\n".join(rubbish))
    keep(project, ("k2", Answer("two")))
    with open_ledger(project) as ledger:
        found = [ledger.get(key) for key in ("k1", "k", "k2")]
    assert found == [Answer("one"), None, Answer("two")]


def test_two_processes_do_not_pay_for_the_same(project: Project) -> None:
    with open_ledger(project) as first, open_ledger(project) as second:
        first.begin()
        with pytest.raises(InputError) as raised:
            second.begin()
    assert str(raised.value) == (
        f".l10n/paid.lock: process {os.getpid()} is writing to this project\n"
        "  to do: wait until it has finished and run this again"
    )


def test_who_comes_later_finds_what_was_paid_for_meanwhile(project: Project) -> None:
    with open_ledger(project) as late:
        keep(project, ("k", Answer("x")))
        assert late.get("k") is None
        late.begin()
        assert late.get("k") == Answer("x")


def test_threads_tear_no_line(project: Project) -> None:
    answers = [(f"k{at}", Answer("x" * (at % 97), at)) for at in range(200)]
    with open_ledger(project) as ledger, ThreadPoolExecutor(8) as pool:
        ledger.begin()
        list(pool.map(lambda pair: ledger.keep([pair]), answers))
    with open_ledger(project) as ledger:
        assert all(ledger.get(key) == answer for key, answer in answers)


def test_a_kill_right_behind_an_answer_loses_nothing(project: Project) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from l10n.model.engine import Answer\n"
        "from l10n.project import load_project\n"
        "from l10n.project.ledger import open_ledger\n"
        "with open_ledger(load_project(Path(sys.argv[1]))) as ledger:\n"
        "    ledger.begin(); ledger.keep([('k', Answer('x'))])\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    here = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code, str(project.root)], cwd=here)
    with open_ledger(project) as ledger:
        assert ledger.get("k") == Answer("x")
        ledger.begin()  # the lock went with the process
