"""Reading and writing: all or nothing, and a translator's work always wins."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n.model.errors import InputError
from l10n.model.plan import FileChange
from l10n.project import Committed, Project, check_utf8, load_project
from tests.project.nobody import as_nobody

CONFIG = b'languages = ["fr"]\n[[posts]]\nsource = "posts/*.md"\ntarget = "site/{lang}/{post}.md"\n'
ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "l10n.toml").write_bytes(CONFIG)
    return load_project(tmp_path)


def _files(root: Path) -> dict[str, bytes]:
    """Return all files but the project's own, hidden ones included."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] not in (".l10n", "l10n.toml")
    }


def _refused(action: Callable[[], object]) -> str:
    with pytest.raises(InputError) as raised:
        action()
    return str(raised.value)


def test_new_files_and_their_folders_are_made(project: Project) -> None:
    changes = [FileChange("a/b/c.po", b"one\r\n"), FileChange("d.po", b"two")]
    assert project.commit(changes) == Committed(("a/b/c.po", "d.po"))
    assert _files(project.root) == {"a/b/c.po": b"one\r\n", "d.po": b"two"}
    assert project.read("a/b/c.po") == b"one\r\n"
    assert stat.S_IMODE((project.root / "d.po").stat().st_mode) & 0o600 == 0o600


def test_a_file_that_is_equal_already_is_not_touched(project: Project) -> None:
    file = project.root / "a.po"
    file.write_bytes(b"same")
    before = file.stat()
    assert project.commit([FileChange("a.po", b"same", b"older")]) == Committed()
    after = file.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_no_changes_leave_no_trace(project: Project) -> None:
    assert project.commit([]) == Committed()
    assert not (project.root / ".l10n").exists()


def test_what_a_translator_saved_meanwhile_wins(project: Project) -> None:
    for name in ("a.po", "b.po", "c.po"):
        (project.root / name).write_bytes(b"as read")
    (project.root / "b.po").write_bytes(b"saved by a translator")
    (project.root / "d.po").write_bytes(b"made by a translator")
    changes = [
        FileChange("d.po", b"ours"),
        FileChange("a.po", b"ours", b"as read"),
        FileChange("b.po", b"ours", b"as read"),
        FileChange("gone.po", b"ours", b"as read"),
    ]
    assert project.commit(changes) == Committed(("a.po",), ("d.po", "b.po", "gone.po"))
    assert _files(project.root) == {
        "a.po": b"ours",
        "b.po": b"saved by a translator",
        "c.po": b"as read",
        "d.po": b"made by a translator",
    }


@posix
def test_what_a_translator_saves_at_the_last_moment_wins(project: Project) -> None:
    """While a large file is being written, the one before it in the commit is saved anew."""
    first = project.root / "first.po"
    first.write_bytes(b"as read")
    code = (
        "import sys\nfrom pathlib import Path\nfrom l10n.project import load_project\n"
        "from l10n.model.plan import FileChange\n"
        "project = load_project(Path(sys.argv[1]))\n"
        "print(project.commit([FileChange('first.po', b'ours', b'as read'),"
        " FileChange('second.po', b'x' * 100_000_000)]).conflicts)\n"
    )
    run = _child(code, str(project.root))
    while not list(project.root.glob(".l10n-*.tmp")):
        time.sleep(0.001)
        assert run.poll() is None
    first.write_bytes(b"saved by a translator")
    output, _ = run.communicate(timeout=30)
    assert first.read_bytes() == b"saved by a translator"
    assert output.decode().strip() == "('first.po',)"
    (project.root / "second.po").unlink()


def test_two_changes_of_one_file_are_a_mistake_of_ours(project: Project) -> None:
    with pytest.raises(ValueError, match="two changes of one path"):
        project.commit([FileChange("a.po", b"1"), FileChange("a.po", b"2", b"1")])


@posix
def test_modes_are_kept_whatever_the_umask(project: Project) -> None:
    file = project.root / "a.po"
    file.write_bytes(b"old")
    file.chmod(0o664)
    umask = os.umask(0o077)
    try:
        project.commit([FileChange("a.po", b"new", b"old")])
    finally:
        os.umask(umask)
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


@posix
def test_links_inside_the_project_are_followed(project: Project) -> None:
    (project.root / "real").mkdir()
    (project.root / "real" / "a.po").write_bytes(b"old")
    (project.root / "a.po").symlink_to("real/a.po")
    (project.root / "new.po").symlink_to("real/new.po")
    project.commit([FileChange("a.po", b"new", b"old"), FileChange("new.po", b"1")])
    assert (project.root / "a.po").is_symlink()
    assert (project.root / "real" / "a.po").read_bytes() == b"new"
    assert (project.root / "real" / "new.po").read_bytes() == b"1"


