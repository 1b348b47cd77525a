"""Defects planted in human translations: what is repaired is as it was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.checker.defects import DEFECTS
from l10n.catalog import parse_catalog
from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.unit import Unit
from l10n.rules import RULES, Policy, run_rules
from l10n.workflow.fix import fix_units
from l10n.workflow.units import units_of

_POLICY = Policy()
_REPAIRED = {  # at least this share comes back to the letter
    "link broken": 0.9,
    "link changed": 0.6,
    "doubled word": 0.9,
    "bidi override": 0.95,
    "mojibake": 0.5,  # some of it is planted with a part lost
}
_EACH = 25


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "tag"), [("es", "es"), ("tr", "tr"), ("zh-CN", "zh-Hans")])
def test_what_is_repaired_is_as_it_was(corpus: Path, name: str, tag: str) -> None:
    human = _units(corpus / "comprehensive-rust" / "po" / f"{name}.po", tag)
    damaged, kinds = _damaged(human)
    fixed = fix_units(damaged, run_rules(damaged, RULES), _POLICY, {})
    back: Counter[str] = Counter()
    for at, kind in kinds.items():
        now, before = fixed.units[at].message.msgstr, human[at].message.msgstr
        if "\ufffd" in now:
            continue  # a part was lost, and only the others can come back
        if now != damaged[at].message.msgstr:
            # A human may have left something to repair, too.
            assert now == before or _with_fixes(human[at]) == now, (kind, before, now)
            back[kind] += 1
    planted = Counter(kinds.values())
    for kind, least in _REPAIRED.items():
        if tag != "zh-Hans" or kind != "mojibake":
            assert back[kind] >= least * planted[kind], (kind, back[kind], planted[kind])
    again = fix_units(fixed.units, fixed.left, _POLICY, {})
    assert (again.units, again.repaired) == (fixed.units, ())


def _units(path: Path, tag: str) -> list[Unit]:
    language = Language(tag, tag)
    file = parse_catalog(path.read_bytes(), path.name)
    units = units_of(file, language, Language("en", "en"), Dialect.GFM)
    return [unit for unit in units if unit.message.state is State.TRANSLATED]


def _damaged(human: Sequence[Unit]) -> tuple[list[Unit], dict[int, str]]:
    """Return the Units with defects, one to a message, and their kinds by index."""
    random = Random(1)
    order = [at for at, unit in enumerate(human) if unit.message.msgid != unit.message.msgstr]
    random.shuffle(order)
    units, kinds = list(human), dict[int, str]()
    for kind in _REPAIRED:
        left = _EACH
        for at in order:
            text = DEFECTS[kind](human[at], random) if left and at not in kinds else None
            if text and text != human[at].message.msgstr:
                kinds[at] = kind
                units[at] = _translated(human[at], text)
                left -= 1
    return units, kinds


def _translated(unit: Unit, text: str) -> Unit:
    message = replace(unit.message, msgstr=text)
    return replace(unit, message=message, target=parse_inline(text, unit.dialect))


def _with_fixes(unit: Unit) -> str:
    return fix_units([unit], run_rules([unit], RULES), _POLICY, {}).units[0].message.msgstr
