"""The memory's file: two processes, damage, older and newer ones, and folders nobody may write."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from l10n.memory import Memory
from l10n.model.errors import InputError
from l10n.model.memory import Query, Remembered
from l10n.project import Project, load_project
from l10n.project.store import open_store
from tests.project.nobody import as_nobody

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = b'languages = ["fr"]\n[[posts]]\nsource = "p/*.md"\ntarget = "{lang}/{post}.md"\n'
FILE = ".l10n/memory.sqlite"
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX processes and permissions")
WRITE = """
import sys
from pathlib import Path
from l10n.memory import Memory
from l10n.model.memory import Remembered
from l10n.project import load_project
from l10n.project.store import open_store
name, count = sys.argv[2:]
with open_store(load_project(Path(sys.argv[1])), write=True) as store:
    memory = Memory(store.connection)
    print("open", flush=True)
    sys.stdin.readline()
    for at in range(int(count)):
        with memory.writing():
            memory.add([Remembered(f"text {name} {at}", f"texte {name} {at}", "fr", place=name)])
            if name == "killed":
                print("within", flush=True)
                sys.stdin.readline()
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "l10n.toml").write_bytes(SETTINGS)
    return load_project(tmp_path)


def _add(project: Project, *sources: str) -> None:
    with open_store(project, write=True) as store:
        memory = Memory(store.connection)
        with memory.writing():
            memory.add(Remembered(source, f"« {source} »", "fr") for source in sources)


def _found(project: Project, source: str) -> list[str]:
    with open_store(project, write=False) as store:
        found = Memory(store.connection).lookup(Query(source), "fr", threshold=100)
        return [match.target for match in found]


def _refused(project: Project, write: bool = True) -> str:
    with pytest.raises(InputError) as raised, open_store(project, write) as store:
        Memory(store.connection).stats()
    return str(raised.value)


def _writer(project: Project, name: str, count: int) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(project.root), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"open"
    return child


def test_what_is_written_is_there_the_next_time(project: Project) -> None:
    assert _found(project, "One") == []
    _add(project, "One", "Two")
    assert _found(project, "One") == ["« One »"]
    assert sorted(path.name for path in (project.root / ".l10n").iterdir()) == [
        ".gitignore",
        "memory.sqlite",
    ]


def test_two_processes_write_at_once(project: Project) -> None:
    children = [_writer(project, name, 60) for name in ("a", "b")]
    with open_store(project, write=False) as store:
        memory = Memory(store.connection)
        assert memory.lookup(Query("text a 59"), "fr") == ()
        for child in children:
            assert child.stdin is not None
            child.stdin.write(b"\n")
            child.stdin.flush()
        for child in children:
            child.communicate(timeout=60)
        assert [child.returncode for child in children] == [0, 0]
        assert memory.stats().translations == 120
        assert memory.lookup(Query("text a 59"), "fr")[0].score == 100  # seen while open


@posix
def test_killed_while_writing(project: Project) -> None:
    _add(project, "before")
    child = _writer(project, "killed", 1)
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write(b"\n")
    child.stdin.flush()
    assert child.stdout.readline().strip() == b"within"
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=60)
    assert _found(project, "text killed 0") == []
    assert _found(project, "before") == ["« before »"]
    _add(project, "after")
    assert _found(project, "after") == ["« after »"]