@posix
@pytest.mark.parametrize("path", ["link.po", "folder/new.po"])
def test_links_out_of_the_project_are_refused(
    project: Project, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "target").write_bytes(b"theirs")
    (project.root / "link.po").symlink_to(outside / "target")
    (project.root / "folder").symlink_to(outside)
    change = FileChange(path, b"ours", b"theirs" if path == "link.po" else None)
    where = outside / ("target" if path == "link.po" else "new.po")
    told = (
        f"{path}: a symbolic link leads to {where}, outside the project\n"
        "  allowed: paths below the project's folder, with forward slashes\n"
        "  to do: name a place inside the project, or replace the link by a real folder"
    )
    assert _refused(lambda: project.commit([FileChange("fine.po", b"1"), change])) == told
    assert _refused(lambda: project.read(path)) == told
    assert _files(outside) == {"target": b"theirs"}
    assert not (project.root / "fine.po").exists()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../a.po", "leaves the project by .."),
        ("a/../../b.po", "leaves the project by .."),
        ("/etc/passwd", "is absolute"),
        (".git/config", "leads into .git"),
        ("sub/.GIT/hooks/x", "leads into .git"),
        ("a\0b", "holds a NUL character"),
    ],
)
def test_paths_that_lead_elsewhere_are_refused(project: Project, path: str, why: str) -> None:
    told = (
        f"{path}: the path {why}\n"
        "  allowed: paths below the project's folder, with forward slashes\n"
        "  to do: name a place inside the project, or replace the link by a real folder"
    )
    assert _refused(lambda: project.read(path)) == told
    assert _refused(lambda: project.commit([FileChange(path, b"x")])) == told


@posix
def test_reading_what_is_no_file(project: Project) -> None:
    (project.root / "folder.po").mkdir()
    os.mkfifo(project.root / "pipe.po")
    (project.root / "file").write_bytes(b"")
    assert project.read("absent.po") is None
    assert project.read("file/below.po") is None
    end = "\n  allowed: a file\n  to do: move it away, or name another path"
    assert _refused(lambda: project.read("folder.po")) == f"folder.po: is a folder{end}"
    assert _refused(lambda: project.read("pipe.po")) == f"pipe.po: is a pipe or a device{end}"
    assert _refused(lambda: project.commit([FileChange("folder.po", b"x")])) == (
        f"folder.po: is a folder{end}"
    )


def test_a_file_in_the_place_of_a_folder(project: Project) -> None:
    (project.root / "file").write_bytes(b"mine")
    changes = [FileChange("new/folder/a.po", b"1"), FileChange("file/b.po", b"1")]
    assert _refused(lambda: project.commit(changes)) == (
        "file/b.po: a file stands where a folder is needed; nothing was written\n"
        "  to do: move that file away, or name another path"
    )
    assert _files(project.root) == {"file": b"mine"}
    assert not (project.root / "new").exists()


@posix
def test_a_name_that_is_too_long(project: Project) -> None:
    path = f"po/{'x' * 300}.po"
    assert _refused(lambda: project.commit([FileChange(path, b"1")])) == (
        f"{path}: the file name is too long\n  to do: shorten the name of the post"
    )
    assert not (project.root / "po").exists()


def test_another_destination(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    dest = tmp_path_factory.mktemp("dest") / "deeper"
    assert project.commit([FileChange("fr/a.md", b"1")], dest).written == ("fr/a.md",)
    assert project.read("fr/a.md", dest) == b"1"
    assert _files(dest) == {"fr/a.md": b"1"}
    assert _files(project.root) == {}


# ---- places that cannot be written


@posix
def test_a_file_size_limit_leaves_all_as_it_was(project: Project) -> None:
    (project.root / "a.po").write_bytes(b"old")
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from l10n.project import load_project\nfrom l10n.model.plan import FileChange\n"
        "from l10n.model.errors import InputError\n"
        "project = load_project(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    project.commit([FileChange('a.po', b'new', b'old'),"
        " FileChange('n/b.po', b'x' * 5000)])\n"
        "except InputError as error:\n    print(error)\n"
    )
    output, _ = _child(code, str(project.root)).communicate(timeout=30)
    assert output.decode() == (
        "n/b.po: the disk is full; nothing was written\n"
        "  to do: free some space and run this again\n"
    )
    assert _files(project.root) == {"a.po": b"old"}
    assert not (project.root / "n").exists()


