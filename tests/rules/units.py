"""Units for tests, parsed as a workflow would parse them."""

from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.message import Message, State
from l10n.model.unit import EMPTY, Unit

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
    filled = state not in (State.UNTRANSLATED, State.OBSOLETE)
    return Unit(
        path,
        line,
        FRENCH,
        dialect,
        message,
        parse_inline(source, dialect) if filled else EMPTY,
        parse_inline(target, dialect) if filled else EMPTY,
        post=post,
        refused=refused,
    )
