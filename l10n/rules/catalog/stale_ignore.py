"""catalog-stale-ignore"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerIgnore, Rule


def _look(name: str, names: tuple[str, ...]) -> Iterator[Hit]:
    if name in names:
        yield Hit(
            f"the comment ignores {name}, which has nothing to say here",
            f"remove {name} from the comment",
        )
        return
    nearest = extractOne(name, names, scorer=ratio, score_cutoff=60)
    yield Hit(
        f"the comment ignores {name}, and no rule is called so",
        f"write {nearest[0]}" if nearest else f"remove {name} from the comment",
    )


RULE = Rule(
    name="catalog-stale-ignore",
    summary="A comment ignores a rule that has nothing to say of the message, or does not exist.",
    why="What was ignored for a reason once would hide the next finding, and a misspelled name "
    "hides nothing at all. A reason may follow the names, in brackets or behind a dash. Nothing is "
    "said of rules that did not run, of those that compare languages, and of flags in Weblate's "
    "manner.",
    severity=Severity.INFO,
    check=PerIgnore(_look),
    examples=(
        Example(
            "A cat.",
            "Un chat.",
            says=("the comment ignores catalog-stale-ignroe, and no rule is called so",),
            hints=("write catalog-stale-ignore",),
            marks=("",),
            comments=("l10n: ignore catalog-stale-ignroe",),
        ),
        Example(
            "A cat.",
            "Un chat.",
            comments=("l10n: ignore catalog (the cat is not ours)",),
        ),
        Example("A cat.", "Un chat.", comments=("The cat is theirs.",)),
    ),
)
