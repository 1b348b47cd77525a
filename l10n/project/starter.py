"""What `l10n init` writes: a configuration that suits the site, a glossary and a CI recipe."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from l10n.model.errors import Flaw, InputError
from l10n.model.plan import FileChange
from l10n.model.settings import PostGroup
from l10n.project.discover import walk
from l10n.project.files import read_file
from l10n.project.languages import canonical, nearest
from l10n.project.recognise import Listing, Recognised, recognise

_READ = ("package.json", "mkdocs.yml", "mkdocs.yaml", "pyproject.toml")
_LIMIT = 20_000  # files looked at: enough to recognise any site, and no wait on a home folder
_CONFIGURED = re.compile(rb"(?m)^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*l10n\b")
CONFIGURATION = "l10n.toml"
RECIPE = ".github/workflows/l10n.yml"

_GLOSSARY = b"""\
# Words that every translation renders alike. `l10n glossary suggest` finds candidates.

# These stay as they are, in every language:
keep: []
# keep: [Markdown, GitHub]

# These are translated in one way:
terms: []
# terms:
#   - term: release notes
#     also: [changelog]
#     note: what changed in a version
#     fr: {use: notes de version, avoid: [notes de release]}
#     es: notas de la versi\xc3\xb3n
"""

_RECIPE = b"""\
# Tells in a pull request whether catalogs are up to date and translations are sound.
name: Translations
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  l10n:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.x"
      - run: pip install l10n
      - run: l10n extract --check
      - run: l10n check --format github
        if: ${{ !cancelled() }}
"""


def list_root(root: Path) -> Listing:
    """Return the files of ``root`` but hidden ones, with the contents that recognise() reads."""
    paths: set[str] = set()
    for path in walk(root, ""):
        paths.add(path)
        if len(paths) == _LIMIT:
            break
    recipe = {RECIPE} if (root / RECIPE).exists() else set()
    contents = tuple((name, read_file(root, name) or b"") for name in _READ if name in paths)
    return Listing(frozenset(paths | recipe), contents)


def starter_files(
    root_listing: Listing, languages: Sequence[str], source_language: str = "en"
) -> tuple[FileChange, ...]:
    """Return the files that set a project up for ``languages``; none that exists already.

    No `l10n.toml` either where `pyproject.toml` holds a ``[tool.l10n]``. Languages may be in
    BCP 47 or gettext form; raises InputError with those that are unknown.
    """
    tags = _tags([source_language, *languages])
    found = recognise(root_listing, tags[0])
    targets = tuple(tag for tag in dict.fromkeys(tags[1:]) if tag != tags[0])
    wanted = (
        (CONFIGURATION, configuration(found, targets, tags[0]).encode()),
        ("glossary.yml", _GLOSSARY),
        (RECIPE, _RECIPE),
    )
    standing = existing(root_listing)
    return tuple(FileChange(path, data) for path, data in wanted if path not in standing)


def existing(root_listing: Listing) -> frozenset[str]:
    """Return which of the files that starter_files() could give are there, or not needed."""
    configured = _CONFIGURED.search(root_listing.content("pyproject.toml")) is not None
    own = {CONFIGURATION} if configured else set()
    return frozenset(own | ({CONFIGURATION, "glossary.yml", RECIPE} & root_listing.paths))


def configuration(found: Recognised, languages: Sequence[str], source_language: str) -> str:
    """Return the text of a commented `l10n.toml` for a recognised site."""
    lines = [
        f"# Recognised: {found.name}. Paths are relative to this file, with forward slashes.",
        f"source-language = {_quoted(source_language)}",
        f"languages = {_array(languages)}",
        "",
        "# Where translators work, and where their words are kept alike. These are the defaults:",
        '# catalogs = "locales/{lang}/{post}.po"',
        '# templates = "locales/templates/{post}.pot"',
        '# glossary = "glossary.yml"',
        "# A post is published once this many percent of it are translated:",
        "# min-complete = 100",
    ]
    if found.note:
        lines += ["", f"# {found.note}"]
    for group in found.groups:
        lines += ["", *_group(group)]
    for tag in languages:
        if found.lower_paths and tag != tag.lower():
            lines += ["", f"[language.{tag}]", f"path = {_quoted(tag.lower())}"]
    return "\n".join(lines) + "\n"


def _group(group: PostGroup) -> list[str]:
    lines = ["[[posts]]", f"source = {_quoted(group.source)}", f"target = {_quoted(group.target)}"]
    if group.dialect is not None:
        lines.append(f"dialect = {_quoted(group.dialect.value)}")
    lines.append(f"front-matter = {_array(group.front_matter)}")
    if group.set:
        pairs = ", ".join(f"{key} = {_quoted(value)}" for key, value in group.set)
        lines.append(f"set = {{ {pairs} }}")
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML's basic strings escape as JSON does


def _array(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _tags(written: Sequence[str]) -> list[str]:
    flaws: list[Flaw] = []
    tags: list[str] = []
    for each in written:
        tag = canonical(each)
        guess = "" if tag else nearest(each)
        tags.append(tag or each)
        if tag is None:
            flaws.append(
                Flaw(
                    "LANG",
                    f'"{each}" is not a language known to BCP 47',
                    "tags such as fr, pt-BR or zh-Hans",
                    f'write "{guess}"' if guess else "",
                )
            )
    if flaws:
        raise InputError(*flaws)
    return tags
