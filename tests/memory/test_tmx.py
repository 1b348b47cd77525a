"""TMX: out and in again, files of other tools, and files that are meant to do harm."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.tmx import tmxfile

from l10n.memory import TmxTally, read_tmx, text_key, write_tmx
from l10n.model.errors import InputError
from l10n.model.memory import Origin, Remembered

# As OmegaT writes its project memory: version 1.1, `lang`, and what stood around in properties.
OMEGAT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" \
creationtoolversion="5.4.1_0" segtype="sentence" srclang="EN-US"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="EN-US">
        <seg>The gate &lt;b0>opens&lt;/b0> at six.</seg>
      </tuv>
      <tuv lang="PT-BR" changeid="ana" changedate="20260901T101500Z" creationid="ana">
        <seg>O portão &lt;b0>abre&lt;/b0> às seis.</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">letter.md</prop>
      <prop type="prev">Good morning.</prop>
      <prop type="next"></prop>
      <note>said to boats</note>
      <tuv lang="EN-US">
        <seg>Open</seg>
      </tuv>
      <tuv lang="PT-BR">
        <seg>Abra</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""
# As Trados exports: UTF-16, level 2, codes of the format the text came from, several languages.
TRADOS = """\
<?xml version="1.0" encoding="utf-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="SDL Language Platform" creationtoolversion="8.0" o-tmf="SDL TM8 Format" \
datatype="xml" segtype="sentence" adminlang="en-US" srclang="en-US" creationdate="20260101T000000Z">
<prop type="x-Recognizers">RecognizeAll</prop><note>a header's own</note></header>
<body>
<tu creationdate="20260102T030405Z" creationid="MT!" changeid="HOUSE\\eva" usagecount="3" tuid="7">
<prop type="x-LastUsedBy">HOUSE\\eva</prop>
<prop type="x-Context">-1, 5</prop>
<note xml:lang="en">checked</note>
<tuv xml:lang="en-US"><seg>A <bpt i="1" type="bold" x="1">&lt;b&gt;</bpt>small\
<ept i="1">&lt;/b&gt;</ept> <bpt i="2">{\\cf2 </bpt>boat<ept i="2">}</ept>, \
<hi type="x-mark">the <ph x="3" type="image">\
![</ph></hi>one<it pos="end">](a.png)</it><ut>{\\f1 }</ut>.</seg></tuv>
<tuv xml:lang="fr-FR" creationid="eva"><prop type="x-Quality">99</prop><seg>Un \
<bpt i="1" type="bold">&lt;b&gt;</bpt>petit<ept i="1">&lt;/b&gt;</ept> <bpt i="2">{\\cf2 </bpt>\
bateau<ept i="2">}</ept><ph type="fnote">{\\fn <sub>voir plus bas</sub>}</ph>.</seg></tuv>
<tuv xml:lang="de-DE"><seg>Ein kleines Boot.</seg></tuv>
</tu>
<tu creationid="MT!"><tuv xml:lang="en-GB"><seg>Colour</seg></tuv>\
<tuv xml:lang="fr-FR"><seg>Couleur</seg></tuv></tu>
<tu><tuv xml:lang="de-DE"><seg>Boot</seg></tuv><tuv xml:lang="fr-FR"><seg>Bateau</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>Empty</seg></tuv><tuv xml:lang="fr-FR"><seg/></tuv></tu>
</body></tmx>
"""
HEAD = '<?xml version="1.0"?>\n<tmx version="1.4">\n<header srclang="en"/>\n<body>\n'


def _read(data: bytes | str, **options: object) -> list[Remembered]:
    whole = data.encode() if isinstance(data, str) else data
    portions = [whole[at : at + 7] for at in range(0, len(whole), 7)]
    return list(read_tmx(portions, "m.tmx", "m.tmx", "en", **options))  # type: ignore[arg-type]


def _refused(portions: Iterator[bytes] | list[bytes]) -> str:
    with pytest.raises(InputError) as raised:
        list(read_tmx(portions, "m.tmx", "m.tmx", "en"))
    return str(raised.value)


words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(
    str.strip
)
plain = st.text("abc é/.-", max_size=12)
keys = st.none() | st.integers(-(2**63), 2**63 - 1)
remembered = st.builds(
    Remembered,
    source=words,
    target=words,
    language=st.sampled_from(("fr", "pt-BR", "zh-Hans")),
    origin=st.sampled_from(Origin),
    place=plain,
    before=keys,
    after=keys,
)


@given(st.lists(remembered, max_size=5))
def test_what_is_written_is_read_again(translations: list[Remembered]) -> None:
    data = b"".join(write_tmx(translations, "en", "1.0"))
    assert _read(data) == translations
    assert b"".join(write_tmx(_read(data), "en", "1.0")) == data


@pytest.mark.parametrize("file", [OMEGAT.encode(), TRADOS.encode("utf-16")])
def test_what_other_tools_said_is_said_again(file: bytes) -> None:
    translations = _read(file)
    data = b"".join(write_tmx(translations, "en", "1.0"))
    assert _read(data) == translations
    again = tmxfile.parsestring(data)
    assert len(again.units) == len(translations)


def test_omegat(tmp_path: object) -> None:
    first, second = _read(OMEGAT)
    assert (first.source, first.target, first.language) == (
        "The gate <b0>opens</b0> at six.",
        "O portão <b0>abre</b0> às seis.",
        "pt-BR",
    )
    assert (first.before, first.after) == (None, None)
    assert (second.source, second.target) == ("Open", "Abra")
    assert (second.before, second.after) == (text_key("Good morning."), text_key(""))
    written = b"".join(write_tmx([second], "en", "1.0")).decode()
    assert '<prop type="file">letter.md</prop>' in written
    assert "<note>said to boats</note>" in written


def test_trados_level_2() -> None:
    tally = TmxTally()
    boat, german, colour = _read(TRADOS.encode("utf-16"), tally=tally)
    assert boat.source == "A <b>small</b> boat, the ![one](a.png)."
    assert boat.target == "Un <b>petit</b> bateau."
    assert (boat.language, boat.origin, boat.place) == ("fr-FR", Origin.HUMAN, "m.tmx")
    assert (german.language, german.target) == ("de-DE", "Ein kleines Boot.")
    assert (colour.source, colour.origin) == ("Colour", Origin.MACHINE)
    assert len(tally.no_source) == len(tally.empty) == 1
    assert [each.language for each in _read(TRADOS.encode("utf-16"), languages=["fr"])] == [
        "fr-FR",
        "fr-FR",
    ]
    written = b"".join(write_tmx([boat], "en", "1.0")).decode()
    for part in (
        ' tuid="7"',
        'usagecount="3"',
        '<note xml:lang="en">checked</note>',
        '<prop type="x-Context">-1, 5</prop>',
        '<prop type="x-Quality">99</prop>',
        '<tuv xml:lang="en-US">',
        '<bpt i="1" type="bold" x="1">&lt;b&gt;</bpt>',
        "<sub>voir plus bas</sub>",
        "<ut>{\\f1 }</ut>",
    ):
        assert part in written


def test_the_toolkit_reads_what_is_written() -> None:
    translations = [
        Remembered("One & <two>", "Un & <deux>", "fr", place="a.po"),
        Remembered("Line\nbreak\ttab", "Saut\nde ligne", "fr", Origin.MACHINE),
    ]
    units = tmxfile.parsestring(b"".join(write_tmx(translations, "en", "1.0"))).units
    assert [(unit.source, unit.target) for unit in units] == [
        (each.source, each.target) for each in translations
    ]


BOMB = '<?xml version="1.0"?>\n<!DOCTYPE tmx [\n<!ENTITY a "ha">\n' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 100}">\n' for old, new in zip("abcd", "bcde", strict=True)
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            BOMB + "]>\n<tmx><body><tu><tuv><seg>&e;</seg></tuv></tu></body></tmx>",
            'm.tmx:3: declares the entity "a"\n'
            "  allowed: a TMX file without declarations of its own: entities can grow to"
            " gigabytes\n"
            "  to do: remove <!ENTITY …>, or export the file once more from where it came from",
        ),
        (
            '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<tmx/>',
            'm.tmx:1: declares the entity "x"\n'
            "  allowed: a TMX file without declarations of its own: entities can grow to"
            " gigabytes\n"
            "  to do: remove <!ENTITY …>, or export the file once more from where it came from",
        ),
        (
            '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://x.example/y">%x;]>\n<tmx/>',
            'm.tmx:1: declares the entity "x"\n'
            "  allowed: a TMX file without declarations of its own: entities can grow to"
            " gigabytes\n"
            "  to do: remove <!ENTITY …>, or export the file once more from where it came from",
        ),
        (
            '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx><body>\n<tu><tuv xml:lang="en"><seg>&x;',
            'm.tmx:3: uses the entity "x", which nothing declares',
        ),
        ("<tmx><body>\n<tu></body></tmx>", "m.tmx:2: is not XML: mismatched tag"),
        ("", "m.tmx:1: is not XML: no element found"),
        ("words", "m.tmx:1: is not XML: syntax error"),
        (
            "\n<xliff/>",
            "m.tmx:2: holds <xliff> and no TMX\n  allowed: a file that begins with <tmx>",
        ),
        (
            '<?xml version="1.0" encoding="klingon"?><tmx/>',
            "m.tmx:1: cannot be read: unknown encoding: klingon",
        ),
        (
            HEAD + "<tu>" * 60,
            "m.tmx:5: holds more elements within one unit than any text needs",
        ),
        (
            HEAD + '<tu><tuv xml:lang="en"><seg>' + "<hi>x</hi>" * 10_001,
            "m.tmx:5: holds more elements within one unit than any text needs",
        ),
    ],
)
def test_what_is_refused(data: str, told: str) -> None:
    assert _refused([data.encode()]) == told


def _endless(start: str) -> Iterator[bytes]:
    yield start.encode()
    for _ in range(16_000):  # a gigabyte, if anybody took it
        yield b"x" * 65_536


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (
            HEAD + '<tu><tuv xml:lang="en"><seg>',
            "m.tmx:5: holds a unit of more than a million characters",
        ),
        (HEAD + '<tu tuid="', "m.tmx:5: holds a tag or comment of more than 8 MB"),
        (HEAD + "<!-- ", "m.tmx:5: holds a tag or comment of more than 8 MB"),
        (
            HEAD + '<tu><tuv xml:lang="en"><seg><ph>',
            "m.tmx:5: holds a unit of more than a million characters",
        ),
    ],
)
def test_a_gigabyte_is_refused_before_it_is_there(start: str, told: str) -> None:
    tracemalloc.start()
    assert _refused(_endless(start)) == told
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30_000_000


@given(st.data())
def test_damaged_files_raise_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([OMEGAT.encode(), TRADOS.encode("utf-16")])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        new = data.draw(
            st.sampled_from([b"", b"<", b"&", b"<seg>", b"</tuv>", b"\x00", b'"', b"]]>"])
        )
        whole[at : at + data.draw(st.integers(0, 30))] = new
    try:
        translations = _read(bytes(whole))
    except InputError as error:
        assert str(error).startswith("m.tmx:")
    else:
        assert _read(b"".join(write_tmx(translations, "en", "1.0"))) == translations
