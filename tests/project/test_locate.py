"""Lines of TOML keys: nothing that merely looks like a key or a header may count."""

import tomllib

from hypothesis import example, given
from hypothesis import strategies as st

from l10n.project.locate import locate

TRICKY = '''\
a.b."c d" = 1 # [not.a.table]
[x."y.z"] # k = 1
k = """
[no]
q = 1 \\""" """""
v = [ # ]
 "a]", [1,
 2], {p = 1, q = [
 3]},
]
[[r]]
w = \'\'\'
[[r]]\'\'\'
[[r]]
[r.s]
t = 1979-05-27 07:32:00
[[r.u]]
[[r.u]]
e = 1
'''


def test_every_kind_of_key_is_found_on_its_line() -> None:
    tomllib.loads(TRICKY)
    lines = locate(TRICKY)
    assert lines["a", "b", "c d"] == 1
    assert lines["x", "y.z"] == 2
    assert lines["x", "y.z", "k"] == 3
    assert lines["x", "y.z", "v"] == 6
    assert [lines["x", "y.z", "v", 1, index] for index in (0, 1)] == [7, 8]
    assert lines["x", "y.z", "v", 2, "q", 0] == 9
    assert lines["r", 0, "w"] == 12
    assert lines["r", 1, "s", "t"] == 16
    assert lines["r", 1, "u", 1, "e"] == 19


def test_text_inside_strings_is_never_a_key() -> None:
    paths = locate(TRICKY)
    assert not any("no" in path or ("q" in path and 2 not in path) for path in paths)


def test_crlf_counts_once() -> None:
    assert locate("a = 1\r\n\r\nb = 2\r\n") == {("a",): 1, ("b",): 3}


_KEYS = st.sampled_from(["a", "b-c", '"d.e"', "'f g'", "a . z"])
_SCALARS = st.sampled_from(
    ['"x # ]"', "1_000", "'''\n[y]\n'''", '"""\nk = 1\n"""', "1979-05-27", "-inf"]
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: "[ # ]\n" + ",\n".join(each) + "\n]")
        | st.lists(_SCALARS.filter(lambda s: "\n" not in s), max_size=2).map(
            lambda each: "{" + ", ".join(f"k{i} = {v}" for i, v in enumerate(each)) + "}"
        )
    ),
    max_leaves=6,
)


def _paths(value: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    found = {path} if path else set()
    if isinstance(value, dict):
        for key, below in value.items():
            found |= _paths(below, (*path, key))
    if isinstance(value, list):
        for index, below in enumerate(value):
            found |= _paths(below, (*path, index))
    return found


@given(
    st.lists(st.tuples(st.sampled_from(["", "[t]", "[[r]]", "[r.s]"]), _KEYS, _VALUES), max_size=6)
)
def test_the_paths_found_are_those_that_tomllib_reads(
    parts: list[tuple[str, str, str]],
) -> None:
    text = "".join(f"{header}\n{key} = {value}\n" for header, key, value in parts)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        locate(text)
        return
    assert set(locate(text)) == _paths(values)


@given(st.text(alphabet="[]{}=\"'#.\n\\ab1, "))
@example('"\\1"')
def test_text_that_is_no_toml_never_raises(text: str) -> None:
    locate(text)
