"""What every tool is given: a folder with posts, and where its catalogs and results belong."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """``root/posts/*.md`` become ``root/catalogs/**/*.po``, and with them ``root/built/*.md``."""

    root: Path

    @property
    def posts(self) -> Path:
        """Where the posts stand."""
        return self.root / "posts"

    @property
    def catalogs(self) -> Path:
        """Where a tool writes its PO files."""
        return self.root / "catalogs"

    @property
    def built(self) -> Path:
        """Where a tool writes the translated posts, under the names of the posts."""
        return self.root / "built"

    def names(self) -> list[str]:
        """Return the names of the posts, without their extension, in order."""
        return sorted(path.stem for path in self.posts.iterdir())

    def prepare(self) -> None:
        """Create the folders."""
        for folder in (self.posts, self.catalogs, self.built):
            folder.mkdir(parents=True, exist_ok=True)
