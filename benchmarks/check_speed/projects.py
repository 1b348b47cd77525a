"""The two projects that are checked: catalogs alone, and the same messages beside their posts."""

import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

LANGUAGES = ("es", "tr", "zh-CN")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a configuration; ``targets`` are what `l10n check` is told to look at.

    ``catalogs`` are the folders or files that pofilter reads, by language, and ``edited`` the one
    catalog that a translator saves.
    """

    title: str
    root: Path
    targets: tuple[str, ...]
    catalogs: dict[str, str]
    edited: str


def stray(corpus: Path, root: Path) -> Project:
    """Return a project of three catalogs that belong to no post."""
    names = {tag: f"po/{tag}.po" for tag in LANGUAGES}
    for name in names.values():
        _copy(corpus / "comprehensive-rust" / name, root / name)
    _configure(root)
    size = sum((root / name).stat().st_size for name in names.values())
    title = f"{len(names)} catalogs without posts, {size / 1e6:.1f} MB"
    return Project(title, root, tuple(names.values()), names, names["es"])


def posted(corpus: Path, root: Path) -> Project:
    """Return a project of posts, each with a catalog of its own in three languages."""
    posts = corpus / "comprehensive-rust" / "src"
    for path in posts.rglob("*.md"):
        _copy(path, root / "src" / path.relative_to(posts))
    for tag in LANGUAGES:
        whole = polib.pofile(str(corpus / "comprehensive-rust" / "po" / f"{tag}.po"))
        owned: defaultdict[str, list[polib.POEntry]] = defaultdict(list)
        for entry in whole:
            for post in dict.fromkeys(path for path, _ in entry.occurrences):
                owned[post].append(entry)
        for post, entries in owned.items():
            if (root / post).is_file():
                _write(whole.metadata, entries, root / "po" / tag / Path(post).relative_to("src"))
    _configure(root)
    catalogs = list((root / "po").rglob("*.po"))
    size = sum(path.stat().st_size for path in catalogs)
    title = f"{len(catalogs)} catalogs of posts, {size / 1e6:.1f} MB"
    return Project(title, root, (), {tag: f"po/{tag}" for tag in LANGUAGES}, _largest(catalogs))


def _write(metadata: dict[str, str], entries: Sequence[polib.POEntry], path: Path) -> None:
    file = polib.POFile(wrapwidth=0)
    file.metadata = metadata
    file.extend(entries)
    target = path.with_suffix(".po")
    target.parent.mkdir(parents=True, exist_ok=True)
    file.save(str(target))


def _largest(paths: Sequence[Path]) -> str:
    return str(max(paths, key=lambda path: (path.stat().st_size, str(path))))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _configure(root: Path) -> None:
    tags = ", ".join(f'"{tag}"' for tag in LANGUAGES)
    text = (
        f"languages = [{tags}]\n"
        'catalogs = "po/{lang}/{post}.po"\n\n'
        '[[posts]]\nsource = "src/**/*.md"\ntarget = "site/{lang}/{post}.md"\n'
    )
    # Here a language is called in paths what its catalogs are called, not by its canonical tag.
    paths = "".join(f'\n[language.{tag}]\npath = "{tag}"\n' for tag in LANGUAGES)
    (root / "l10n.toml").write_text(text + paths, encoding="utf-8")
