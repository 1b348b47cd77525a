"""mdpo, through its functions. It knows no front matter, so it is given posts without it."""

from importlib.metadata import version as installed

from mdpo.md2po import markdown_to_pofile
from mdpo.po2md import pofile_to_markdown

from benchmarks.peers.folders import Folders
from tests.judges.neutral import strip_front_matter

NAME = "mdpo"


def version() -> str:
    """Return the version measured."""
    return installed("mdpo")


def prepare(folders: Folders, dialect: str) -> None:
    """Nothing to set."""


def extract(folders: Folders) -> dict[str, str]:
    """Write one catalog per post; return what failed, by post.

    Contents are handed over, since mdpo reads paths as globs.
    """
    failed = {}
    for name in folders.names():
        _, body = _split(folders, name)
        try:
            catalog = markdown_to_pofile(body, wrapwidth=0, location=False)
            catalog.save(str(folders.catalogs / f"{name}.po"))
        except Exception as reason:
            failed[name] = f"{type(reason).__name__}: {reason}"
    return failed


def build(folders: Folders) -> dict[str, str]:
    """Write the posts, with their own front matter put back; return what failed, by post."""
    failed = {}
    for name in folders.names():
        catalog = folders.catalogs / f"{name}.po"
        if not catalog.is_file():
            continue
        head, body = _split(folders, name)
        try:
            built = pofile_to_markdown(body, [str(catalog)], wrapwidth=0)
            (folders.built / f"{name}.md").write_bytes((head + built).encode())
        except Exception as reason:
            failed[name] = f"{type(reason).__name__}: {reason}"
    return failed


def _split(folders: Folders, name: str) -> tuple[str, str]:
    source = (folders.posts / f"{name}.md").read_bytes().decode("utf-8")
    body = strip_front_matter(source)
    return source[: len(source) - len(body)], body
