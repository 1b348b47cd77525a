"""adopt: what stands in a hand-translated post goes into its catalog, and nothing is lost."""

from l10n.workflow.adoption.adopt import Adopted, Place, adopt_post, compare
from l10n.workflow.adoption.rendered import rendered_diff
from l10n.workflow.adoption.synced import Synced, read_synced, synced_build, write_synced

__all__ = [
    "Adopted",
    "Place",
    "Synced",
    "adopt_post",
    "compare",
    "read_synced",
    "rendered_diff",
    "synced_build",
    "write_synced",
]
