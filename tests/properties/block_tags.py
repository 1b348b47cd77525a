"""The block tags of a page as an independent program renders it."""

from collections.abc import Callable

from tests.judges.page import read_page

_BLOCKS = frozenset(
    "article blockquote dd details div dl dt figure form h1 h2 h3 h4 h5 h6 hr iframe li ol p pre "
    "script section style summary table tbody td textarea th thead tr ul".split()
)


def block_tags(render: Callable[[str], str], post: bytes) -> list[str]:
    """Return the names of the block tags of ``post``, in order; ``/p`` is an end tag."""
    page = read_page(render(post.decode()))
    return [tag.name for tag in page.skeleton if tag.name.lstrip("/") in _BLOCKS]
