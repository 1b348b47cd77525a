"""What each feature of Markdown becomes: reviewed by eye, then held.

``L10N_UPDATE_GOLDEN=1 pytest tests/golden`` writes messages.txt and altered.md anew; read the
difference before committing it.
"""

import os
from pathlib import Path

import pytest

from l10n.markdown.build import build_post
from l10n.markdown.segments import ReadPost, heading_trails, read_post
from l10n.model.dialect import Dialect
from tests.judges.marker import mark

_HERE = Path(__file__).parent
_POSTS = sorted(_HERE.glob("*/*/post.md"))
_ATTRIBUTES = ("alt", "title", "label")
_UPDATE = bool(os.environ.get("L10N_UPDATE_GOLDEN"))


def _read(path: Path) -> ReadPost:
    dialect = Dialect(path.parent.parent.name)
    return read_post(path.read_bytes(), dialect, ("title", "excerpt"), _ATTRIBUTES)


def _told(post: ReadPost) -> str:
    """One paragraph per message: what it is and where, then its lines as a translator sees them."""
    told = []
    for segment, trail in zip(post.segments, heading_trails(post.segments), strict=True):
        what = " · ".join((segment.kind, segment.form.value, *(" › ".join(trail),) * bool(trail)))
        told.append(f"[{what}]\n" + segment.msgid.replace("\n", "⏎\n") + "\n")
    return "\n".join(told)


def _same_or_update(path: Path, new: bytes) -> None:
    if _UPDATE:
        path.write_bytes(new)
    assert path.read_bytes() == new, f"{path.parent.name}: set L10N_UPDATE_GOLDEN=1 and review"


@pytest.mark.parametrize("path", _POSTS, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_messages_are_those_reviewed(path: Path) -> None:
    _same_or_update(path.with_name("messages.txt"), _told(_read(path)).encode())


@pytest.mark.parametrize("path", _POSTS, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_altering_every_word_changes_nothing_else(path: Path) -> None:
    post = _read(path)
    built = build_post(post, [mark(segment.msgid) for segment in post.segments])

    assert not built.refused
    _same_or_update(path.with_name("altered.md"), built.data)


@pytest.mark.parametrize("path", _POSTS, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_translations_equal_to_their_source_change_no_byte(path: Path) -> None:
    post = _read(path)

    assert build_post(post, [segment.msgid for segment in post.segments]).data == post.data
