"""check: the messages of a catalog through the rules, a trial build among them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from l10n.catalog import CatalogFile
from l10n.markdown.build import Refused
from l10n.model.conventions import NONE
from l10n.model.dialect import Dialect
from l10n.model.finding import Finding
from l10n.model.language import Language
from l10n.model.rule import Rule
from l10n.model.terms import Glossary
from l10n.model.unit import Unit
from l10n.rules import RULES, Policy, Spread, in_turn, run_rules, select
from l10n.workflow.build import Draft
from l10n.workflow.conventions import House
from l10n.workflow.units import trial, units_of

if TYPE_CHECKING:  # a project without a glossary does without its code
    from l10n.glossary import Matcher

Matchers = Mapping[str, "Matcher"]  # by tag of the language
_AS_THEY_ARE = Policy()
_NO_WORDS: Matchers = {}


def matchers_of(glossary: Glossary, languages: Iterable[Language], source: Language) -> Matchers:
    """Return what finds the terms of ``glossary``; nothing where it has none."""
    if not glossary.terms:
        return {}
    from l10n.glossary import Matcher

    return {tag: Matcher(glossary, tag, source.tag) for tag in {each.tag for each in languages}}


def check_units(
    drafts: Sequence[Draft], matchers: Matchers = _NO_WORDS, house: House | None = None
) -> tuple[Unit, ...]:
    """Return the Units of every catalog there is, what a build would leave out marked."""
    return tuple(
        unit
        for draft in drafts
        if draft.catalog
        for unit in draft_units(draft, trial(draft.read, draft.catalog), matchers, house)
    )


def stray_units(
    file: CatalogFile,
    language: Language,
    source_language: Language,
    dialect: Dialect,
    matchers: Matchers = _NO_WORDS,
    house: House | None = None,
) -> tuple[Unit, ...]:
    """Return the Units of a catalog that belongs to no post, so that no build can be tried."""
    matcher = matchers.get(language.tag)
    conventions = house.of(language) if house else NONE
    return units_of(
        file, language, source_language, dialect, matcher=matcher, conventions=conventions
    )


def draft_units(
    draft: Draft,
    refused: Sequence[Refused],
    matchers: Matchers = _NO_WORDS,
    house: House | None = None,
) -> tuple[Unit, ...]:
    """Return the Units of one post's catalog; none where there is no catalog yet."""
    if draft.catalog is None:
        return ()
    return units_of(
        draft.catalog,
        draft.language,
        draft.source_language,
        draft.post.dialect,
        draft.post.id,
        draft.read,
        refused,
        matchers.get(draft.language.tag),
        house.of(draft.language, draft.post) if house else NONE,
    )


def find(
    units: Sequence[Unit],
    rules: Sequence[Rule] = RULES,
    policy: Policy = _AS_THEY_ARE,
    spread: Spread = in_turn,
) -> tuple[Finding, ...]:
    """Return what the rules find in ``units``, in order of path and line."""
    return run_rules(units, rules, policy, spread)


BUILD_RULES = select(RULES, ("markup-structure",))
