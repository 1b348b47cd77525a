"""Units for tests, parsed as a workflow would parse them."""

from l10n.glossary import Matcher
from l10n.markdown.inline import parse_inline
from l10n.model.conventions import NONE, Conventions
from l10n.model.counterpart import Counterpart
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.message import Message, State
from l10n.model.rule import Example
from l10n.model.terms import Glossary
from l10n.model.unit import EMPTY, NO_TERMS, Unit

FRENCH = Language("fr", "fr")


def unit(
    source: str,
    target: str,
    *,
    state: State = State.TRANSLATED,
    dialect: Dialect = Dialect.GFM,
    refused: str = "",
    path: str = "locales/fr/a.po",
    line: int = 1,
    post: str = "a",
    comments: tuple[str, ...] = (),
    flags: tuple[str, ...] = (),
    language: Language = FRENCH,
    matcher: Matcher | None = None,
    conventions: Conventions = NONE,
    counterpart: Counterpart | None = None,
) -> Unit:
    """Return a Unit whose Message is in the wanted State."""
    fuzzy = ("fuzzy",) if state in (State.DRAFT, State.OUTDATED) else ()
    message = Message(
        source,
        target,
        previous_msgid="As it was." if state is State.OUTDATED else None,
        flags=(*flags, *fuzzy),
        translator_comments=comments,
        obsolete=state is State.OBSOLETE,
    )
    assert message.state is state, (message.state, state)
    filled = counterpart or state not in (State.UNTRANSLATED, State.OBSOLETE)
    ours = parse_inline(source, dialect) if filled else EMPTY
    theirs = parse_inline(target, dialect) if filled else EMPTY
    return Unit(
        path,
        line,
        language,
        dialect,
        message,
        ours,
        theirs,
        post=post,
        refused=refused,
        terms=matcher.matches(ours, theirs) if matcher and source != target else NO_TERMS,
        conventions=conventions,
        counterpart=counterpart,
    )


def units_of_example(example: Example) -> list[Unit]:
    """Return the Unit that an Example is about, and behind it the others of its catalog."""
    language = Language(example.language, example.language)
    matcher = Matcher(Glossary("", example.terms), language.tag) if example.terms else None
    place = example.counterpart.target if example.counterpart else None
    one = unit(
        example.source,
        example.target,
        line=place[0] if place else 1,
        state=example.state,
        dialect=example.dialect,
        refused=example.refused,
        comments=example.comments,
        language=language,
        matcher=matcher,
        conventions=example.conventions,
        counterpart=example.counterpart,
    )
    others = [
        unit(
            source,
            target,
            dialect=example.dialect,
            line=line,
            language=language,
            matcher=matcher,
            conventions=example.conventions,
        )
        for line, (source, target) in enumerate(example.others, 2)
    ]
    return [one, *others]
