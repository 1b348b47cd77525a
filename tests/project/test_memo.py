"""The memo: it remembers across runs, forgets the oldest, and survives any damage."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.project import Memo, digest
from l10n.project.memo import LIMIT


def test_it_remembers_across_runs(tmp_path: Path) -> None:
    one, two, three = digest(b"1"), digest(b"2"), digest(b"3")
    Memo(tmp_path).learn([one])
    memo = Memo(tmp_path)
    memo.learn([two, two])
    fresh = Memo(tmp_path)
    assert (fresh.known(one), fresh.known(two), fresh.known(three)) == (True, True, False)


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    memo = Memo(tmp_path)
    memo.learn([])
    assert not (tmp_path / ".l10n").exists()
    memo.learn([digest(b"1")])
    before = (tmp_path / ".l10n" / "memo").stat()
    Memo(tmp_path).learn([digest(b"1")])
    after = (tmp_path / ".l10n" / "memo").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_oldest_are_forgotten_first(tmp_path: Path) -> None:
    memo = Memo(tmp_path)
    memo.learn(number.to_bytes(16, "big") for number in range(LIMIT))
    memo.learn(number.to_bytes(16, "big") for number in range(LIMIT, LIMIT + 10))
    fresh = Memo(tmp_path)
    assert not fresh.known((9).to_bytes(16, "big"))
    assert fresh.known((10).to_bytes(16, "big"))
    assert fresh.known((LIMIT + 9).to_bytes(16, "big"))
    assert (tmp_path / ".l10n" / "memo").stat().st_size < 1_100_000


@pytest.mark.parametrize(
    "damage", [b"", b"garbage", b"l10n memo 1\n", b"l10n memo 2\n" + b"x" * 64]
)
def test_a_damaged_file_is_forgotten_and_rebuilt(tmp_path: Path, damage: bytes) -> None:
    Memo(tmp_path).learn([digest(b"1")])
    (tmp_path / ".l10n" / "memo").write_bytes(damage)
    memo = Memo(tmp_path)
    assert not memo.known(digest(b"1"))
    memo.learn([digest(b"2")])
    assert Memo(tmp_path).known(digest(b"2"))


def test_any_flipped_byte_is_noticed(tmp_path: Path) -> None:
    Memo(tmp_path).learn([digest(b"1"), digest(b"2")])
    file = tmp_path / ".l10n" / "memo"
    data = file.read_bytes()
    for position in range(len(data)):
        file.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        memo = Memo(tmp_path)
        assert not memo.known(digest(b"1")) and not memo.known(digest(b"2"))


def test_a_folder_in_its_place_is_no_error(tmp_path: Path) -> None:
    (tmp_path / ".l10n" / "memo").mkdir(parents=True)
    memo = Memo(tmp_path)
    memo.learn([digest(b"1")])
    assert memo.known(digest(b"1"))
    assert sorted(path.name for path in (tmp_path / ".l10n").iterdir()) == [".gitignore", "memo"]


def test_digests_of_another_length_are_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a digest has 16 bytes"):
        Memo(tmp_path).learn([b"short"])


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_where_parts_begin_and_end_counts(one: list[bytes], two: list[bytes]) -> None:
    assert (digest(*one) == digest(*two)) == (one == two)
