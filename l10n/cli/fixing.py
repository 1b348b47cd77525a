"""`check --fix`: repairs written into catalogs, and told of."""

from collections import Counter
from collections.abc import Callable, Sequence

from l10n.catalog import CatalogFile
from l10n.cli.checking import read_matchers, read_units
from l10n.cli.console import plural, some
from l10n.cli.reading import read_drafts
from l10n.cli.writing import saved_meanwhile, write_or_show
from l10n.model.errors import InputError
from l10n.model.finding import Finding
from l10n.model.unit import Unit
from l10n.project import Project, files_at
from l10n.rules import RULES, Policy
from l10n.workflow.build import Draft
from l10n.workflow.changed import changed_units
from l10n.workflow.check import find
from l10n.workflow.extract import read_catalog
from l10n.workflow.fix import Fixed, fix_units, fixed_catalogs, place_of


def run_fix(
    project: Project,
    targets: Sequence[str],
    units: Sequence[Unit],
    findings: Sequence[Finding],
    policy: Policy,
    changed_since: str | None,
    tell: Callable[[str], None],
    *,
    write: bool,
) -> tuple[tuple[Unit, ...], tuple[Finding, ...]]:
    """Repair what can be of ``findings``, all of ``units``; return both as they are now.

    ``targets`` is what the command line names, ``changed_since`` the revision that limits what
    is repaired, ``tell`` prints a line. With ``write`` false the changes are shown and not
    made. Raises InputError for a catalog that somebody saved meanwhile.
    """
    wanted = _wanted(project, units, changed_since)
    touched = {one.path for one in findings if one.fix and wanted(one)}
    drafts = _drafts(project, [unit for unit in units if unit.path in touched])
    languages = {unit.language.tag: unit.language for unit in units if unit.path in touched}
    matchers = read_matchers(project, tuple(languages.values()))
    fixed = fix_units(units, findings, policy, drafts, matchers=matchers, wanted=wanted)
    files = {path: draft.catalog for path, draft in drafts.items() if draft.catalog}
    files |= _strays(project, [unit for unit in units if unit.path in touched - files.keys()])
    _check_unchanged(units, fixed.units, files)
    changes = fixed_catalogs(units, fixed.units, files)
    write_or_show(project, changes, tell, write=write)
    _tell(fixed, len(changes), wanted, tell, write=write)
    if write and changes:  # lines are others now
        now = read_units(project, targets)
        return now, find(now, RULES, policy)
    return fixed.units, fixed.left


def _wanted(
    project: Project, units: Sequence[Unit], changed_since: str | None
) -> Callable[[Finding], bool]:
    """Return what says whether a Finding may be repaired."""
    if changed_since is None:
        return lambda finding: True
    paths = tuple(dict.fromkeys(unit.path for unit in units))
    before = files_at(project.root, changed_since, paths)
    places = set(map(place_of, changed_units(units, before)))
    return lambda finding: place_of(finding) in places


def _drafts(project: Project, units: Sequence[Unit]) -> dict[str, Draft]:
    """Return the posts of ``units`` with their catalogs, by the path of the catalog."""
    ids = {unit.post for unit in units if unit.post}
    languages = {unit.language.tag: unit.language for unit in units if unit.post}
    posts = [post for post in project.posts if post.id in ids]
    found = read_drafts(project, posts, tuple(languages.values())) if posts else ()
    return {project.catalog_path(draft.post, draft.language): draft for draft in found}


def _strays(project: Project, units: Sequence[Unit]) -> dict[str, CatalogFile]:
    """Return the catalogs of ``units`` that belong to no post, by path."""
    languages = {unit.path: unit.language for unit in units}
    return {
        path: read_catalog(project.read(path) or b"", path, language)
        for path, language in languages.items()
    }


def _check_unchanged(
    before: Sequence[Unit], after: Sequence[Unit], files: dict[str, CatalogFile]
) -> None:
    """Raise InputError where a message to be repaired is no longer what was looked at."""
    messages = {path: set(file.catalog.messages) for path, file in files.items()}
    changed = {
        old.path
        for old, new in zip(before, after, strict=True)
        if old.message != new.message and old.message not in messages[old.path]
    }
    if changed:
        raise InputError(*map(saved_meanwhile, sorted(changed)))


def _tell(
    fixed: Fixed,
    files: int,
    wanted: Callable[[Finding], bool],
    tell: Callable[[str], None],
    *,
    write: bool,
) -> None:
    count = len(fixed.repaired)
    if count:
        rules = Counter(one.rule for one in fixed.repaired)
        counts = ", ".join(f"{number} {rule}" for rule, number in sorted(rules.items()))
        verb = "repaired" if write else "would repair"
        tell(f"{verb} {plural(count, 'finding')} in {plural(files, 'file')}: {counts}")
    else:
        tell("nothing to repair in catalogs")
    kept = [f"{one.path}:{one.line} {one.rule}" for one in fixed.left if one.fix and wanted(one)]
    if kept:
        verb = "was" if len(kept) == 1 else "were"
        tell(
            f"{plural(len(kept), 'finding')} {verb} left, since the repair would bring another: "
            f"{some(kept, 4)}"
        )
