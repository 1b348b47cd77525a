"""What silences a rule for one message: a translator's comment, or a flag of Weblate's kind."""

import re

from l10n.model.message import Message

_COMMENT = re.compile(r"\s*l10n:\s*ignore\b[\s:]*(.*)")
_FLAG = "ignore-"
_ALL = "all-checks"


def ignored(message: Message) -> frozenset[str]:
    """Return the names after ``l10n: ignore`` in comments and after ``ignore-`` in flags.

    They are names of rules or families; "all-checks" stands for all of them.
    """
    names: list[str] = []
    for comment in message.translator_comments:
        if match := _COMMENT.match(comment):
            names += re.split(r"[\s,]+", match[1].strip())
    names += (flag[len(_FLAG) :] for flag in message.flags if flag.startswith(_FLAG))
    return frozenset(filter(None, names))


def silenced(rule: str, names: frozenset[str]) -> bool:
    """Return whether one of ``names`` is the rule, its family, or all rules."""
    return bool(names) and not names.isdisjoint((rule, rule.partition("-")[0], _ALL))
