"""extract: a post's text into its template and catalogs, keeping what translators did."""

from dataclasses import dataclass

from l10n.catalog import (
    CatalogFile,
    check_language,
    merge,
    new_header,
    parse_catalog,
    update_catalog,
    write_catalog,
)
from l10n.markdown.segments import read_post
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.message import Catalog, Message
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.workflow.messages import messages_of


@dataclass(frozen=True, slots=True)
class CatalogPlace:
    """A catalog's language, path and present bytes (None: there is no such file yet)."""

    language: Language
    path: str
    data: bytes | None


def extract_post(
    project: str,
    post: Post,
    source: bytes,
    template: tuple[str, bytes | None],
    catalogs: tuple[CatalogPlace, ...],
) -> tuple[FileChange, ...]:
    """Return the changes that bring a post's template and catalogs up to its source.

    ``project`` names it in headers; ``template`` is the template's path and present bytes.
    Files that are as they should be are not among the changes. Raises InputError, for all
    catalogs at once, where one cannot be read.
    """
    read = read_post(
        source, post.dialect, post.group.front_matter, post.group.attributes, post.path
    )
    fresh = messages_of(post, read)
    new = _New(project, fresh)
    path, before = template
    wanted = [FileChange(path, _template(new, path, before), before)]
    flaws: list[Flaw] = []
    for place in catalogs:
        try:
            data = _catalog(new, place)
        except InputError as error:
            flaws += error.flaws
        else:
            wanted.append(FileChange(place.path, data, place.data))
    if flaws:
        raise InputError(*flaws)
    return tuple(change for change in wanted if change.data != change.before)


def read_catalog(data: bytes, path: str, language: Language) -> CatalogFile:
    """Return a catalog of the project, or raise InputError where it cannot be trusted."""
    file = parse_catalog(data, path)
    flaw = check_language(file, language)
    if flaw:
        raise InputError(flaw)
    return file


class _New:
    """The messages of a post as new files hold them; written once for all languages."""

    __slots__ = ("fresh", "messages", "project")

    def __init__(self, project: str, fresh: tuple[Message, ...]) -> None:
        self.project = project
        self.fresh = fresh
        whole = write_catalog(Catalog(new_header(None, project), messages=fresh))
        self.messages = whole[len(self._head(None)) :]

    def _head(self, language: Language | None) -> bytes:
        return write_catalog(Catalog(new_header(language, self.project)))

    def file(self, language: Language | None) -> bytes:
        """Return a new catalog, or for None a new template."""
        return self._head(language) + self.messages


def _template(new: _New, path: str, before: bytes | None) -> bytes:
    if before is None:
        return new.file(None)
    try:
        old = parse_catalog(before, path)
    except InputError:  # nobody's work: a damaged template is made anew
        return new.file(None)
    return update_catalog(old, Catalog(old.catalog.header, messages=new.fresh))


def _catalog(new: _New, place: CatalogPlace) -> bytes:
    if place.data is None or not place.data.strip():
        return new.file(place.language)
    old = read_catalog(place.data, place.path, place.language)
    return update_catalog(old, merge(old.catalog, new.fresh))
