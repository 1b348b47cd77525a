"""The second look: which translations together leave the page as it was built."""

from bisect import bisect_right
from itertools import groupby

from pyromark import events_with_range

from l10n.markdown.dialects import OPTIONS
from l10n.markdown.hidden import hide
from l10n.markdown.segments import ReadPost
from l10n.markdown.skeleton import Skeleton, read_skeleton
from l10n.model.edit import Edit, apply_edits

_PRICE = 32  # how often the bytes of a body may be parsed again to find what is wrong
_FREE = 1 << 20  # bytes that may be parsed in any case


def keeps_skeleton(post: ReadPost, built: bytes) -> bool:
    """Whether ``built``, the post with edits of its body only, still has its block skeleton."""
    return built is post.data or read_skeleton(built[post.body :], post.dialect).same_as(
        post.skeleton
    )


def keep_skeleton(post: ReadPost, edits: list[Edit]) -> list[Edit]:
    """Return those edits of the body, in order, that together leave its block skeleton as it is.

    For when all of them do not: each block is looked at by itself, by halves, and then the whole
    again. The price is bounded: what has not been found good by then is left out.
    """
    body = post.data[post.body :]
    moved = [Edit(edit.start - post.body, edit.end - post.body, edit.new) for edit in edits]
    search = _Search(post, body, _PRICE * len(body) + _FREE)
    starts = _parts(body, post)
    good: list[Edit] = []
    for at, group in groupby(moved, key=lambda edit: bisect_right(starts, edit.start)):
        first = starts[at - 1] if at else 0
        last = starts[at] if at < len(starts) else len(body)
        good += search.keep(first, last, read_skeleton(body[first:last], post.dialect), list(group))
    good = search.keep(0, len(body), post.skeleton, good)
    return [Edit(edit.start + post.body, edit.end + post.body, edit.new) for edit in good]


class _Search:
    """Tries edits on parts of a body until its budget of bytes is spent."""

    __slots__ = ("_body", "_budget", "_post")

    def __init__(self, post: ReadPost, body: bytes, budget: int) -> None:
        self._post = post
        self._body = body
        self._budget = budget

    def same(self, first: int, last: int, skeleton: Skeleton, edits: list[Edit]) -> bool:
        """Whether ``edits`` leave the part ``first:last`` of the body with its skeleton."""
        self._budget -= last - first
        moved = [Edit(edit.start - first, edit.end - first, edit.new) for edit in edits]
        built = apply_edits(self._body[first:last], moved)
        return read_skeleton(built, self._post.dialect).same_as(skeleton)

    def keep(self, first: int, last: int, skeleton: Skeleton, edits: list[Edit]) -> list[Edit]:
        """Return the edits that can be kept together, found by halves, in order."""
        kept: list[Edit] = []
        waiting = [edits]
        while waiting:
            candidates = waiting.pop()
            if self._budget < 0:
                break
            if self.same(first, last, skeleton, [*kept, *candidates]):
                kept += candidates
            elif len(candidates) > 1:
                middle = len(candidates) // 2
                waiting += (candidates[middle:], candidates[:middle])
        return kept


def _parts(body: bytes, post: ReadPost) -> list[int]:
    """Return where the top-level blocks of the body start, and the items of top-level lists."""
    hidden = hide(body, post.dialect, ())
    starts: list[int] = []
    block_end = item_end = -1
    for event, span in events_with_range(hidden.text, options=OPTIONS[post.dialect]):
        is_item = event == {"Start": "Item"} and span["start"] >= item_end
        if is_item:
            item_end = span["end"]
        if is_item or span["start"] >= block_end:
            block_end = max(block_end, span["end"])
            start = hidden.data.rfind(b"\n", 0, span["start"]) + 1
            if not starts or start > starts[-1]:
                starts.append(start)
    return starts
