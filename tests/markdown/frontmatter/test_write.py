"""How a translated string is written: its own style while that is safe, else double quotes."""

import pytest
import yaml

from l10n.markdown.frontmatter import find_front_matter, read_scalars, write_scalar
from l10n.model.edit import apply_edits

YAML = [
    # as it stood, the translation, as it stands then
    ("k: Old words # note", "Neue Worte", "k: Neue Worte # note"),
    ("k: Old words # note", "Neu: Worte", 'k: "Neu: Worte" # note'),
    ("k: Old words", "Was? {x}, [y]: z", 'k: "Was? {x}, [y]: z"'),
    ("k: Old words", "Was? {x}, [y]", "k: Was? {x}, [y]"),
    ("k: Old words", "L'été à 10:30 (#3)", "k: L'été à 10:30 (#3)"),
    ("k: Old words", "no", 'k: "no"'),
    ("k: Old words", "2020-01-01", 'k: "2020-01-01"'),
    ("k: Old words", "2020 in review", "k: 2020 in review"),
    ("k: Old words", '"Ja", sagt sie', 'k: "\\"Ja\\", sagt sie"'),
    ("k: Old words", "a\nb\t\x85\u2028\x07", 'k: "a\\nb\\t\\x85\\u2028\\x07"'),
    ("k: Old words", "🎉 «Fête» 日本", "k: 🎉 «Fête» 日本"),
    ("k: Old\n  words # note", "Neue Worte", "k: Neue Worte # note"),
    ("k: 'Old'", "l'été: #1", "k: 'l''été: #1'"),
    ("k: 'Old'", "a\nb", 'k: "a\\nb"'),
    ('k: "Old"', 'a "b" \\c', 'k: "a \\"b\\" \\\\c"'),
    ("k: [Old, 'x']", "a, b", "k: [\"a, b\", 'a, b']"),
    ("k: [Old]", "Was?", 'k: ["Was?"]'),
    ("k: &a Old", "Neu", "k: &a Neu"),
    ("k: !!str Old", "no", 'k: !!str "no"'),
    (
        "k: | # note\n    Old\n     words\n\nz: 1",
        "Neu\n  x\n\ny\n",
        "k: | # note\n    Neu\n      x\n\n    y\n\nz: 1",
    ),
    ("k: |\n  Old\nz: 1", "Neu", "k: |-\n  Neu\nz: 1"),
    ("k: |-\n  Old\nz: 1", "Neu\n", "k: |\n  Neu\nz: 1"),
    ("k: |+\n  Old\n\nz: 1", "Neu\n\n", "k: |+\n  Neu\n\nz: 1"),
    ("k: |+\n  Old\n\nz: 1", "Neu\n", "k: |\n  Neu\n\nz: 1"),
    ("k: | # note\n  Old\nz: 1", "Neu\n\n\n", 'k: "Neu\\n\\n\\n" # note\nz: 1'),
    ("k: | # note\n  Old\n    \nz: 1", "Neu\n", 'k: "Neu\\n" # note\n    \nz: 1'),
    ("k: |\n  Old\nz: 1", "  Neu\n", 'k: "  Neu\\n"\nz: 1'),
    ("k: |2\n    Old\nz: 1", "  Neu\nx\n", "k: |2\n    Neu\n  x\nz: 1"),
    ("k: >\n  Old\n  words\nz: 1", "Neu\nx: y\n", "k: >\n  Neu\n\n  x: y\nz: 1"),
    ("k: >-\n  Old\n  words\nz: 1", "# Neu", "k: >-\n  # Neu\nz: 1"),
    ("k: >-\n  Old\n  words\nz: 1", "a\n b", 'k: "a\\n b"\nz: 1'),
]


@pytest.mark.parametrize(("before", "text", "after"), YAML)
def test_yaml(before: str, text: str, after: str) -> None:
    assert _write(f"---\n{before}\n---\nBody\n", text) == f"---\n{after}\n---\nBody\n"
    value = yaml.safe_load(after)["k"]
    assert value == text or value == [text] * len(value)


def test_a_block_keeps_the_line_ends_of_its_file() -> None:
    assert (
        _write("---\r\nk: >\r\n Old\r\n---\r\n", "a\nb\n")
        == "---\r\nk: >\r\n a\r\n\r\n b\r\n---\r\n"
    )
    assert (
        _write("+++\r\nk='''\r\nOld'''\r\n+++\r\n", "a\nb")
        == "+++\r\nk='''\r\na\r\nb'''\r\n+++\r\n"
    )


TOML = [
    ('k = "Old" # note', 'a "b" \\ \t\n\x7f é', 'k = "a \\"b\\" \\\\ \\t\\n\\u007f é" # note'),
    ("k = 'Old'", 'a "b" \\', "k = 'a \"b\" \\'"),
    ("k = 'Old'", "l'été", 'k = "l\'été"'),
    ('k = """Old"""', "a\nb", 'k = """a\\nb"""'),
    ('k = """\nOld\n"""', 'a\n"""b"', 'k = """\na\n\\"""b\\""""'),
    ('k = """Old\n"""', "\na", 'k = """\n\na"""'),
    ("k = '''\nOld'''", "l'a\n\\b", "k = '''\nl'a\n\\b'''"),
    ("k = '''\nOld'''", "a'''", 'k = """\na\'\'\'"""'),
    ("k = ['Old', 2]", "a, b", "k = ['a, b', 2]"),
    ("k = ['''Old''', 2]", "a\r", 'k = ["""a\\r""", 2]'),
]


@pytest.mark.parametrize(("before", "text", "after"), TOML)
def test_toml(before: str, text: str, after: str) -> None:
    assert _write(f"+++\n{before}\n+++\nBody\n", text) == f"+++\n{after}\n+++\nBody\n"


def test_a_text_equal_to_the_value_keeps_the_bytes() -> None:
    source = b'---\nk: "\\u00e9\\\n   x"\nl: >\n  a\n  b\nm:  plain\n  words\n---\n'
    front = find_front_matter(source)
    assert front is not None
    scalars = read_scalars(source, front, ["*"], "post.md")
    assert [scalar.value for scalar in scalars] == ["éx", "a b\n", "plain words"]
    edits = [write_scalar(source, scalar, scalar.value) for scalar in scalars]
    assert apply_edits(source, edits) == source


def _write(source: str, text: str) -> str:
    data = source.encode()
    front = find_front_matter(data)
    assert front is not None
    scalars = read_scalars(data, front, ["k"], "post.md")
    return apply_edits(data, [write_scalar(data, scalar, text) for scalar in scalars]).decode()
