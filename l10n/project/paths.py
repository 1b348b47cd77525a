"""Path templates and where paths may lead: below the project, and nowhere else.

A template is a path with fields in braces. For the post `docs/news/2020-01-12-Hello.md`, found
by the source `docs/**/*.md`, and the language `pt-BR`:

    {lang}   pt-BR                     the language, or its own `path`
    {post}   news/2020-01-12-Hello     the post's id: below the glob-free part, no extension
    {dir}    news                      its folder below the glob-free part; may be empty
    {name}   2020-01-12-Hello.md       its file name
    {stem}   2020-01-12-Hello          its file name without extension and language marker
    {ext}    .md                       its extension, dot included, as the file has it
    {date}   2020-01-12                the date that starts its name, as in Jekyll; may be empty
    {slug}   Hello                     the stem without that date

A field that is empty takes the slash behind it along: `site/{lang}/{dir}/{name}` never gives `//`.
"""

import os
import re
import unicodedata
from pathlib import Path

from l10n.model.errors import Flaw, InputError

FIELDS = ("lang", "post", "dir", "name", "stem", "ext", "date", "slug")

_FIELD = re.compile(r"\{([a-z]+)\}")
_SHAPES = {
    "post": r".+",
    "dir": r".*",
    "name": r"[^/]+",
    "stem": r"[^/]+",
    "ext": r"(?:\.[^./]+)?",
    "date": r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?",
    "slug": r"[^/]+",
}
_DRIVE = re.compile(r"[A-Za-z]:")


def tidy(path: str) -> str:
    """Return ``path`` without empty and ``.`` parts: ``a//./b`` gives ``a/b``."""
    if "//" not in path and not path.startswith(("/", "./")) and "/./" not in path:
        return path
    return "/".join(part for part in path.split("/") if part not in ("", "."))


def folded(path: str) -> str:
    """Return what paths have in common that some file system takes for one and the same file.

    Case (Windows, macOS) and the composition of accents (macOS) are put aside.
    """
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def strays(path: str) -> str:
    """Return why ``path`` cannot be a path of the project, or "" where it can be one."""
    parts = path.replace(os.sep, "/").split("/")
    if parts[0] == "" != path or (os.sep == "\\" and _DRIVE.match(path)):
        return "is absolute"
    if ".." in parts:
        return "leaves the project by .."
    if any(part.lower() == ".git" for part in parts):
        return "leads into .git"
    return "holds a NUL character" if "\0" in path else ""


def unportable(path: str) -> str:
    """Return why a path of the configuration is refused on every system, or ""."""
    if path.startswith("~") or _DRIVE.match(path):
        return "is absolute"
    return "holds a backslash" if "\\" in path else strays(path)


def template_pattern(template: str, lang: str) -> re.Pattern[str]:
    """Return the pattern of the folded paths that ``template`` gives for a language's path."""
    text = tidy(_FIELD.sub(lambda field: lang if field[1] == "lang" else field[0], template))
    parts: list[str] = []
    at = 0
    for field in _FIELD.finditer(text):
        parts.append(re.escape(folded(text[at : field.start()])))
        shape = _SHAPES.get(field[1], re.escape(field[0]))
        at = field.end()
        if field[1] == "dir" and text.startswith("/", at):
            shape, at = r"(?:.+/)?", at + 1
        parts.append(shape)
    parts.append(re.escape(folded(text[at:])))
    return re.compile("".join(parts), re.DOTALL)


def inside(root: Path, path: str) -> Path:
    """Return the real file that the project-relative ``path`` stands for, links followed.

    Raises InputError when it lies outside ``root``, be it by its own parts or through a
    symbolic link. The file need not exist.
    """
    return Path(Inside(root).real(path))


class Inside:
    """Answers like inside() for many paths, looking at each folder only once."""

    __slots__ = ("_base", "_folders")

    def __init__(self, root: Path) -> None:
        self._base = os.path.realpath(root)
        self._folders: dict[str, str] = {}

    def real(self, path: str) -> str:
        """Return the real file for ``path``; raises as inside() does."""
        if why := strays(path):
            raise InputError(outside(path, f"the path {why}"))
        folder, _, name = path.rpartition("/")
        parent = self._folders.get(folder)
        if parent is None:
            parent = self._folders[folder] = os.path.realpath(os.path.join(self._base, folder))
        real = os.path.join(parent, name)
        if not name.strip(".") or os.path.islink(real):
            real = os.path.realpath(real)
        if real != self._base and not real.startswith(self._base.rstrip(os.sep) + os.sep):
            raise InputError(outside(path, f"a symbolic link leads to {real}, outside the project"))
        return real


def outside(path: str, found: str) -> Flaw:
    """Return the Flaw of a path that leaves the project."""
    return Flaw(
        path,
        found,
        "paths below the project's folder, with forward slashes",
        "name a place inside the project, or replace the link by a real folder",
    )
