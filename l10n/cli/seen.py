"""What catalogs and posts had in common when they were last the same, kept in `.l10n`."""

from collections.abc import Sequence

from l10n.model.language import Language
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.project import Project, digest
from l10n.workflow.adoption.synced import Synced, read_synced, synced_build, write_synced
from l10n.workflow.build import Localized


def seen_path(post: Post, language: Language) -> str:
    """Return where that is kept for one post in one language.

    One post may be called as the folder of another is, so that ids are no names for files.
    """
    return f".l10n/synced/{language.tag}/{digest(post.id.encode()).hex()}"


def read_seen(project: Project, post: Post, language: Language) -> Synced:
    """Return what is known; nothing where the file is absent, damaged or cannot be read."""
    return read_synced(project.read(seen_path(post, language)))


def edited_by_hand(
    project: Project, localized: Sequence[Localized], present: Sequence[bytes | None]
) -> frozenset[str]:
    """Return the paths of localized posts that hold words which their catalogs may not have.

    ``present`` are the files as they are. Posts of which nothing is known are not among them,
    nor those that already are as they would be built.
    """
    found = set()
    for each, data in zip(localized, present, strict=True):
        if data is not None and data != each.data:
            draft = each.draft
            seen = read_seen(project, draft.post, draft.language)
            if not seen.settled(draft.target, data):
                found.add(draft.target)
    return frozenset(found)


def keep_seen(project: Project, built: Sequence[Localized], include_drafts: bool) -> None:
    """Write down what the catalogs and the posts just built have in common."""
    changes = []
    paths = [seen_path(each.draft.post, each.draft.language) for each in built]
    for each, path, before in zip(built, paths, project.read_many(paths), strict=True):
        draft = each.draft
        refused = {one.segment.msgid for one in each.refused}
        texts = {
            message.msgid: message.msgstr
            for message in (draft.catalog.catalog.messages if draft.catalog else ())
            if not message.obsolete
            and (include_drafts or not message.fuzzy)
            and message.msgid not in refused
        }
        synced = synced_build(read_synced(before), draft.target, each.data, draft.read, texts)
        data = write_synced(synced)
        if data != before:
            changes.append(FileChange(path, data, before))
    project.commit(changes)
