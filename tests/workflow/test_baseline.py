"""Baselines: sorted lines, each standing for one finding, known again after edits elsewhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model.errors import InputError
from l10n.model.fingerprint import fingerprint
from l10n.workflow.baseline import Known, known, mark_known, read_baseline, write_baseline
from tests.reports.findings import CHANGED, DRAFT


def test_a_line_for_each_finding_sorted() -> None:
    long = replace(CHANGED, path="b.po", msgid="word " * 30)
    assert write_baseline([known(long), known(CHANGED), known(DRAFT)]).decode() == (
        '{"path": "b.po", "rule": "link-changed", "about": "word word word word word word word '
        'word word word word word…", "fingerprint": "' + fingerprint(long) + '"}\n'
        '{"path": "locales/zh-Hans/a.po", "rule": "catalog-draft", "about": "A cat.", '
        '"fingerprint": "' + fingerprint(DRAFT) + '"}\n'
        '{"path": "locales/zh-Hans/a.po", "rule": "link-changed", '
        '"about": "Read [the docs](https://x.example/a).", '
        '"fingerprint": "' + fingerprint(CHANGED) + '"}\n'
    )


def test_equal_findings_give_equal_bytes() -> None:
    entries = [known(CHANGED), known(DRAFT), known(CHANGED)]
    assert write_baseline(entries) == write_baseline(reversed(entries))
    assert write_baseline(entries).count(b"\n") == 3


def test_a_line_stands_for_one_finding_wherever_its_message_moved() -> None:
    moved = replace(CHANGED, line=99, end_line=99, message="said otherwise")
    marked, stale = mark_known([moved, DRAFT, CHANGED], [known(CHANGED)])
    assert [finding.known for finding in marked] == [True, False, False]
    assert stale == ()
    elsewhere = replace(CHANGED, path="b.po")
    marked, stale = mark_known([elsewhere], [known(CHANGED), known(CHANGED)])
    assert [finding.known for finding in marked] == [False]
    assert stale == (known(CHANGED), known(CHANGED))


def test_what_is_written_is_read_back() -> None:
    entry = Known("a b.po", "link-changed", "line\u2028\u202eend \x1b 👩‍🔬 \U000e0001", "00")
    data = write_baseline([entry])
    assert read_baseline(data, "x") == (entry,)
    assert b"\\u2028\\u202eend \\u001b" in data and b"\\udb40\\udc01" in data
    assert read_baseline(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n\r\n"), "x") == (entry,)
    assert read_baseline(b"", "x") == ()


@pytest.mark.parametrize(
    "line",
    [b"<<<<<<< HEAD", b"[]", b"3", b"{}", b"\xff", b"[" * 9000,
     b'{"path": "a", "rule": 3, "fingerprint": "0"}',
     b'{"path": "a", "rule": "b", "fingerprint": "0", "about": []}'],
)  # fmt: skip
def test_lines_that_are_none(line: bytes) -> None:
    data = write_baseline([known(CHANGED)]) + line + b"\n"
    with pytest.raises(InputError) as raised:
        read_baseline(data, "known.jsonl")
    assert str(raised.value) == (
        "known.jsonl:2: this is not a line of a baseline\n"
        '  allowed: an object with the strings "path", "rule" and "fingerprint"\n'
        "  to do: restore the file from version control, or delete it and use --write-baseline"
    )


@given(st.binary(max_size=80))
def test_other_bytes_are_flaws_and_no_crash(data: bytes) -> None:
    try:
        read_baseline(data, "known.jsonl")
    except InputError as error:
        assert error.flaws


@given(st.lists(st.tuples(st.text(), st.text(), st.text(), st.text()), max_size=5))
def test_any_line_survives(parts: list[tuple[str, str, str, str]]) -> None:
    entries = [Known(*part) for part in parts]
    assert read_baseline(write_baseline(entries), "x") == tuple(sorted(entries))
