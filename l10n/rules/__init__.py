"""The rules: one file each, one line each here, in order of their names."""

from l10n.model.rule import Rule
from l10n.rules.catalog import draft, obsolete, outdated, stale_ignore, untranslated
from l10n.rules.code import changed as code_changed
from l10n.rules.code import unmarked
from l10n.rules.html import changed as html_changed
from l10n.rules.image import changed as image_changed
from l10n.rules.image import missing as image_missing
from l10n.rules.link import added, footnote_lost, label_lost
from l10n.rules.link import changed as link_changed
from l10n.rules.link import missing as link_missing
from l10n.rules.markup import structure
from l10n.rules.placeholder import changed as placeholder_changed
from l10n.rules.policy import Policy, read_policy
from l10n.rules.run import run_rules
from l10n.rules.select import select

RULES: tuple[Rule, ...] = (
    draft.RULE,
    obsolete.RULE,
    outdated.RULE,
    stale_ignore.RULE,
    untranslated.RULE,
    code_changed.RULE,
    unmarked.RULE,
    html_changed.RULE,
    image_changed.RULE,
    image_missing.RULE,
    added.RULE,
    link_changed.RULE,
    footnote_lost.RULE,
    label_lost.RULE,
    link_missing.RULE,
    structure.RULE,
    placeholder_changed.RULE,
)

__all__ = ("RULES", "Policy", "read_policy", "run_rules", "select")
