"""l10n itself, through its command line function, in this process."""

from importlib import import_module

from benchmarks.peers.folders import Folders

NAME = "l10n"

_SETTINGS = """languages = ["de"]
catalogs = "catalogs/{{lang}}/{{post}}.po"
templates = "catalogs/templates/{{post}}.pot"

[[posts]]
source = "posts/*.md"
target = "built/{{post}}.md"
dialect = "{dialect}"
front-matter = ["title", "excerpt"]
"""


def version() -> str:
    """Return the version measured. Raises ImportError where the tool is absent."""
    return str(import_module("l10n").__version__)


def prepare(folders: Folders, dialect: str) -> None:
    """Write the project's settings, which a user writes once."""
    (folders.root / "l10n.toml").write_text(_SETTINGS.format(dialect=dialect), encoding="utf-8")


def extract(folders: Folders) -> dict[str, str]:
    """Write catalogs and templates."""
    _run("-C", str(folders.root), "extract")
    return {}


def build(folders: Folders) -> dict[str, str]:
    """Check and write the posts."""
    _run("-C", str(folders.root), "build", "--no-check")
    return {}


def _run(*arguments: str) -> None:
    import_module("l10n.cli.app").app(list(arguments), standalone_mode=False)
