"""The rules: one file each, and one line each in names.py."""

from importlib import import_module

from l10n.model.rule import Rule
from l10n.rules.names import NAMES
from l10n.rules.policy import Policy, read_policy
from l10n.rules.run import run_rules
from l10n.rules.select import rules_named, select
from l10n.rules.work import Found, Spread, Task, in_turn


def _rule(name: str) -> Rule:
    family, _, what = name.partition("-")
    found = import_module(f"l10n.rules.{family}.{what.replace('-', '_')}").RULE
    assert isinstance(found, Rule)
    return found


RULES = tuple(_rule(name) for name in NAMES)

__all__ = (
    "NAMES",
    "RULES",
    "Found",
    "Policy",
    "Spread",
    "Task",
    "in_turn",
    "read_policy",
    "rules_named",
    "run_rules",
    "select",
)
