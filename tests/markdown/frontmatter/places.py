"""Where a translated string can stand in YAML front matter: one of each style and context."""

PLACES = {
    "plain": b"title: Old words # note\n",
    "plain on two lines": b"title: Old\n  words\n",
    "single": b"title: 'Old ''words'''  # note\n",
    "double": b'title: "Old \\u00e9 words"\n',
    "double on two lines": b'title: "Old\n\n  words"\n',
    "next line": b"title:\n  # note\n  Old words\n",
    "literal": b"title: | # note\n  Old\n   words\n",
    "literal, stripped": b"title: |-\n    Old\n\n    words\n\n\n",
    "literal, kept": b"title: |+\n Old\n\n\n",
    "literal, explicit": b"title: |2-\n   Old\n",
    "folded": b"title: >\n  Old\n  words\n\n  more\n",
    "folded, stripped": b"title: >-\n  Old\n",
    "anchored": b"title: &name Old words\n",
    "tagged": b"title: !!str # note\n  Old words\n",
    "flow list": b"title: [Old words, 2]\n",
    "flow mapping": b"title: {a: {b: Old words}, c: 1}\n",
    "flow on lines": b"title: {\n  a: {b: 'Old words'} # note\n  }\n",
    "block list": b"title:\n- 1\n- Old words\n- x: 2\n",
    "block list, literal": b"title:\n- |\n  Old words\n- x: 2\n",
    "explicit key": b"? title\n: Old words\n",
}
KEYS = ("title", "title.a.b")


def post(place: str, end: bytes = b"\n", bom: bytes = b"") -> bytes:
    """Return a post whose front matter holds ``place`` between two other keys."""
    head = "---\nä: 'é😀'\n".encode()
    return bom + (head + PLACES[place] + b"z: 1\n---\nBody\n").replace(b"\n", end)


def changed(value: object, text: str) -> object:
    """Return what a parser read, with the one string under ``title`` replaced by ``text``."""
    if isinstance(value, dict):
        return {key: value[key] if key in "äz" else changed(value[key], text) for key in value}
    if isinstance(value, list):
        return [changed(item, text) for item in value]
    return text if isinstance(value, str) else value
