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
    path, before = template
    wanted = [FileChange(path, _template(project, path, before, fresh), before)]
    flaws: list[Flaw] = []
    for place in catalogs:
        try:
            data = _catalog(project, place, fresh)
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


def _template(project: str, path: str, before: bytes | None, fresh: tuple[Message, ...]) -> bytes:
    header = new_header(None, project)
    if before is None:
        return write_catalog(Catalog(header, messages=fresh))
    try:
        old = parse_catalog(before, path)
    except InputError:  # nobody's work: a damaged template is made anew
        return write_catalog(Catalog(header, messages=fresh))
    return update_catalog(old, Catalog(old.catalog.header, messages=fresh))


def _catalog(project: str, place: CatalogPlace, fresh: tuple[Message, ...]) -> bytes:
    if place.data is None or not place.data.strip():
        return write_catalog(Catalog(new_header(place.language, project), messages=fresh))
    old = read_catalog(place.data, place.path, place.language)
    return update_catalog(old, merge(old.catalog, fresh))
