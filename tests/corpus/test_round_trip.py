"""Posts come back byte for byte, and with every word changed they keep their skeleton.

The judges are kramdown for the newsletters and markdown-it for the rest; see tests/judges for
what each cannot read and how it is set aside.
"""

import re
from dataclasses import dataclass

import pytest
import yaml

from tests.corpus.trial import Group, Trial
from tests.judges.compare import same_pieces, same_skeleton, same_verbatim
from tests.judges.marker import MARK, has_words
from tests.judges.page import words_of

pytestmark = [pytest.mark.corpus, pytest.mark.judge]


@dataclass(frozen=True, slots=True)
class Allowance:
    """How far a group may miss what is asked: a share of words, counts of posts or messages."""

    words: float = 0.003
    verbatim: int = 0
    wordless: int = 0


_ALLOWED = {
    "dair": Allowance(words=0.0),
    # Made to be hard: letters written as entities, half tags, and what only looks like a code
    # span, an address or a label to the marker, which does not parse.
    "commonmark": Allowance(words=0.065, verbatim=2, wordless=3),
    # cmark-gfm, markdown-it and pulldown-cmark disagree on which odd lines make a table, and
    # so on what is a cell with nothing but code.
    "gfm": Allowance(words=0.05, verbatim=2, wordless=3),
}
_BREAK_LINE = re.compile(r"(?:^|\n)\\\\(?:\n|$)|^\\\\ ")


def test_every_post_comes_back_byte_for_byte(trial: Trial) -> None:
    posts = trial.group.posts
    different = [name for name in posts if trial.identical.get(name) != posts[name]]

    _require(not different, f"{len(different)} of {len(posts)}: {different[:20]}")


def test_every_word_changed_keeps_the_skeleton(trial: Trial) -> None:
    damaged = {}
    for name in trial.group.posts:
        verdict = same_skeleton(trial.before[name], trial.after[name])
        if not verdict:
            damaged[name] = str(verdict)

    _require(not damaged, _listed(damaged))


def test_nearly_every_word_of_prose_was_offered(trial: Trial) -> None:
    total, left = 0, {}
    for name, built in trial.marked.items():
        page = trial.after[name]
        words = [*page.words, *page.attribute_words, *_front_matter_words(trial.group, built)]
        total += len(words)
        missed = [word for word in words if MARK not in word]
        if missed:
            left[name] = f"{len(missed)}: {' '.join(missed[:12])}"
    count = sum(int(missed.partition(":")[0]) for missed in left.values())

    share = count / max(total, 1)
    told = f"{count} of {total} words left\n{_listed(left)}"
    _require(share <= _allowed(trial).words, told)


def test_code_math_and_comments_stay_as_they_are(trial: Trial) -> None:
    damaged = {}
    for name, source in trial.group.posts.items():
        built = trial.marked.get(name, b"")
        before, after = trial.group.neutralised(source), trial.group.neutralised(built)
        verdicts = (
            same_verbatim(trial.before[name], trial.after[name]),
            same_pieces("Liquid, attribute list, ESM or expression", before.pieces, after.pieces),
        )
        told = [str(verdict) for verdict in verdicts if not verdict]
        if told:
            damaged[name] = "; ".join(told)

    _require(len(damaged) <= _allowed(trial).verbatim, _listed(damaged))


def test_nothing_is_offered_that_holds_nothing_to_translate(trial: Trial) -> None:
    wrong = {
        f"{catalog}: {msgid[:60]!r}": "no words" if not has_words(msgid) else "a break line"
        for catalog, msgids in trial.messages.items()
        for msgid in msgids
        if not has_words(msgid) or _BREAK_LINE.search(msgid)
    }

    _require(len(wrong) <= _allowed(trial).wordless, _listed(wrong))


def _require(fulfilled: bool, told: str) -> None:
    """Fail with ``told`` alone: a Trial is too long to be shown."""
    if not fulfilled:
        pytest.fail(told, pytrace=False)


def _allowed(trial: Trial) -> Allowance:
    return _ALLOWED.get(trial.group.name, Allowance())


def _front_matter_words(group: Group, post: bytes) -> list[str]:
    """Return the words of the translated keys, where a YAML parser can read them."""
    found = re.match(r"\ufeff?---\r?\n(.*?)^---", post.decode("utf-8"), re.DOTALL | re.MULTILINE)
    if not group.front_matter or found is None:
        return []
    try:
        values = yaml.safe_load(found[1])
    except yaml.YAMLError:
        return []
    texts = [values.get(key) for key in group.front_matter]
    return [word for text in texts if isinstance(text, str) for word in words_of(text)]


def _listed(told: dict[str, str]) -> str:
    lines = [f"  {name}: {what}" for name, what in list(told.items())[:20]]
    return "\n".join([f"{len(told)} in all", *lines])
