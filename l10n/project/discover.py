"""Finding posts: which files are posts, what they are called, and that no two of them clash."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.settings import PostGroup, Settings
from l10n.project.globs import Glob, compile_glob
from l10n.project.languages import canonical
from l10n.project.paths import folded, template_pattern

# Folders of tools, which hold Markdown by the thousand that nobody wrote for this project.
_SKIPPED = frozenset({"node_modules", "site-packages", "__pycache__"})
_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)", re.DOTALL)
_MARKER = re.compile(r"[._-]([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*)$")


def walk(root: Path, folder: str) -> Iterator[str]:
    """Yield the project-relative paths of all files below ``folder``, in no special order.

    Hidden files and folders, folders of tools (``node_modules``, ``site-packages``) and
    symbolic links to folders are passed over; so are names that are not UTF-8, which no
    catalog could hold. Folders that cannot be listed count as empty.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = os.scandir(root / here if here else root)
        except OSError:
            continue
        prefix = f"{here}/" if here else ""
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith(".") or not _encodable(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if name not in _SKIPPED:
                        waiting.append(prefix + name)
                elif _is_file(entry):
                    yield prefix + name


def listed_folders(root: Path, settings: Settings) -> Iterator[str]:
    """Yield the folders that discover() looks into, each after the one that it is in."""
    waiting = [str(root / compile_glob(group.source).fixed) for group in settings.posts]
    while waiting:
        here = waiting.pop()
        yield here
        with suppress(OSError), os.scandir(here) as entries:
            waiting += (
                entry.path
                for entry in entries
                if not entry.name.startswith(".")
                and entry.name not in _SKIPPED
                and entry.is_dir(follow_symlinks=False)
            )


def discover(root: Path, settings: Settings) -> tuple[Post, ...]:
    """Return the posts of the project at ``root``, sorted by path.

    A file that several groups match belongs to the first. A file that some group's target
    gives for one of the languages is a localized copy and no post, whether or not its own
    source still exists.
    """
    copies = [
        template_pattern(group.target, language.path)
        for group in settings.posts
        for language in settings.languages
        if language.path and "{lang}" in group.target
    ]
    jekyll = (root / "_config.yml").is_file()
    posts: dict[str, Post] = {}
    for group in settings.posts:
        glob = compile_glob(group.source)
        marker = _marker(group.source, settings.source_language)
        for path in walk(root, glob.fixed):
            if path in posts or not glob.matches(path):
                continue
            if any(copy.fullmatch(folded(path)) for copy in copies):
                continue
            posts[path] = _post(path, group, glob, marker, jekyll=jekyll)
    return tuple(posts[path] for path in sorted(posts))


def _post(path: str, group: PostGroup, glob: Glob, marker: str, *, jekyll: bool) -> Post:
    below = path[len(glob.fixed) + 1 :] if glob.fixed else path
    folder, _, name = below.rpartition("/")
    stem, ext = PurePosixPath(name).stem, PurePosixPath(name).suffix
    stem = stem[: len(stem) - len(marker)]
    dated = _DATED.fullmatch(stem)
    return Post(
        id=f"{folder}/{stem}" if folder else stem,
        path=path,
        group=group,
        dialect=group.dialect or guess_dialect(path, jekyll=jekyll),
        variables=(
            ("dir", folder),
            ("name", name),
            ("stem", stem),
            ("ext", ext),
            ("date", dated[1] if dated else ""),
            ("slug", dated[2] if dated else stem),
        ),
    )


def guess_dialect(path: str, *, jekyll: bool = False) -> Dialect:
    """Return the dialect that a post at ``path`` is most likely written in."""
    if path.lower().endswith(".mdx"):
        return Dialect.MDX
    if jekyll or "_posts" in path.split("/"):
        return Dialect.KRAMDOWN
    return Dialect.GFM


def _marker(source: str, language: Language) -> str:
    """Return the marker of the source language that ``source`` ends in: ".en" for `*.en.mdx`."""
    stem = PurePosixPath(source).stem
    match = _MARKER.search(stem)
    tag = canonical(match[1]) if match and stem[: match.start()].endswith(("*", "}")) else None
    if match is None or tag is None or tag.split("-")[0] != language.tag.split("-")[0]:
        return ""
    return match[0]


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads back to itself
        return False


def _encodable(name: str) -> bool:
    if name.isascii():
        return True
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def files_like(root: Path, template: str, languages: Sequence[Language]) -> set[str]:
    """Return the existing files that ``template`` could give for one of ``languages``."""
    found: set[str] = set()
    for language in languages:
        pattern = template_pattern(template, language.path)
        start = template.replace("{lang}", language.path).partition("{")[0]
        for path in walk(root, start.rpartition("/")[0].strip("/")):
            if pattern.fullmatch(folded(path)):
                found.add(path)
    return found