@pytest.mark.parametrize(
    "damage", [b"no database at all, but long" * 99, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_kept_and_a_new_one_made(project: Project, damage: bytes) -> None:
    _add(project, "imported")
    file = project.root / FILE
    for number in (1, 2):
        file.write_bytes(damage)
        with open_store(project, write=False) as store:
            aside = f"{FILE}.damaged-{number}"
            assert store.news == f"{FILE} could not be read and is now {aside}"
            assert Memory(store.connection).stats().translations == 0
        assert (project.root / aside).read_bytes() == damage
    _add(project, "new")
    assert _found(project, "new") == ["« new »"]


def test_damage_that_shows_later(project: Project) -> None:
    _add(project, *(f"text {number} and so on" for number in range(2000)))
    file = project.root / FILE
    data = bytearray(file.read_bytes())
    data[8192:-4096] = b"\x55" * (len(data) - 12288)
    file.write_bytes(data)
    assert _refused(project) == (
        f"{FILE}: is damaged and is now {FILE}.damaged-1\n"
        "  to do: run l10n memory import, and import TMX files once more"
    )
    assert (project.root / f"{FILE}.damaged-1").read_bytes() == data
    assert _found(project, "text 1 and so on") == []


def test_a_file_of_an_older_version_is_made_anew(project: Project) -> None:
    _add(project, "old")
    file = project.root / FILE
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE sentence")
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with open_store(project, write=True) as store:
        assert store.news == f"{FILE} could not be read and is now {FILE}.damaged-1"
        assert Memory(store.connection).stats().translations == 0


@pytest.mark.parametrize(
    "trap",
    [
        "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM source; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)",
    ],
)
def test_a_strangers_triggers_do_not_run(project: Project, trap: str) -> None:
    _add(project, "one")
    connection = sqlite3.connect(project.root / FILE)
    connection.execute(trap)
    connection.close()
    with open_store(project, write=True) as store:
        assert store.news.endswith("is now .l10n/memory.sqlite.damaged-1")


def test_a_file_of_a_newer_version_is_left_alone(project: Project) -> None:
    _add(project, "one")
    file = project.root / FILE
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    before = file.read_bytes()
    assert _refused(project) == (
        f"{FILE}: was written by a newer l10n: its version is 9\n"
        "  allowed: versions up to 1\n"
        "  to do: use that l10n, or remove the file and run l10n memory import"
    )
    assert file.read_bytes() == before


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_bytes(b'memory = "data/mine.db"\n' + SETTINGS)
    project = load_project(tmp_path)
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "mine.db"
    file.write_bytes(b"a letter to a friend, which is no database; " * 99)
    before = file.read_bytes()
    assert _refused(project) == (
        'data/mine.db: is no SQLite file\n  to do: name another file at "memory"'
    )
    assert file.read_bytes() == before
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE accounts (name)")
    connection.close()
    assert _refused(project) == (
        'data/mine.db: is a database of another program\n  to do: name another file at "memory"'
    )
    assert sqlite3.connect(file).execute("SELECT * FROM accounts").fetchall() == []
    file.unlink()
    _add(project, "one")
    assert _found(project, "one") == ["« one »"]


@posix
def test_a_link_out_of_the_project_is_refused(project: Project, tmp_path: Path) -> None:
    outside = Path(tempfile.mkdtemp())
    try:
        (tmp_path / ".l10n").mkdir()
        (tmp_path / FILE).symlink_to(outside / "memory.sqlite")
        assert _refused(project).startswith(f"{FILE}: a symbolic link leads to")
        assert list(outside.iterdir()) == []
    finally:
        shutil.rmtree(outside)


def test_a_busy_memory(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.project.store._SECONDS", 0.1)
    _add(project, "one")
    with open_store(project, write=True) as first, Memory(first.connection).writing():
        with (
            pytest.raises(InputError) as raised,
            open_store(project, write=True) as second,
            Memory(second.connection).writing(),
        ):
            pass
        assert _found(project, "one") == ["« one »"]
    assert str(raised.value) == (
        f"{FILE}: another process is writing to it\n  to do: wait and run this again"
    )


@posix
def test_folders_that_may_not_be_written() -> None:
    base = Path(tempfile.mkdtemp())
    try:
        base.chmod(0o755)
        (base / "l10n.toml").write_bytes(SETTINGS)
        project = load_project(base)
        base.chmod(0o555)
        assert as_nobody(lambda: _nothing_there(project)) == b""
        base.chmod(0o755)
        _add(project, "one")
        (base / ".l10n").chmod(0o555)
        base.chmod(0o555)
        assert as_nobody(lambda: _only_readable(project)) == b""
    finally:
        for folder in (base, base / ".l10n"):
            folder.chmod(0o755)
        shutil.rmtree(base)


_ALLOW = "change the permissions of the file and its folder"


def _nothing_there(project: Project) -> None:
    assert _found(project, "one") == []
    told = f".l10n: may not be written; nothing was written\n  to do: {_ALLOW}"
    assert _refused(project) == told


def _only_readable(project: Project) -> None:
    with open_store(project, write=False) as store:
        assert not store.writable
        assert Memory(store.connection).lookup(Query("one"), "fr")[0].score == 100
    told = f"{FILE}: may not be written; nothing was written\n  to do: {_ALLOW}"
    assert _refused(project) == told
