"""Reading PO files: every layout that gettext allows, and errors that say where."""

import pytest

from l10n.catalog import parse_catalog
from l10n.model.errors import InputError
from l10n.model.message import Message, State
from tests.catalog.po import HEADER, po

PATH = "locales/fr/a letter.po"


def messages(data: bytes) -> tuple[Message, ...]:
    return parse_catalog(data, PATH).catalog.messages


def error(data: bytes) -> str:
    with pytest.raises(InputError) as raised:
        parse_catalog(data, PATH)
    return str(raised.value)


def test_header_fields_come_in_order_with_their_comments_and_flags() -> None:
    data = f"# French by\n#   somebody\n#, fuzzy\n{HEADER}".encode()
    catalog = parse_catalog(data, PATH).catalog
    assert catalog.header[0] == ("Project-Id-Version", "Marginalia")
    assert catalog.field("language") == "fr"
    assert catalog.header_comments == ("French by", "  somebody")
    assert catalog.header_flags == ("fuzzy",)


def test_a_header_need_not_come_first() -> None:
    file = parse_catalog(b'msgid "a"\nmsgstr "b"\n\n' + po(), PATH)
    assert file.catalog.field("Language") == "fr"
    assert file.catalog.messages == (Message("a", "b"),)


def test_every_part_of_an_entry() -> None:
    entry = (
        "# a remark\n#\n#. heading 2\n#.   indented\n#: a.md b.md\n#: c.md\n"
        "#, fuzzy, no-wrap\n#, x-unknown\n"
        '#| msgctxt "was"\n#| msgid ""\n#| "Old "\n#| "text"\n'
        'msgctxt "is"\nmsgid "New"\nmsgstr ""\n"Nou"\n"veau\\n"\n'
    )
    assert messages(po(entry)) == (
        Message(
            "New",
            "Nouveau\n",
            "is",
            previous_msgid="Old text",
            previous_msgctxt="was",
            flags=("fuzzy", "no-wrap", "x-unknown"),
            translator_comments=("a remark", ""),
            extracted_comments=("heading 2", "  indented"),
            references=("a.md", "b.md", "c.md"),
        ),
    )


def test_plurals_keep_all_forms() -> None:
    entry = 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "un"\nmsgstr[2] ""\n"trois"\n'
    (message,) = messages(po(entry))
    assert (message.msgid_plural, message.msgstr_plural) == ("%d files", ("un", "", "trois"))


def test_obsolete_entries() -> None:
    entry = '# why\n#, fuzzy\n#~| msgid "Oldest"\n#~ msgid ""\n#~ "Old "\n#~ "one"\n#~ msgstr "x"\n'
    plain = '#~ msgid "Two"\n#~ msgstr ""\n#~ "De"\n#~ "ux"\n'
    assert messages(po(entry, plain)) == (
        Message(
            "Old one",
            "x",
            previous_msgid="Oldest",
            flags=("fuzzy",),
            translator_comments=("why",),
            obsolete=True,
        ),
        Message("Two", "Deux", obsolete=True),
    )
    assert messages(po(plain))[0].state is State.OBSOLETE


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\ufeff"])
def test_what_python_takes_for_a_line_end_is_text(char: str) -> None:
    text = f"one{char}two"
    data = po(f'# {text}\n#. {text}\nmsgid "{text}"\nmsgstr "{text}"\n')
    comments = {"translator_comments": (text,), "extracted_comments": (text,)}
    assert messages(data) == (Message(text, text, **comments),)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"a\"b\\n\n\tc", 'a"b\\n\n\tc'),
        (r"\a\b\f\v\r", "\a\b\f\v\r"),
        (r"\101\x42\303\251\xe9", "ABé\xe9".replace("é\xe9", "\u00c3\u00a9\u00e9")),
        (r"\303\251", "é"),
        (r"\d \? \\", "\\d \\? \\"),
        (r"\\\"", '\\"'),
    ],
)
def test_escapes(written: str, text: str) -> None:
    assert messages(po(f'msgid "{written}"\nmsgstr ""\n')) == (Message(text),)


@pytest.mark.parametrize(
    ("line", "references"),
    [
        ("a.md:12 b%20c.md", ("a.md:12", "b c.md")),
        ("\u2068a b.md\u2069 c.md:3", ("a b.md", "c.md:3")),
        ("100%.md 100%25.md", ("100%.md", "100%.md")),
    ],
)
def test_references_with_blanks(line: str, references: tuple[str, ...]) -> None:
    assert messages(po(f'#: {line}\nmsgid "a"\nmsgstr ""\n'))[0].references == references


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "One"\nmsgstr "Un"\n',
        'msgid"One"\nmsgstr"Un"\n',
        '  msgid   "One"  \n\t"" \nmsgstr\t"Un"\n',
        'msgid "One"\n\nmsgstr ""\n\n"Un"\n',
        'msgid ""\n"On"\n"e"\nmsgstr ""\n"U"\n"n"\n',
        'msgid "O"\n"ne"\nmsgstr "U"\n"n"\n',
        '\n\n \nmsgid "One"\nmsgstr "Un"\n\n\n',
        'msgid "One"\nmsgstr "Un"',
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_layouts(entry: str, newline: str, bom: bytes) -> None:
    for data in (entry.encode(), po(entry)):
        file = parse_catalog(bom + data.replace(b"\n", newline.encode()), PATH)
        assert file.catalog.messages == (Message("One", "Un"),)
        start, end = file.spans[0]
        assert file.data[start:end].strip().startswith(b"msgid")
        assert file.data[start:end].strip().endswith(b'"')
        assert b"msgid" in file.data.split(b"\n")[file.line(0) - 1]


