"""Translate Toolkit's md2po and po2md, through the functions behind their commands.

Front matter is left out (--no-frontmatter): offered, it is one message of raw YAML.
"""

from importlib.metadata import version as installed

from translate.convert.md2po import MD2POOptionParser
from translate.convert.po2md import PO2MDOptionParser

from benchmarks.peers.folders import Folders

NAME = "translate-toolkit"
_OPTIONS = {"extract_code_blocks": False, "extract_frontmatter": False}


def version() -> str:
    """Return the version measured."""
    return installed("translate-toolkit")


def prepare(folders: Folders, dialect: str) -> None:
    """Nothing to set."""


def extract(folders: Folders) -> dict[str, str]:
    """Write one catalog per post: ``md2po --no-code-blocks``; return what failed, by post."""
    convert = MD2POOptionParser()._extract_translation_units
    failed = {}
    for name in folders.names():
        try:
            with (
                (folders.posts / f"{name}.md").open("rb") as post,
                (folders.catalogs / f"{name}.po").open("wb") as catalog,
            ):
                convert(post, catalog, None, "msgctxt", "single", **_OPTIONS)
        except Exception as reason:
            failed[name] = f"{type(reason).__name__}: {reason}"
    return failed


def build(folders: Folders) -> dict[str, str]:
    """Write the posts: ``po2md --no-code-blocks --maxlinelength=0``; return what failed."""
    convert = PO2MDOptionParser()._translate_md_file
    failed = {}
    for name in folders.names():
        catalog_path = folders.catalogs / f"{name}.po"
        if not catalog_path.is_file():
            continue
        try:
            with (
                catalog_path.open("rb") as catalog,
                (folders.posts / f"{name}.md").open("rb") as post,
                (folders.built / f"{name}.md").open("wb") as built,
            ):
                convert(catalog, built, post, False, None, 0, **_OPTIONS)
        except Exception as reason:
            failed[name] = f"{type(reason).__name__}: {reason}"
    return failed
