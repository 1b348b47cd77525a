"""Two posts named on a command line: where they are, and reading them with or without a project."""

from pathlib import Path

from l10n.markdown.segments import ReadPost, read_post
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.settings import PostGroup
from l10n.project import Project, canonical, check_utf8, guess_dialect

# What a post's readers see of its front matter, where no configuration says it.
_FRONT_MATTER = ("title", "subtitle", "description", "excerpt", "summary")
_NO_GROUP = PostGroup("", "", front_matter=_FRONT_MATTER)


def place_of(root: Path, path: str) -> Path:
    """Return where a file is: below ``root`` or, as a shell completes it, from where we stand."""
    return root / path if (root / path).exists() else Path(path)


def is_file_of(project: Project, root: Path, path: str, given: str) -> bool:
    """Tell whether ``given`` on the command line means the project's file at ``path``."""
    return (project.root / path).resolve() == place_of(root, given).resolve()


def origin_of(project: Project, root: Path, source: str) -> Post | None:
    """Return the post of the project that ``source`` on the command line means, if any."""
    there = place_of(root, source).resolve()
    return next(
        (post for post in project.posts if (project.root / post.path).resolve() == there), None
    )


def read_file_of(root: Path, path: str, origin: Post | None) -> ReadPost:
    """Return the post at ``path``, read as ``origin`` is. Raises InputError."""
    full = place_of(root, path)
    if not full.is_file():
        raise InputError(Flaw(path, "there is no such file", "a Markdown post"))
    data = full.read_bytes()
    check_utf8(data, path)
    return parsed_as(data, full, path, origin)


def parsed_as(data: bytes, full: Path, path: str, origin: Post | None) -> ReadPost:
    """Return the bytes of the file at ``full`` as a post, read as ``origin`` is."""
    group = origin.group if origin else _NO_GROUP
    dialect = origin.dialect if origin else guess_dialect(full.absolute().as_posix())
    return read_post(data, dialect, group.front_matter, group.attributes, path)


def named_language(project: Project | None, wanted: str, option: str) -> Language:
    """Return the language that ``wanted`` names, the project's own where it has it.

    Raises InputError at ``option`` for what is no language.
    """
    tag = canonical(wanted)
    if tag is None:
        raise InputError(
            Flaw(option, f'"{wanted}" is no language', "a BCP 47 tag", "such as pt-BR")
        )
    known = project.settings.languages if project else ()
    return next((each for each in known if each.tag == tag), Language(tag, tag))
