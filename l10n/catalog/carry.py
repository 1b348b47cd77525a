"""Carry: what changed in a source without its words changing, done to its translation too."""

from collections import Counter
from collections.abc import Sequence

from l10n.catalog.wording import MARK, SPACE, URL, read_wording, skeleton_of

_Pieces = Sequence[tuple[str, str]]


def carry(old_msgid: str, new_msgid: str, translation: str) -> str | None:
    """Return the ``translation`` of one msgid with the changes that made it into another.

    Both have the same skeleton. Addresses are replaced where the old one stands, emphasis is
    marked in the new style, and line breaks that went from the source go. Where translators
    lead readers to a page of their own, their address stays: the rules compare it with the new
    one. Returns None where nothing but a guess would do: an address that became two.
    """
    old, new, said = map(read_wording, (old_msgid, new_msgid, translation))
    if any(len(_texts(old, kind)) != len(_texts(new, kind)) for kind in (URL, MARK)):
        return None  # a skeleton's signs stood in the text itself
    urls = _new_urls(_texts(old, URL), _texts(new, URL), _texts(said, URL))
    marks = _new_marks(_texts(old, MARK), _texts(new, MARK), said)
    spaces = _new_spaces(_texts(old, SPACE), _texts(new, SPACE), _texts(said, SPACE))
    if urls is None or marks is None or spaces is None:
        return None
    following = {URL: iter(urls), MARK: iter(marks), SPACE: iter(spaces)}
    carried = "".join(next(following[kind]) if kind in following else text for kind, text in said)
    if carried == translation:
        return translation
    # Marks or addresses that now touch others would be read as something else.
    safe = skeleton_of(carried) == skeleton_of(translation)
    return carried if safe and _texts(read_wording(carried), URL) == urls else None


def _texts(pieces: _Pieces, kind: str) -> list[str]:
    return [text for each, text in pieces if each == kind]


def _new_urls(old: list[str], new: list[str], said: list[str]) -> list[str] | None:
    changed = {before for before, after in zip(old, new, strict=True) if before != after}
    if not changed:
        return said
    mapping = _mapping(old, new)
    if any(url not in mapping for url in changed.intersection(said)):
        return None
    return [mapping.get(url, url) for url in said]


def _mapping(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Return what each text became, without those that became several."""
    became: dict[str, set[str]] = {}
    for before, after in zip(old, new, strict=True):
        became.setdefault(before, set()).add(after)
    return {before: after.pop() for before, after in became.items() if len(after) == 1}


def _new_marks(old: list[str], new: list[str], said: _Pieces) -> list[str] | None:
    """Return the marks of the translation in the new style.

    A style is as good as another, so where ``*`` only became ``_`` or the reverse, a
    translation in which that cannot be done unambiguously keeps its own.
    """
    marks = _texts(said, MARK)
    if old == new:
        return marks
    same_strength = list(map(len, old)) == list(map(len, new))
    sources, sided = _sided(old), _sided(marks)
    mapping = _mapping(sources, new)
    if len(mapping) < len(set(sources)) or set(sided) != set(sources):
        return marks if same_strength else None
    wanted = [mapping[mark] for mark in sided]
    if "_" in "".join(wanted) and not all(map(_stands_alone, sided, *_around(said))):
        # Between letters, as in Chinese, only asterisks mark emphasis.
        wanted = [mark.replace("_", "*") for mark in wanted]
    return wanted


def _sided(marks: list[str]) -> list[str]:
    """Tell opening marks from closing ones: they take turns."""
    seen: Counter[str] = Counter()
    sided = []
    for mark in marks:
        seen[mark] += 1
        sided.append(f"{mark}{seen[mark] % 2}")
    return sided


def _around(said: _Pieces) -> tuple[list[str], list[str]]:
    """Return the characters before and after each mark."""
    before, after = [], []
    pieces = [("", " "), *said, ("", " ")]
    for at, (kind, _) in enumerate(pieces):
        if kind == MARK:
            before.append(pieces[at - 1][1][-1])
            after.append(pieces[at + 1][1][0])
    return before, after


def _stands_alone(sided: str, before: str, after: str) -> bool:
    """Whether no letter touches the mark from outside."""
    return not (before if sided.endswith("1") else after).isalnum()


def _new_spaces(old: list[str], new: list[str], said: list[str]) -> list[str] | None:
    """Return the white space of the translation: its own, except for line breaks that went."""
    breaks, now = ["\n" in space for space in old], ["\n" in space for space in new]
    if breaks == now or not any(breaks + now):
        return said
    if any(now):
        return None
    return [" " if "\n" in space else space for space in said]
