"""New PO files: in the form that Poedit and msgcat write, and that polib reads as we do."""

from pathlib import Path

import polib
import pytest

from l10n.catalog import new_header, parse_catalog, write_catalog
from l10n.model.language import Language
from l10n.model.message import Catalog, Message
from tests.catalog.po import gettext

LONG = "A paragraph that is longer than the seventy-nine columns at which gettext wraps, by far. "
FRENCH = new_header(Language("fr", "fr"), "Marginalia")
EVERYTHING = Catalog(
    FRENCH,
    ("French by volunteers", "", "They are many."),
    messages=(
        Message(
            "Title", extracted_comments=("heading 1",), references=("posts/a letter.md", "b%20.md")
        ),
        Message(
            LONG * 3,
            LONG * 2,
            extracted_comments=(LONG,),
            references=("a.md", "b.md"),
        ),
        Message("One\ntwo\n", "Un\n" + LONG + "\n", translator_comments=("A remark", "", LONG)),
        Message('Tab\t "quote" back\\slash\a\b\f\v\r', "\u2028\x85\x1c🤗 e\u0301"),
        Message("New", "Nouveau", flags=("fuzzy", "no-wrap"), previous_msgid="Old\n" + LONG),
        Message(
            "May", "Mai", "month", previous_msgctxt="was", previous_msgid="x", flags=("fuzzy",)
        ),
        Message(
            "%d a", msgid_plural="%d b", msgstr_plural=("%d un", "%d des"), flags=("c-format",)
        ),
        Message("%d c", msgid_plural="%d d", msgstr_plural=("", "")),
        Message(" ", "\u00a0"),
        Message("Many", references=tuple(f"posts/é-letter-{number}.md" for number in range(9))),
        Message("Gone\n" + LONG, LONG, translator_comments=("why",), obsolete=True),
        Message("Gone 2", "x", "c", flags=("fuzzy",), previous_msgid="y\nz", obsolete=True),
    ),
)


def test_the_form() -> None:
    catalog = Catalog(
        (("Language", "fr"), ("MIME-Version", "1.0")),
        ("Ours",),
        messages=(
            Message(
                "One\ntwo",
                "Un deux",
                flags=("fuzzy",),
                previous_msgid="One",
                translator_comments=("a remark", ""),
                extracted_comments=("paragraph",),
                references=("a b.md",),
            ),
            Message("Gone", "Parti", obsolete=True),
        ),
    )
    assert write_catalog(catalog).decode() == (
        '# Ours\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
        '\n# a remark\n#\n#. paragraph\n#: a%20b.md\n#, fuzzy\n#| msgid "One"\n'
        'msgid ""\n"One\\n"\n"two"\nmsgstr "Un deux"\n'
        '\n#~ msgid "Gone"\n#~ msgstr "Parti"\n'
    )


def test_what_is_written_is_read() -> None:
    assert parse_catalog(write_catalog(EVERYTHING), "a.po").catalog == EVERYTHING


def test_without_header() -> None:
    assert write_catalog(Catalog()) == b""
    assert write_catalog(Catalog(messages=(Message("a"),))) == b'msgid "a"\nmsgstr ""\n'


def test_a_previous_context_without_its_msgid_is_left_out() -> None:
    written = write_catalog(Catalog(messages=(Message("a", "b", previous_msgctxt="c"),)))
    assert written == b'msgid "a"\nmsgstr "b"\n'


def test_a_line_end_within_a_comment_cannot_break_the_file() -> None:
    message = Message("a", "b", translator_comments=("one\r\ntwo\rthree\nmsgid",))
    written = write_catalog(Catalog(messages=(message,)))
    assert written == b'# one\n# two\n# three\n# msgid\nmsgid "a"\nmsgstr "b"\n'


@pytest.mark.judge
def test_msgcat_would_write_it_like_this() -> None:
    written = write_catalog(EVERYTHING)
    assert gettext("msgcat", "--no-wrap", "-", data=written) == written


@pytest.mark.judge
def test_msgfmt_has_nothing_to_object() -> None:
    written = write_catalog(EVERYTHING)
    assert gettext("msgfmt", "--check", "-o", "/dev/null", "-", data=written) == b""


def test_polib_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    # polib 1.2.0 does not know the escape \a.
    messages = [each for each in EVERYTHING.messages if "\a" not in each.msgid]
    path.write_bytes(write_catalog(Catalog(FRENCH, messages=tuple(messages))))
    entries = polib.pofile(str(path))
    assert [
        (entry.msgid, entry.msgstr, entry.msgctxt, entry.flags, bool(entry.obsolete))
        for entry in entries
    ] == [
        (each.msgid, each.msgstr, each.msgctxt, list(each.flags), each.obsolete)
        for each in messages
    ]
    assert entries[0].occurrences == [
        ("posts/a%20letter.md", ""),
        ("b%2520.md", ""),
    ]


def test_a_comment_that_ends_with_a_backslash_does_not_swallow_the_next_line() -> None:
    message = Message("a", "b", translator_comments=("C:\\",), extracted_comments=("D:\\",))
    data = write_catalog(Catalog((("Language", "fr"),), messages=(message,)))
    assert b"# C:\\ \n#. D:\\ \nmsgid" in data
    assert parse_catalog(data, "a.po").catalog.messages == (message,)
