"""What `check` says of source posts, and `check --fix` does to them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from l10n.cli.console import plural, some
from l10n.cli.writing import write_or_show
from l10n.markdown.segments import read_post
from l10n.model.finding import Finding
from l10n.model.mojibake import find_garbled
from l10n.model.post import Post
from l10n.model.unit import Unit
from l10n.project import Project, files_at
from l10n.rules import Policy
from l10n.workflow.sources import Source, check_sources, repaired

if TYPE_CHECKING:  # it brings what only hand translations need
    from l10n.cli.against import Compared


def read_sources(
    project: Project,
    targets: Sequence[str],
    units: Sequence[Unit],
    changed_since: str | None = None,
) -> tuple[Source, ...]:
    """Return the posts in which not all seems to be UTF-8; only those are parsed.

    Looked at are all posts, but where ``targets`` names PO files alone only the posts of
    ``units``; with ``changed_since``, only those that differ from a git revision.
    """
    posts = project.posts
    if targets and all(target.lower().endswith(".po") for target in targets):
        ids = {unit.post for unit in units}
        posts = tuple(post for post in posts if post.id in ids)
    language = project.settings.source_language.tag
    found = [
        (post, data)
        for post, data in zip(posts, project.read_posts(posts), strict=True)
        if find_garbled(data.decode(), language)
    ]
    if found and changed_since is not None:
        before = files_at(project.root, changed_since, tuple(post.path for post, _ in found))
        found = [(post, data) for post, data in found if before.get(post.path) != data]
    return tuple(_source(post, data) for post, data in found)


def _source(post: Post, data: bytes) -> Source:
    group = post.group
    read = read_post(data, post.dialect, group.front_matter, group.attributes, post.path)
    return Source(post, read)


def run_translated(
    compared: "Compared", findings: Sequence[Finding], tell: Callable[[str], None], *, write: bool
) -> "Compared":
    """Put the encoding of a hand translation right; return the pair as it is then.

    Nothing is done where text-mojibake, in ``findings``, has nothing to repair. All else has no
    place but its catalog, which is not there. Raises and tells as run_sources().
    """
    wanted = any(one.rule == "text-mojibake" and one.fix for one in findings)
    mended = compared.repaired() if wanted else None
    if mended is None:
        tell("nothing to repair: with --against, that is the encoding alone")
        return compared
    now, change = mended
    write_or_show(compared.project, [change], tell, write=write)
    tell(f"{'put' if write else 'would put'} the encoding of {change.path} right")
    return now


def run_sources(
    project: Project,
    sources: Sequence[Source],
    policy: Policy,
    *,
    fix: bool,
    write: bool,
    tell: Callable[[str], None],
) -> tuple[Finding, ...]:
    """Return what there is to say of ``sources``; with ``fix``, of those that were not repaired.

    ``tell`` prints a line. With ``write`` false the changes are shown and not made. Raises
    InputError for a post that somebody saved meanwhile.
    """
    language = project.settings.source_language
    findings = check_sources(sources, language, policy)
    if not fix or not findings:
        return findings
    wanted = {finding.path for finding in findings if finding.fix}
    changes = [
        change
        for source in sources
        if source.post.path in wanted and (change := repaired(source, language))
    ]
    if not changes:
        return findings
    write_or_show(project, changes, tell, write=write)
    verb = "put" if write else "would put"
    paths = [change.path for change in changes]
    tell(f"{verb} the encoding of {plural(len(paths), 'post')} right: {some(paths)}")
    tell("run `l10n extract` to give translators the new text; what they did is carried over")
    data = {change.path: change.data for change in changes}
    now = [_source(one.post, data.get(one.post.path, one.read.data)) for one in sources]
    return check_sources(now, language, policy)
