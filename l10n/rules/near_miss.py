"""Addresses that were meant to be another one: a letter mistyped, or a word translated."""

from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from l10n.rules.addresses import normal

_ALIKE = 70  # of 100: "sentença-segmentação" is 76 like "sentence-segmentation"
_SLIPS = 2  # letters: "gihtub.com" is one slip, "huggingface" and "hugingfase" two
_LEAST = 3  # times as many letters as slips, or "/a" would be meant by "/b"
_SHORTEST = 4  # letters of a site's name in which a slip is told from another name


def near_miss(source: str, target: str, others: Collection[str] = ()) -> bool:
    """Return whether ``target`` can only have been meant to be ``source``.

    They differ in one part between slashes, or in the name of the site, and there by a slip of
    the keyboard or as a word does from its translation; and ``target`` is no such miss of one
    of ``others``, the addresses that the source has besides.
    """
    return _near(source, target) and not any(
        _near(other, target) for other in others if normal(other) != normal(source)
    )


def _near(source: str, target: str) -> bool:
    try:
        ours, theirs = urlsplit(normal(source)), urlsplit(normal(target))
    except ValueError:  # brackets that are no IPv6 host
        return False
    one, other = _parts(ours), _parts(theirs)
    if len(one) != len(other):
        return False
    differing = [
        (at, pair) for at, pair in enumerate(zip(one, other, strict=True)) if _differ(pair)
    ]
    if len(differing) != 1:
        return False
    at, (right, wrong) = differing[0]
    if at == 0:
        return False  # another scheme is another way to get there
    if at == 1:
        return _same_site(right, wrong)
    return _slip(right, wrong) or ratio(right, wrong) >= _ALIKE


def _parts(address: SplitResult) -> list[str]:
    return [
        address.scheme,
        address.netloc,
        *address.path.split("/"),
        address.query,
        address.fragment,
    ]


def _differ(pair: tuple[str, str]) -> bool:
    return pair[0] != pair[1]


def _same_site(right: str, wrong: str) -> bool:
    """Whether only one label of the host differs, by a slip; "fr" and "es" are no slips."""
    ours, theirs = right.split("."), wrong.split(".")
    if len(ours) != len(theirs):
        return False
    labels = [pair for pair in zip(ours, theirs, strict=True) if _differ(pair)]
    return all(len(label) >= _SHORTEST and _slip(label, other) for label, other in labels)


def _slip(right: str, wrong: str) -> bool:
    slips = OSA.distance(right, wrong, score_cutoff=_SLIPS)
    return slips <= _SLIPS and len(right) >= _LEAST * slips
