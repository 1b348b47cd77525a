"""Writing back: only the bytes of what changed change, however the file was laid out."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from l10n.catalog import CatalogFile, parse_catalog, update_catalog
from l10n.model.message import Message
from tests.catalog.po import HEADER, gettext, po

ODD = (
    '#comment\n#:a.md\n#,fuzzy\nmsgid "One"\nmsgstr ""\n"U"\n"n"\n',
    '\n\n# spread\n\nmsgid\t"Two"\n  msgstr "Deux"\n',
    '#~ msgid "Old"\n#~ msgstr ""\n#~ "Vi"\n#~ "eux"\n',
)


def parsed(data: bytes) -> CatalogFile:
    return parse_catalog(data, "fr.po")


def edited(file: CatalogFile, index: int, msgstr: str) -> bytes:
    messages = list(file.catalog.messages)
    messages[index] = replace(messages[index], msgstr=msgstr)
    return update_catalog(file, replace(file.catalog, messages=tuple(messages)))


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("tail", [b"", b"\n\n\n", b"\n# the end\n"])
def test_one_edit_changes_one_span(newline: bytes, bom: bytes, tail: bytes) -> None:
    file = parsed(bom + (po(*ODD) + tail).replace(b"\n", newline))
    assert update_catalog(file, file.catalog) is file.data
    for index, (start, end) in enumerate(file.spans):
        data = edited(file, index, 'New\n"text"')
        assert data[:start] == file.data[:start]
        assert data.endswith(file.data[end:])
        assert data.replace(b"\r\n", b"").count(b"\n") == (
            0 if newline == b"\r\n" else data.count(b"\n")
        )
        assert parsed(data).catalog.messages[index].msgstr == 'New\n"text"'


def test_no_final_line_end_stays_none() -> None:
    file = parsed(po(*ODD).rstrip(b"\n"))
    assert edited(file, 0, "Uno").endswith(b'#~ "eux"')
    assert edited(file, 2, "Neuf").endswith(b'#~ msgstr "Neuf"')


def test_a_new_order_takes_the_bytes_along() -> None:
    file = parsed(po(*ODD))
    one, two, old = file.catalog.messages
    data = update_catalog(file, replace(file.catalog, messages=(two, Message("New"), one, old)))
    for start, end in file.spans:
        assert file.data[start:end] in data
    assert [message.msgid for message in parsed(data).catalog.messages] == "Two New One Old".split()
    assert data.startswith(HEADER.encode())


def test_a_message_taken_out_leaves_no_hole() -> None:
    first, last = 'msgid "One"\nmsgstr ""\n', 'msgid "Three"\nmsgstr ""\n'
    file = parsed(po(first, 'msgid "Two"\nmsgstr ""\n', last))
    one, _, three = file.catalog.messages
    assert update_catalog(file, replace(file.catalog, messages=(one, three))) == po(first, last)
    assert update_catalog(file, replace(file.catalog, messages=())) == po()


def test_entries_without_header_or_blank_lines() -> None:
    file = parsed(b'msgid "One"\nmsgstr "Un"\nmsgid "Two"\nmsgstr "Deux"')
    one, two = file.catalog.messages
    data = update_catalog(file, replace(file.catalog, messages=(two, Message("New"), one)))
    assert (
        data == b'msgid "Two"\nmsgstr "Deux"\n\nmsgid "New"\nmsgstr ""\n\nmsgid "One"\nmsgstr "Un"'
    )


def test_entries_without_blank_lines_stay_so() -> None:
    file = parsed(po('msgid "One"\nmsgstr "Un"\n# 2\nmsgid "Two"\nmsgstr "Deux"\n'))
    assert edited(file, 0, "Uno") == file.data.replace(b'"Un"', b'"Uno"')


def test_an_empty_file_is_filled() -> None:
    file = parsed(b"")
    data = update_catalog(file, replace(file.catalog, messages=(Message("One"), Message("Two"))))
    assert data == b'msgid "One"\nmsgstr ""\n\nmsgid "Two"\nmsgstr ""\n'


def test_a_header_field_changes_alone() -> None:
    wrapped = (
        '# by us\nmsgid ""\nmsgstr ""\n"Project-Id-Version: A very long name\\n"\n'
        '"Plural-Forms: nplurals=2; "\n"plural=(n > 1);\\n"\n"Language: fr\\n"\n'
    )
    file = parsed((wrapped + '\nmsgid "a"\nmsgstr ""\n"b"\n').encode())
    header = tuple(
        (name, "it" if name == "Language" else said) for name, said in file.catalog.header
    )
    data = update_catalog(file, replace(file.catalog, header=header))
    assert data == file.data.replace(b"Language: fr", b"Language: it")
    more = update_catalog(file, replace(file.catalog, header=(*file.catalog.header, ("X-A", "b"))))
    assert more == file.data.replace(b'fr\\n"\n', b'fr\\n"\n"X-A: b\\n"\n')


def test_a_header_below_a_message_comes_first_once_something_changes() -> None:
    file = parsed(b'msgid "a"\nmsgstr "b"\n\n' + po('msgid "c"\nmsgstr "d"\n'))
    assert update_catalog(file, file.catalog) is file.data
    assert edited(file, 0, "e") == po('msgid "a"\nmsgstr "e"\n', 'msgid "c"\nmsgstr "d"\n')


def test_a_header_is_put_above_what_had_none() -> None:
    file = parsed(b'msgid "a"\nmsgstr ""\n')
    data = update_catalog(file, replace(file.catalog, header=(("Language", "fr"),)))
    assert data == b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "a"\nmsgstr ""\n'


@pytest.mark.corpus
@pytest.mark.judge
@pytest.mark.parametrize("name", ["es", "tr", "zh-CN"])
def test_real_catalogs_as_every_program_wraps_them(corpus: Path, name: str, tmp_path: Path) -> None:
    path = corpus / "comprehensive-rust" / "po" / f"{name}.po"
    rewrapped = tmp_path / "polib.po"
    polib.pofile(str(path), wrapwidth=60).save(str(rewrapped))
    files = [
        parsed(data)
        for data in (
            path.read_bytes(),
            gettext("msgcat", "--width=79", path),
            gettext("msgcat", "--no-wrap", path),
            rewrapped.read_bytes(),
        )
    ]
    texts = {tuple((each.msgid, each.msgstr) for each in file.catalog.messages) for file in files}
    assert len(texts) == 1
    for file in files:
        assert update_catalog(file, file.catalog) is file.data
        for index in range(0, len(file.spans), 401):
            start, end = file.spans[index]
            data = edited(file, index, "Otro\ntexto, más largo")
            assert data[:start] == file.data[:start]
            assert data[len(data) - len(file.data) + end :] == file.data[end:]
