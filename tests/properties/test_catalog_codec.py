"""Whatever a PO file holds: what is written is read, and what is read is not written anew."""

import subprocess
from dataclasses import replace
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog import CatalogFile, parse_catalog, update_catalog, write_catalog
from l10n.model.errors import InputError
from l10n.model.message import Catalog, Message
from tests.catalog.po import po

# NUL ends a string in C, EOT a msgctxt in MO files, and surrogates are not text.
CHARS = st.characters(exclude_characters="\x00\x04", exclude_categories=["Cs"])
PIECES = st.sampled_from(
    ["\n", '"', "\\", "\\n", "\t", "\r", " ", "\u2028", "\x85", "\x0b", "é", "#~"]
)
TEXT = st.lists(st.text(CHARS, max_size=8) | PIECES, max_size=6).map("".join)
LINE = st.text(
    st.characters(exclude_characters="\x00\x04\n\r", exclude_categories=["Cs"]), max_size=12
)
FLAG = st.sampled_from(["fuzzy", "no-wrap", "c-format", "x-unknown"])
FLAGS = st.lists(FLAG, max_size=3, unique=True).map(tuple)
COMMENTS = st.lists(LINE, max_size=3).map(tuple)
REFERENCES = st.lists(LINE.filter(bool), max_size=3).map(tuple)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    plural = draw(st.booleans())
    previous = draw(st.none() | TEXT)
    return Message(
        draw(TEXT.filter(bool)),
        "" if plural else draw(TEXT),
        draw(st.none() | TEXT),
        draw(TEXT) if plural else None,
        draw(st.lists(TEXT, min_size=1, max_size=3).map(tuple)) if plural else (),
        previous,
        None if previous is None else draw(st.none() | TEXT),
        draw(FLAGS),
        draw(COMMENTS),
        draw(COMMENTS),
        draw(REFERENCES),
        draw(st.booleans()),
    )


CONTENT_TYPE = ("Content-Type", "text/plain; charset=UTF-8")
VALUE = st.text(CHARS, max_size=12).map(lambda text: " ".join(text.split()))
CATALOGS = st.builds(
    Catalog,
    st.lists(st.tuples(st.sampled_from(["Language", "X-Note"]), VALUE), max_size=2).map(
        lambda fields: (CONTENT_TYPE, *fields)
    ),
    COMMENTS,
    FLAGS,
    st.lists(messages(), max_size=5, unique_by=lambda each: each.key).map(tuple),
)


@given(CATALOGS)
def test_what_is_written_is_read(catalog: Catalog) -> None:
    assert parse_catalog(write_catalog(catalog), "a.po").catalog == catalog


@given(CATALOGS, CATALOGS)
def test_an_update_says_what_it_was_brought_to(old: Catalog, new: Catalog) -> None:
    file = parse_catalog(write_catalog(old), "a.po")
    shuffled = replace(new, messages=tuple({each.key: each for each in mixed(old, new)}.values()))
    assert parse_catalog(update_catalog(file, shuffled), "a.po").catalog == shuffled


def mixed(old: Catalog, new: Catalog) -> list[Message]:
    return [*old.messages[::-2], *new.messages, *old.messages[::2]]


ENTRIES = (
    '# a remark\n#. kind\n#: a.md b%20c.md\n#, fuzzy\n#| msgid "Old"\nmsgid "One"\nmsgstr "Un"\n',
    'msgctxt "c"\nmsgid ""\n"T"\n"wo\\n"\nmsgstr ""\n"De"\n"ux\\n"\n',
    'msgid "%d a"\nmsgid_plural "%d b"\nmsgstr[0] "c"\nmsgstr[1] ""\n',
    '#, fuzzy\n#~| msgid "x"\n#~ msgid "Gone"\n#~ msgstr ""\n#~ "Par"\n#~ "ti"\n',
)
SCRAPS = ["\n", "\n\n", "\r\n", '"', '""\n', "\\", "#", "#~ ", "#| ", "# x\n", " ", "msgid "]
SCRAPS += ['msgid "', 'msgstr ""\n', "msgstr[3] ", "\u2028", "\x0b", "\ufeff"]
FRAGMENTS = st.sampled_from([*SCRAPS, *ENTRIES]).map(str.encode) | st.binary(max_size=3)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = po(*draw(st.lists(st.sampled_from(ENTRIES), max_size=4, unique=True)))
    if draw(st.booleans()):
        data = data.replace(b"\n", b"\r\n")
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        data = data[:start] + draw(FRAGMENTS) + data[end:]
    return data


def readable(data: bytes) -> CatalogFile | None:
    """Return the file, or None where it cannot be read; anything but InputError is a fault."""
    try:
        return parse_catalog(data, "a.po")
    except InputError as error:
        assert error.flaws
        assert all(flaw.where.startswith("a.po:") for flaw in error.flaws)
        return None


@given(damaged())
@settings(max_examples=200)
def test_a_file_that_can_be_read_is_kept_and_changes_where_it_was_edited(data: bytes) -> None:
    file = readable(data)
    if file is None:
        return
    assert update_catalog(file, file.catalog) == data
    assert list(file.spans) == sorted(file.spans)
    for index, (start, end) in enumerate(file.spans):
        edited = list(file.catalog.messages)
        edited[index] = replace(edited[index], msgstr_plural=(), msgid_plural=None, msgstr="New\n1")
        wanted = replace(file.catalog, messages=tuple(edited))
        written = update_catalog(file, wanted)
        if file.header_span[0] <= file.spans[0][0]:
            assert written[:start] == data[:start]
            assert written[len(written) - len(data) + end :] == data[end:]
        assert parse_catalog(written, "a.po").catalog == wanted


@pytest.mark.judge
@given(CATALOGS)
@settings(max_examples=25)
def test_msgcat_reads_what_we_read(catalog: Catalog) -> None:
    if which("msgcat") is None:
        pytest.skip("msgcat is absent (install gettext)")
    data = write_catalog(catalog)
    command = ["msgcat", "--no-wrap", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    theirs = parse_catalog(done.stdout, "b.po").catalog
    assert said(theirs) == said(catalog)


def said(catalog: Catalog) -> list[object]:
    """Return all strings as msgcat keeps them.

    It puts obsolete messages last, and drops those whose (first) msgstr is empty.
    """
    return [
        (each.key, each.msgid_plural, each.msgstr, each.msgstr_plural)
        for each in sorted(catalog.messages, key=lambda each: each.obsolete)
        if each.msgstr or "".join(each.msgstr_plural[:1]) or not each.obsolete
    ]
