"""What `check --against` looks at: a hand-translated post and its source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.cli.checking import house_of, project_path
from l10n.cli.pair import (
    is_file_of,
    named_language,
    origin_of,
    parsed_as,
    place_of,
    read_file_of,
)
from l10n.cli.reading import read_glossary
from l10n.model.errors import Flaw, InputError
from l10n.model.finding import Finding
from l10n.model.language import Language
from l10n.model.mojibake import repair_mojibake
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.model.unit import ENGLISH, Unit
from l10n.project import Project, bare_project, find_project
from l10n.rules import RULES
from l10n.workflow.against import Translated, narrow, units_against


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of posts, and the project whose rules and words hold for it."""

    project: Project
    post: Translated
    place: Path  # of the translation
    origin: Post | None = None  # the source, where it is a post of the project

    def units(self) -> tuple[Unit, ...]:
        """Return the Units of the pair, with the terms of the project's glossary."""
        conventions = house_of(self.project).of(self.post.language, self.origin)
        return units_against(self.post, read_glossary(self.project), conventions)

    def repaired(self) -> tuple["Compared", FileChange] | None:
        """Return the pair with the translation in the right encoding, and the change that is it.

        None where there is nothing to put right. Raises InputError for a file outside the project.
        """
        before = self.post.target.data
        data = repair_mojibake(before.decode(), self.post.language.tag).encode()
        if data == before:
            return None
        path = project_path(self.project, str(self.place.resolve()))
        post = replace(self.post, target=parsed_as(data, self.place, self.post.path, self.origin))
        return replace(self, post=post), FileChange(path, data, before)

    def narrow(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return the findings with the line of their spot, where it can be told."""
        return narrow(findings, self.post.target.data)


def read_compared(
    root: Path,
    targets: Sequence[str],
    source: str | None,
    language: str | None,
    changed_since: str | None = None,
) -> Compared:
    """Return the pair of posts at two paths, below ``root`` or from where the program was run.

    A project needs not be there; where it is, its glossary and settings count. Raises
    InputError for files that cannot be read, for a language that cannot be told, and for
    options of a command line that do not go together.
    """
    if source is None:
        found = "there is no --against that would say what is in that language"
        raise InputError(Flaw("--language", found, remedy="name the language as an argument"))
    if changed_since is not None:
        found = "has no meaning for a post that is compared with another"
        raise InputError(Flaw("--changed-since", found, remedy="leave it out"))
    if len(targets) != 1:
        found = f"{len(targets)} files to compare with it"
        remedy = "l10n check TRANSLATED.md --against SOURCE.md --language fr"
        raise InputError(Flaw("--against", found, "one translated post", remedy))
    translated = targets[0]
    project = find_project(root, tuple(rule.name for rule in RULES))
    chosen = _language(project, root, translated, language)
    if project is None:
        project = bare_project(root, ENGLISH, chosen)
    origin = origin_of(project, root, source)
    return Compared(
        project,
        Translated(
            translated,
            read_file_of(root, source, origin),
            read_file_of(root, translated, origin),
            project.settings.source_language,
            chosen,
        ),
        place_of(root, translated),
        origin,
    )


def _language(project: Project | None, root: Path, translated: str, wanted: str | None) -> Language:
    """Return the language of the translation: as said, or as the project's paths tell."""
    if wanted is not None:
        return named_language(project, wanted, "--language")
    if project:
        for post in project.posts:
            for language in project.settings.languages:
                if is_file_of(project, root, project.target_path(post, language), translated):
                    return language
    raise InputError(
        Flaw(
            "--against",
            f"nothing says which language {translated} is in",
            remedy="add --language LANG, such as --language fr",
        )
    )
