"""Adding and replacing keys: what ``set`` writes into a built post."""

import re
from collections.abc import Sequence

from l10n.markdown.frontmatter.values import FrontMatter, Kind
from l10n.model.edit import Edit, apply_edits

_LINE_END = re.compile(rb"\r\n?|\n")
_BOM = b"\xef\xbb\xbf"


def set_keys(
    data: bytes,
    front: FrontMatter | None,
    values: Sequence[tuple[str, str]],
    kind: Kind = "yaml",
    path: str = "",
) -> tuple[Edit, ...]:
    """Return the Edits after which ``front`` reads as before, plus ``values``.

    Keys are dotted; parents that are missing are made. A key that stands already keeps its place
    and comment (of several, the last, which is the one parsers take), others are added at the
    end of their mapping, in the file's own line ends and indentation. A value that equals
    already needs no Edit. Without front matter, one of ``kind`` is written at the start.

    Raises InputError at ``path:line`` where the front matter is broken, where a key's parent is
    not a mapping, and where a key cannot be set without changing another.
    """
    if not values:
        return ()
    line_end = _LINE_END.search(data)
    new_line = line_end[0] if line_end else b"\n"
    if front is None:
        return (_created(data, values, kind, new_line, path),)
    if front.kind == "yaml":
        from l10n.markdown.frontmatter.set_yaml import set_yaml

        edits = set_yaml(data, front, values, new_line.decode(), path)
    else:
        from l10n.markdown.frontmatter.set_toml import set_toml

        edits = set_toml(data, front, values, new_line.decode(), path)
    return _joined(edits)


def _created(
    data: bytes, values: Sequence[tuple[str, str]], kind: Kind, new_line: bytes, path: str
) -> Edit:
    """Return the Edit that puts a whole front matter at the start, behind a BOM."""
    fence = (b"---" if kind == "yaml" else b"+++") + new_line
    start = len(_BOM) if data.startswith(_BOM) else 0
    empty = fence + fence
    edits = set_keys(
        empty, FrontMatter(kind, len(fence), len(fence), len(empty)), values, kind, path
    )
    return Edit(start, start, apply_edits(empty, edits))


def _joined(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return ``edits`` in order, with insertions at one place made into one."""
    joined: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        last = joined[-1] if joined else None
        if last and last.start == last.end == edit.start == edit.end:
            joined[-1] = Edit(edit.start, edit.end, last.new + edit.new)
        else:
            joined.append(edit)
    return tuple(joined)
