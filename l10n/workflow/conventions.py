"""What holds for each post in each language: what the configuration says, where posts are."""

import re
from collections.abc import Sequence

from l10n.model.conventions import Conventions, Pages
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.settings import Settings
from l10n.rules.legitimate import bare


class House:
    """Answers what holds in a project; makes the map of its posts once for each language."""

    __slots__ = ("_pages", "_posts", "_settings")

    def __init__(self, settings: Settings, posts: Sequence[Post]) -> None:
        self._settings = settings
        self._posts = posts
        self._pages: dict[str, dict[str, tuple[str, ...]]] = {}

    def of(self, language: Language, post: Post | None = None) -> Conventions:
        """Return what holds for messages of ``post`` in ``language``; None for those of no post."""
        spacing = dict(self._settings.spacing).get(language.tag, "")
        if post is None:
            return Conventions(self._settings.rewrites, spacing=spacing)
        if language.tag not in self._pages:
            self._pages[language.tag] = self._localized(language)
        here, there = _path(post.path), _path(post.expand(post.group.target, language))
        pages = Pages(self._pages[language.tag], here, there)
        return Conventions(self._settings.rewrites, pages, spacing)

    def _localized(self, language: Language) -> dict[str, tuple[str, ...]]:
        source = self._settings.source_language
        pages: dict[str, tuple[str, ...]] = {}
        for post in self._posts:
            places = [_path(post.path)]
            localized = [_path(post.expand(post.group.target, language))]
            if post.group.url:
                places.append(_path(post.expand(post.group.url, source)))
                localized.append(_path(post.expand(post.group.url, language)))
            pages |= dict.fromkeys(map(bare, places), tuple(map(bare, localized)))
        return pages


def _path(path: str) -> str:
    """Return a path of the project, or an address, from the root or the host on."""
    return path if re.match(r"[a-z]+://|/", path) else f"/{path}"
