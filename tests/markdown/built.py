"""Building in one line, for tests."""

from l10n.markdown.build import Built, build_post
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect

ATTRIBUTES = ("alt", "title", "label")


def messages(source: str, dialect: Dialect) -> list[str]:
    """Return the msgids of a post."""
    post = read_post(source.encode(), dialect, ("title",), ATTRIBUTES)
    return [segment.msgid for segment in post.segments]


def build(source: str, dialect: Dialect, **translations: str) -> Built:
    """Return ``source`` built with the first words of each msgid (`_` for blanks) translated."""
    post = read_post(source.encode(), dialect, ("title",), ATTRIBUTES)
    wanted = {key.replace("_", " "): text for key, text in translations.items()}
    texts = [
        next((text for key, text in wanted.items() if segment.msgid.startswith(key)), None)
        for segment in post.segments
    ]
    return build_post(post, texts)


def replaced(source: str, dialect: Dialect, text: str) -> str:
    """Return ``source`` with its only message translated as ``text``; nothing is refused."""
    post = read_post(source.encode(), dialect, ("title",), ATTRIBUTES)
    assert len(post.segments) == 1, post.segments
    built = build_post(post, [text])
    assert not built.refused, built.refused
    return built.data.decode()
