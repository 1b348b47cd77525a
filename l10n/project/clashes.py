"""That no two things of a project share a file, and that none of them lies outside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.settings import Settings
from l10n.project.paths import folded, inside, tidy

_Claim: TypeAlias = tuple[str, tuple[str | int, ...], str, tuple[Language, ...]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A file that some post lays claim to, and the key of the configuration that says so."""

    path: str
    what: str
    post: str
    keys: tuple[str | int, ...]

    def __str__(self) -> str:
        return f"the {self.what} of {self.post}" if self.what else f"the post {self.post}"


def check_places(
    root: Path, settings: Settings, posts: Sequence[Post], where: Callable[..., str]
) -> None:
    """Raise InputError for posts with one id, files claimed twice and files outside ``root``.

    ``where`` tells the place of a key of the configuration: ``where("posts", 0, "target")``.
    Paths that differ only in case or in how accents are composed are taken for one.
    """
    flaws: dict[tuple[str, ...], Flaw] = {}
    doubled = _doubled_ids(settings, posts, where)
    taken = {folded(post.path): _Place(post.path, "", post.path, ()) for post in posts}
    sound: set[str] = set()
    for place in _places(settings, posts, with_catalogs=not doubled):
        folder = place.path.rpartition("/")[0]
        if folder not in sound:
            try:
                inside(root, place.path)
            except InputError as error:
                found = f"{place} would be {place.path}: {error.flaws[0].found}"
                flaw = error.flaws[0]
                flaws.setdefault(
                    ("outside", place.what, folder),
                    Flaw(where(*place.keys), found, flaw.allowed, flaw.remedy),
                )
                continue
            sound.add(folder)
        other = taken.setdefault(folded(place.path), place)
        if other is not place:
            same = "" if other.path == place.path else f", as {other.path} for some file systems"
            flaws.setdefault(
                (other.what, other.post, place.what, place.post),
                Flaw(
                    where(*place.keys),
                    f"{place} and {other} would share one file: {place.path}{same}",
                    remedy="add fields such as {lang}, {dir} or {post} to tell them apart",
                ),
            )
    if doubled or flaws:
        raise InputError(*doubled, *flaws.values())


def _places(settings: Settings, posts: Sequence[Post], *, with_catalogs: bool) -> Iterator[_Place]:
    source = (settings.source_language,)
    for post in posts:
        target = ("posts", settings.posts.index(post.group), "target")
        claims: list[_Claim] = []
        if with_catalogs:
            claims.append(("catalog", ("catalogs",), settings.catalogs, settings.languages))
            claims.append(("template", ("templates",), settings.templates, source))
        claims.append(("translation", target, post.group.target, settings.languages))
        for what, keys, template, languages in claims:
            for language in languages:
                yield _Place(tidy(post.expand(template, language)), what, post.path, keys)


def _doubled_ids(
    settings: Settings, posts: Sequence[Post], where: Callable[..., str]
) -> list[Flaw]:
    """Return a Flaw for each post whose id another one has; catalogs would clash as well."""
    flaws: list[Flaw] = []
    first: dict[str, Post] = {}
    for post in posts:
        other = first.setdefault(folded(post.id), post)
        if other is not post:
            same = "" if other.id == post.id else f" (as {other.id} for some file systems)"
            group = settings.posts.index(post.group)
            flaws.append(
                Flaw(
                    where("posts", group, "source"),
                    f"{other.path} and {post.path} are both called {post.id}{same}",
                    "one {post} for each source file",
                    "rename one, or write {folder}/**/*.md to keep the folder in {post}",
                )
            )
    return flaws
