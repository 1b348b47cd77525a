"""Links between posts follow the reader's language."""

import re
from collections.abc import Mapping

from pyromark import events_with_range

from l10n.markdown.dialects import OPTIONS, find_masks
from l10n.markdown.frontmatter import find_front_matter
from l10n.markdown.masks import cover
from l10n.model.dialect import Dialect
from l10n.model.edit import Edit, apply_edits

# What may stand before and behind an address where it is one: link syntax, quotes, a Liquid
# value such as {{ site.baseurl }}; behind it also a fragment or a query.
_BEFORE = rb"(?:(?<=[(<\"'}=])|(?<=\]:)|(?<=\]:[ ]))"
_BEHIND = rb"(?=[)>\"'\s#?]|\Z)"


def localize_links(data: bytes, dialect: Dialect, addresses: Mapping[str, str]) -> bytes:
    """Return a post's bytes with every link to a key of ``addresses`` leading to its value.

    A final slash may be missing in the link, and is missing then in the new one too. Code is
    left alone.
    """
    present = [address for address in addresses if address.rstrip("/").encode() in data]
    if not present:
        return data
    by_address = {address.rstrip("/").encode(): address for address in present}
    longest_first = sorted(by_address, key=len, reverse=True)
    pattern = re.compile(
        _BEFORE + b"(" + b"|".join(map(re.escape, longest_first)) + b")(/?)" + _BEHIND
    )
    front = find_front_matter(data)
    start = front.body if front else 0
    code = _code(data[start:], dialect, start)
    edits: list[Edit] = []
    for match in pattern.finditer(data, start):
        if any(first <= match.start() < last for first, last in code):
            continue
        new = addresses[by_address[match[1]]].encode()
        edits.append(Edit(*match.span(), new if match[2] else new.rstrip(b"/")))
    return apply_edits(data, edits)


def _code(body: bytes, dialect: Dialect, offset: int) -> list[tuple[int, int]]:
    """Return the byte ranges of code, where an address is an example and no link."""
    text = cover(body, find_masks(body, dialect, ())).decode()
    ranges: list[tuple[int, int]] = []
    for event, span in events_with_range(text, options=OPTIONS[dialect], merge_text=True):
        if isinstance(event, str):
            continue
        ((name, value),) = event.items()
        block = name == "Start" and isinstance(value, dict) and "CodeBlock" in value
        if block or name == "Code":
            ranges.append((span["start"] + offset, span["end"] + offset))
    return ranges
