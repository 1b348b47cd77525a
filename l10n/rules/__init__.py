"""The rules: one file each, one line each here, in order of their names."""

from l10n.model.rule import Rule
from l10n.rules.catalog import draft, obsolete, outdated, stale_ignore
from l10n.rules.catalog import untranslated as catalog_untranslated
from l10n.rules.code import changed as code_changed
from l10n.rules.code import unmarked
from l10n.rules.html import changed as html_changed
from l10n.rules.html import unsafe as html_unsafe
from l10n.rules.image import alt_untranslated
from l10n.rules.image import changed as image_changed
from l10n.rules.image import missing as image_missing
from l10n.rules.length import swollen, truncated
from l10n.rules.link import added, broken_syntax, footnote_lost, label_lost, swapped
from l10n.rules.link import changed as link_changed
from l10n.rules.link import missing as link_missing
from l10n.rules.link import unsafe as link_unsafe
from l10n.rules.markup import (
    block_start,
    literal_emphasis,
    stray_asterisk,
    structure,
    template_added,
)
from l10n.rules.number import changed as number_changed
from l10n.rules.placeholder import changed as placeholder_changed
from l10n.rules.policy import Policy, read_policy
from l10n.rules.post import (
    paragraph_added,
    paragraph_duplicated,
    paragraph_missing,
    paragraph_moved,
)
from l10n.rules.punctuation import sentence_end
from l10n.rules.run import run_rules
from l10n.rules.select import select
from l10n.rules.spacing import edges
from l10n.rules.spacing import french as spacing_french
from l10n.rules.text import (
    bidi_override,
    doubled_word,
    half_untranslated,
    invisible,
    mojibake,
    wrong_language,
)
from l10n.rules.text import untranslated as text_untranslated

RULES: tuple[Rule, ...] = (
    draft.RULE,
    obsolete.RULE,
    outdated.RULE,
    stale_ignore.RULE,
    catalog_untranslated.RULE,
    code_changed.RULE,
    unmarked.RULE,
    html_changed.RULE,
    html_unsafe.RULE,
    alt_untranslated.RULE,
    image_changed.RULE,
    image_missing.RULE,
    swollen.RULE,
    truncated.RULE,
    added.RULE,
    broken_syntax.RULE,
    link_changed.RULE,
    footnote_lost.RULE,
    label_lost.RULE,
    link_missing.RULE,
    swapped.RULE,
    link_unsafe.RULE,
    block_start.RULE,
    literal_emphasis.RULE,
    stray_asterisk.RULE,
    structure.RULE,
    template_added.RULE,
    number_changed.RULE,
    placeholder_changed.RULE,
    paragraph_added.RULE,
    paragraph_duplicated.RULE,
    paragraph_missing.RULE,
    paragraph_moved.RULE,
    sentence_end.RULE,
    edges.RULE,
    spacing_french.RULE,
    bidi_override.RULE,
    doubled_word.RULE,
    half_untranslated.RULE,
    invisible.RULE,
    mojibake.RULE,
    text_untranslated.RULE,
    wrong_language.RULE,
)

__all__ = ("RULES", "Policy", "read_policy", "run_rules", "select")