@pytest.fixture
def tiny_disk() -> Iterator[Path]:
    """Return a folder with 64 KiB of room in all, or skip where none can be mounted."""
    mount = shutil.which("mount")
    folder = Path(tempfile.mkdtemp())
    made = mount is not None and os.name != "nt" and os.geteuid() == 0
    if made:
        command = [str(mount), "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
        made = subprocess.run(command, check=False, capture_output=True).returncode == 0
    if not made:
        folder.rmdir()
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_leaves_all_as_it_was(tiny_disk: Path) -> None:
    (tiny_disk / "l10n.toml").write_bytes(CONFIG)
    (tiny_disk / "a.po").write_bytes(b"old")
    project = load_project(tiny_disk)
    changes = [
        FileChange("a.po", b"new", b"old"),
        FileChange("po/b.po", b"x" * 10_000),
        FileChange("po/c.po", b"x" * 100_000),
    ]
    assert _refused(lambda: project.commit(changes)) == (
        "po/c.po: the disk is full; nothing was written\n"
        "  to do: free some space and run this again"
    )
    assert _files(tiny_disk) == {"a.po": b"old"}
    assert not (tiny_disk / "po").exists()
    assert project.commit(changes[:2]).written == ("a.po", "po/b.po")


@posix
def test_folders_that_may_not_be_written() -> None:
    base = Path(tempfile.mkdtemp())
    try:
        base.chmod(0o755)
        root = base / "project"
        (root / "po").mkdir(parents=True)
        (root / "l10n.toml").write_bytes(CONFIG)
        (root / "posts").mkdir()
        (root / "posts" / "a.md").write_bytes(b"words")
        (root / "po" / "a.po").write_bytes(b"old")
        (root / "secret.po").write_bytes(b"")
        (root / "secret.po").chmod(0o000)
        for folder in (root / "po", root / "posts", root):
            folder.chmod(0o555)
        assert as_nobody(lambda: _read_only(root)) == b""
        root.chmod(0o777)
        assert as_nobody(lambda: _read_only_below(root)) == b""
        assert {name for name in _files(root) if "po/" in name} == {"po/a.po"}
        assert (root / "po" / "a.po").read_bytes() == b"old"
    finally:
        for folder in base.rglob("*"):
            if folder.is_dir():
                folder.chmod(0o777)
        shutil.rmtree(base)


def _read_only(root: Path) -> None:
    """Reading works without writing anything; writing and locking are refused."""
    project = load_project(root)
    assert project.read_posts(project.posts) == (b"words",)
    assert project.memo.known(b"x" * 16) is False
    project.memo.learn([b"x" * 16])
    assert project.memo.known(b"x" * 16)
    told = (
        ".l10n: may not be written; nothing was written\n"
        "  to do: change the permissions of the file and its folder"
    )
    assert _refused(lambda: project.commit([FileChange("po/a.po", b"new", b"old")])) == told
    assert _refused(lambda: project.lock().__enter__()) == told
    assert _refused(lambda: project.read("secret.po")) == (
        "secret.po: may not be read\n  to do: change the permissions of the file and its folder"
    )
    assert not (root / ".l10n").exists()


def _read_only_below(root: Path) -> None:
    project = load_project(root)
    changes = [FileChange("new/x.po", b"1"), FileChange("po/a.po", b"new", b"old")]
    assert _refused(lambda: project.commit(changes)) == (
        "po/a.po: may not be written; nothing was written\n"
        "  to do: change the permissions of the file and its folder"
    )
    assert not (root / "new").exists()


# ---- being killed


def _child(code: str, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


LOOP = """
import sys
from pathlib import Path
from l10n.model.plan import FileChange
from l10n.project import load_project
project = load_project(Path(sys.argv[1]))
names = [f"po/{n}/a.po" for n in range(8)]
print("ready", flush=True)
for turn in range(1, 1_000_000):
    old = [project.read(name) for name in names]
    new = bytes([65 + turn % 26]) * 60_000
    project.commit([FileChange(name, new, was) for name, was in zip(names, old)])
"""


@posix
def test_being_killed_at_any_moment_leaves_whole_files(project: Project) -> None:
    debris = 0
    for turn in range(40):
        child = _child(LOOP, str(project.root))
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.0007 * turn)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        files = _files(project.root)
        debris += any(name.endswith(".tmp") for name in files)
        for name, data in files.items():
            if not name.endswith(".tmp"):
                assert len(data) == 60_000 and len(set(data)) == 1, name
        with project.lock():
            left = [name for name in _files(project.root) if name.endswith(".tmp")]
        assert left == []
    assert debris > 0, "no kill came between writing and renaming: the test shows nothing"


# ---- UTF-8


def test_posts_that_are_no_utf8_are_told_with_their_offsets(project: Project) -> None:
    posts = project.root / "posts"
    posts.mkdir()
    (posts / "a.md").write_bytes("fine é".encode())
    (posts / "b.md").write_bytes(b"one\r\ncaf\xe9\n")
    (posts / "c.md").write_bytes("words".encode("utf-16"))
    (posts / "d.md").write_bytes(b"gone soon")
    loaded = load_project(project.root)
    (posts / "d.md").unlink()
    assert _refused(lambda: loaded.read_posts(loaded.posts)) == (
        "posts/b.md:2: byte 0xE9 at offset 8 is not UTF-8\n"
        "  to do: save the file as UTF-8\n"
        "posts/c.md:1: byte 0xFF at offset 0 is not UTF-8\n"
        "  to do: save the file as UTF-8; it seems to be UTF-16\n"
        "posts/d.md: was removed while we were at work"
    )
    check_utf8("é\0\ufeff".encode(), "a.md")
