"""The benchmark's figures must be able to be bad: tools that damage posts are told apart."""

import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from benchmarks import fidelity, speed
from benchmarks.corpora import Corpus
from benchmarks.peers.folders import Folders
from benchmarks.tools import Answer, Tool, ToolAbsentError
from tests.judges.markdown import render_commonmark

POSTS = (b"# Title\n\nSome words.\n", b"A [link](u) and `code`.\n")
CORPUS = Corpus("two posts", "markdown-it", "commonmark", POSTS, lambda post: _html(post))


def _html(post: bytes) -> str:
    return render_commonmark(post.decode())


class Lines:
    """A tool that offers each line of a post, and does ``damage`` to what it builds."""

    key = "lines"
    label = "lines 1"

    def __init__(self, damage: Callable[[str], str] = str) -> None:
        self._damage = damage

    def ask(self, do: str, root: Path, dialect: str = "", timeout: float = 0.0) -> Answer | None:
        folders = Folders(root)
        for post in folders.posts.iterdir() if do != "prepare" else ():
            catalog = folders.catalogs / f"{post.stem}.po"
            lines = post.read_text().split("\n")
            if do == "extract":
                offered = polib.POFile()
                offered.extend(polib.POEntry(msgid=line) for line in lines if line)
                offered.save(str(catalog))
            else:
                known = {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalog))}
                built = "\n".join(known.get(line, line) for line in lines)
                (folders.built / post.name).write_text(self._damage(built))
        return Answer(0.5, 2048)


class Silent:
    """A tool that hangs."""

    key = "silent"
    label = "silent 1"

    def ask(self, do: str, root: Path, dialect: str = "", timeout: float = 0.0) -> Answer | None:
        return None


@pytest.mark.parametrize(
    ("damage", "row"),
    [
        (str, "| lines 1 | 0 | 2 of 2 | 2 of 2 | 2 of 2 | 0.00 % |"),
        (lambda text: text + "\n", "| lines 1 | 0 | 0 of 2 | 2 of 2 | 2 of 2 | 0.00 % |"),
        (
            lambda text: text.replace("# ", "## "),
            "| lines 1 | 0 | 1 of 2 | 1 of 2 | 1 of 2 | 0.00 % |",
        ),
        (
            lambda text: text.replace("Someə", "Some"),
            "| lines 1 | 0 | 2 of 2 | 2 of 2 | 2 of 2 | 16.67 % |",
        ),
    ],
)
def test_damage_shows_in_the_table(damage: Callable[[str], str], row: str, tmp_path: Path) -> None:
    table = fidelity.table([fidelity.measure(Lines(damage), CORPUS, tmp_path)])

    assert table.split("\n")[2] == row


def test_a_tool_that_hangs_fails_in_every_column(tmp_path: Path) -> None:
    result = fidelity.measure(Silent(), CORPUS, tmp_path)

    assert result == fidelity.Fidelity("silent 1", 2, 2, 0, 0, 0, 0, 0)


def test_speed_is_told_beside_the_first_tool(tmp_path: Path) -> None:
    table = speed.table(speed.measure([Lines()], CORPUS, 3, tmp_path))

    assert table.split("\n")[2] == (
        "| lines 1 | 2 | 0.500 s (× 1.0) | – | 0.500 s (× 1.0) | 2 MiB |"
    )


def test_an_absent_tool_is_named_as_absent() -> None:
    with pytest.raises(ToolAbsentError, match=r"^nothing is absent: No module named .*nothing'$"):
        Tool("nothing").__enter__()


@pytest.mark.judge
@pytest.mark.skipif(shutil.which("po4a") is None, reason="po4a is not installed")
def test_a_tool_is_outlived_when_it_hangs(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    folders.prepare()
    post = folders.posts / "post.md"
    with Tool("po4a") as tool:
        post.write_bytes(b"```\n")  # po4a never ends on a fence that does not
        assert tool.ask("extract", tmp_path, timeout=1.0) is None
        post.write_bytes(b"words\n")
        answer = tool.ask("extract", tmp_path)

    assert answer is not None
    assert answer.failed == {}