def test_entries_need_no_blank_line_between_them() -> None:
    data = b'msgid "One"\nmsgstr "Un"\n# two\nmsgid "Two"\nmsgstr "Deux"\nmsgid "3"\nmsgstr "4"'
    assert messages(data) == (
        Message("One", "Un"),
        Message("Two", "Deux", translator_comments=("two",)),
        Message("3", "4"),
    )


def test_comments_may_stand_apart_from_their_entry() -> None:
    data = po('# far\n\n\n#: a.md\n\nmsgid "One"\nmsgstr "Un"\n', "# the end\n")
    (message,) = messages(data)
    assert (message.translator_comments, message.references) == (("far",), ("a.md",))


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", b"# only a comment\n"])
def test_files_without_messages(data: bytes) -> None:
    file = parse_catalog(data, PATH)
    assert (file.catalog.messages, file.catalog.header, file.spans) == ((), (), ())


def test_the_line_of_a_message_is_its_msgids() -> None:
    file = parse_catalog(po('# one\n#: a\nmsgctxt "c"\nmsgid "One"\nmsgstr ""\n'), PATH)
    assert file.line(0) == 12


def test_an_obsolete_message_may_repeat_a_live_one() -> None:
    data = po('msgid "One"\nmsgstr "Un"\n', '#~ msgid "One"\n#~ msgstr "Une"\n')
    assert [message.msgstr for message in messages(data)] == ["Un", "Une"]


REMEDY = "\n  to do: open the file in a PO editor, or restore it from version control"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ('msgid "One\nmsgstr ""\n', "9: a string does not end on the line where it begins"),
        ('msgid "One\\"\nmsgstr ""\n', "9: a string does not end on the line where it begins"),
        ('msgid "a "b" c"\nmsgstr ""\n', '9: a quote inside a string is not written as \\"'),
        ('msgid One\nmsgstr ""\n', "9: a keyword stands here without a string"),
        ('# x\nmsgid "One"\n', "10: this message has no msgstr"),
        ('msgid "a"\nmsgstr ""\nmsgstr ""\n', "11: a second msgstr for the same message"),
        ('msgid_plural "a"\n', "9: msgid_plural stands here without a msgid before it"),
        ('# x\nmsgstr "Un"\n', "10: msgstr stands here without a msgid before it"),
        ('# x\n"Un"\n', "10: a string stands here without its keyword"),
        ('#| msgid "a"\n', "9: this entry has no msgid"),
        ('msgtext "One"\n', '9: “msgtext "One"” is neither a comment, a keyword nor a string'),
        (
            'msgid "One"\nmsgstr ""\n\nmsgid "One"\nmsgstr "Un"\n',
            "12: this message was defined already on line 9",
        ),
    ],
)
def test_malformed_entries(entry: str, found: str) -> None:
    assert error(po(entry)) == f"{PATH}:{found}{REMEDY}"


def test_all_flaws_at_once_in_order_of_lines() -> None:
    data = po('msgid "One"\nmsgstr ""\n', 'msgid "One"\nmsgstr ""\n', "nonsense\n", 'msgid "x"\n')
    with pytest.raises(InputError) as raised:
        parse_catalog(data, PATH)
    assert [flaw.where for flaw in raised.value.flaws] == [f"{PATH}:{at}" for at in (12, 15, 17)]


def test_merge_conflicts() -> None:
    ours, theirs = 'msgid "One"\nmsgstr "Un"\n', 'msgid "One"\nmsgstr "Une"\n'
    data = po(f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n")
    assert error(data) == (
        f"{PATH}:9: an unresolved merge conflict begins here\n"
        "  to do: keep one version of what stands between the markers, and delete their lines"
    )
    assert error(po(f"{ours}=======\n")).startswith(
        f"{PATH}:11: an unresolved merge conflict goes on here\n"
    )


def test_another_charset_in_the_header() -> None:
    latin = po('msgid "a"\nmsgstr "é"\n').replace(b"UTF-8", b"ISO-8859-1")
    message = (
        f"{PATH}:6: the header says that the charset is ISO-8859-1\n"
        "  allowed: UTF-8\n"
        f"  to do: convert the file: msgconv --to-code=UTF-8 -o '{PATH}' '{PATH}'"
    )
    assert error(latin) == message
    assert error(latin.decode().encode("latin-1")) == message


def test_the_charset_of_templates_is_no_charset() -> None:
    assert messages(po('msgid "a"\nmsgstr ""\n').replace(b"UTF-8", b"CHARSET")) == (Message("a"),)


def test_invalid_utf8() -> None:
    data = po('msgid "a"\nmsgstr "x"\n').replace(b'"x"', b'"\xe9"')
    assert error(data) == (
        f"{PATH}:10: the byte 0xe9 at offset {data.index(0xE9)} is not UTF-8\n"
        "  allowed: PO files in UTF-8\n"
        "  to do: save the file as UTF-8"
    )


def test_a_plural_number_beyond_reason_takes_no_memory() -> None:
    assert "neither a comment" in error(po('msgid "a"\nmsgstr[999999999] "b"\n'))
