"""A Project: its configuration and posts, and the only hand that touches its files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.model.settings import Settings
from l10n.project import files
from l10n.project.discover import files_like
from l10n.project.languages import canonical, near
from l10n.project.lock import locked
from l10n.project.memo import Memo
from l10n.project.paths import Inside, folded, tidy
from l10n.project.state import FOLDER, announce, settle, state_folder


@dataclass(frozen=True, slots=True)
class Project:
    """A loaded project. All paths it takes and gives are relative to ``root``, with ``/``."""

    root: Path
    settings: Settings
    posts: tuple[Post, ...]  # sorted by path
    memo: Memo
    # What was read, by absolute path, for those who want to know whether it is still the same.
    reads: dict[str, bytes | None] | None = field(default=None, repr=False, compare=False)
    _held: list[bool] = field(default_factory=list, repr=False, compare=False)  # by lock()

    def catalog_path(self, post: Post, language: Language) -> str:
        """Return where the post's catalog for ``language`` is."""
        return tidy(post.expand(self.settings.catalogs, language))

    def template_path(self, post: Post) -> str:
        """Return where the post's template (POT) is."""
        return tidy(post.expand(self.settings.templates, self.settings.source_language))

    def target_path(self, post: Post, language: Language) -> str:
        """Return where the localized post goes."""
        return tidy(post.expand(post.group.target, language))

    def languages(self, names: Sequence[str] = ()) -> tuple[Language, ...]:
        """Return the configured languages that ``names`` name, in their order; all for none.

        A name is a tag in BCP 47 or gettext form, in any case, or a language's own ``path``.
        Raises InputError with every name that is none of these.
        """
        if not names:
            return self.settings.languages
        by_name: dict[str, Language] = {}
        for language in self.settings.languages:
            by_name.setdefault(language.tag.lower(), language)
        for language in self.settings.languages:
            by_name.setdefault(language.path.lower(), language)
        found: dict[str, Language] = {}
        flaws: list[Flaw] = []
        for name in names:
            tag = (canonical(name) or name).lower()
            match = by_name.get(tag) or by_name.get(name.lower()) if name else None
            if match:
                found[match.tag] = match
            else:
                flaws.append(self._unknown(name))
        if flaws:
            raise InputError(*flaws)
        return tuple(found.values())

    def _unknown(self, name: str) -> Flaw:
        tags = tuple(language.tag for language in self.settings.languages)
        guess = next((tag for tag in tags if tag.split("-")[0] == name[:2].lower()), "")
        guess = guess or near(name, tags)
        add = "add it to languages in the configuration"
        return Flaw(
            "LANG",
            f'"{name}" is not a language of this project',
            ", ".join(tags),
            f'write "{guess}", or {add}' if guess else add,
        )

    def read(self, path: str, dest: Path | None = None) -> bytes | None:
        """Return the bytes of a file below ``dest`` or else the project; None for no file.

        Raises InputError for a folder, an unreadable file and a path that leads outside.
        """
        return self.read_many([path], dest)[0]

    def read_many(self, paths: Sequence[str], dest: Path | None = None) -> tuple[bytes | None, ...]:
        """Return what read() returns, for many paths in less time; raises as it does."""
        root = dest or self.root
        found = files.read_files(root, paths)
        if self.reads is not None:
            for path, data in zip(paths, found, strict=True):
                self.reads.setdefault(str(root / path), data)
        return found

    def read_posts(self, posts: Sequence[Post]) -> tuple[bytes, ...]:
        """Return the bytes of ``posts``, in their order; all of them are valid UTF-8.

        Raises InputError with the line and byte offset of the first fault of each post.
        """
        flaws: list[Flaw] = []
        contents: list[bytes] = []
        place = Inside(self.root)
        for post in posts:
            try:
                data = files.read_inside(place, post.path)
                if data is None:
                    raise InputError(Flaw(post.path, "was removed while we were at work"))
                files.check_utf8(data, post.path)
                if self.reads is not None:
                    self.reads.setdefault(str(self.root / post.path), data)
            except InputError as error:
                flaws.extend(error.flaws)
            else:
                contents.append(data)
        if flaws:
            raise InputError(*flaws)
        return tuple(contents)

    def orphan_catalogs(self) -> tuple[str, ...]:
        """Return the catalogs of posts that no longer exist, sorted."""
        languages = self.settings.languages
        expected = {
            folded(self.catalog_path(post, language))
            for post in self.posts
            for language in languages
        }
        present = files_like(self.root, self.settings.catalogs, languages)
        return tuple(sorted(path for path in present if folded(path) not in expected))

    def commit(self, changes: Sequence[FileChange], dest: Path | None = None) -> files.Committed:
        """Write ``changes`` under the lock, below ``dest`` or else the project's own folder.

        Returns and raises as files.commit() does; no change takes no lock and writes nothing.
        """
        if not changes:
            return files.Committed()
        root = (dest or self.root).resolve()
        with self.lock():
            state = state_folder(self.root)
            try:
                return files.commit(root, changes, partial(announce, state))
            finally:
                settle(state)

    @contextmanager
    def lock(self, seconds: float = 10.0) -> Iterator[None]:
        """Keep other runs of l10n from writing for the length of a ``with`` block.

        Waits up to ``seconds``; raises InputError naming the process that still holds it
        then. Blocks may be nested. Whatever a killed run left behind is removed on entry.
        """
        if self._held:
            yield
            return
        state = state_folder(self.root)
        with locked(state / "lock", f"{FOLDER}/lock", seconds):
            settle(state)
            self._held.append(True)
            try:
                yield
            finally:
                self._held.pop()
