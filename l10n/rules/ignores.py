"""What silences a rule for one message: a translator's comment, or a flag of Weblate's kind."""

import re

from l10n.model.message import Message

_COMMENT = re.compile(r"\s*l10n:\s*ignore\b[\s:]*(.*)", re.I)
_REASON = re.compile(r"\(|\s(?:--|[–—#])(?=\s|$)")
_FLAG = "ignore-"
ALL = "all-checks"
_NONE: frozenset[str] = frozenset()


def commented(message: Message) -> tuple[str, ...]:
    """Return the names after ``l10n: ignore`` in comments, in lower case.

    They are names of rules or families, between blanks or commas; "all-checks" stands for all
    of them. A bracket or a dash begins a reason, which is for people.
    """
    names: list[str] = []
    for comment in message.translator_comments:
        if match := _COMMENT.match(comment):
            names += re.split(r"[\s,]+", _REASON.split(match[1].lower())[0])
    return tuple(dict.fromkeys(filter(None, names)))


def ignored(message: Message) -> frozenset[str]:
    """Return the names in comments, and those after ``ignore-`` in flags."""
    if not message.flags and not message.translator_comments:  # as nearly always
        return _NONE
    flags = (flag[len(_FLAG) :] for flag in message.flags if flag.startswith(_FLAG))
    return frozenset((*commented(message), *flags))


def silencing(rule: str, names: frozenset[str]) -> frozenset[str]:
    """Return those of ``names`` that are the rule, its family, or all rules."""
    return names & {rule, rule.partition("-")[0], ALL}
