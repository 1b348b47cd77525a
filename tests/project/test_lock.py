"""The lock: two runs at once take turns, and a crash frees it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from l10n.model.errors import InputError
from l10n.model.plan import FileChange
from l10n.project import Project, load_project

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys, time
from pathlib import Path
from l10n.project import load_project
with load_project(Path(sys.argv[1])).lock():
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "l10n.toml").write_bytes(
        b'languages = ["fr"]\n[[posts]]\nsource = "p/*.md"\ntarget = "{lang}/{post}.md"\n'
    )
    return load_project(tmp_path)


def _holder(project: Project, seconds: float) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(project.root), str(seconds)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"held"
    return child


def test_the_holder_is_named_when_waiting_was_in_vain(project: Project) -> None:
    child = _holder(project, 30)
    try:
        start = time.monotonic()
        with pytest.raises(InputError) as raised, project.lock(seconds=0.3):
            pass
        assert 0.3 <= time.monotonic() - start < 5
        assert str(raised.value) == (
            f".l10n/lock: process {child.pid} is writing to this project\n"
            "  to do: wait until it has finished and run this again"
        )
    finally:
        child.kill()
        child.communicate()


def test_a_killed_holder_frees_it(project: Project) -> None:
    child = _holder(project, 30)
    child.kill()
    child.communicate()
    with project.lock(seconds=0):
        pass


def test_the_second_waits_for_the_first(project: Project) -> None:
    child = _holder(project, 0.4)
    assert project.commit([FileChange("a.po", b"1")]).written == ("a.po",)
    assert child.wait(timeout=5) == 0
    child.communicate()


def test_it_may_be_nested_and_taken_again(project: Project) -> None:
    for _ in range(2):
        with project.lock(), project.lock():
            assert (project.root / ".l10n" / "lock").read_bytes() == b"%d\n" % os.getpid()
            project.commit([FileChange("a.po", b"1")])


def test_an_error_inside_frees_it(project: Project) -> None:
    with pytest.raises(KeyError), project.lock():
        raise KeyError
    with load_project(project.root).lock(seconds=0):
        pass


def test_the_folder_keeps_itself_out_of_git(project: Project) -> None:
    with project.lock():
        pass
    assert (project.root / ".l10n" / ".gitignore").read_bytes() == b"*\n"


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_lock_that_is_a_link_is_refused(project: Project, tmp_path: Path) -> None:
    with project.lock():
        pass
    lock = project.root / ".l10n" / "lock"
    lock.unlink()
    lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError), project.lock():
        pass
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_state_folder_outside_the_project_is_refused(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (project.root / ".l10n").symlink_to(outside)
    with pytest.raises(InputError), project.lock():
        pass
    project.memo.learn([b"x" * 16])
    assert list(outside.iterdir()) == []
