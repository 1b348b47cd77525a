"""How the messages of a dialect are read and written: what a workflow hands to the protection."""

from functools import partial

from l10n.engines.protection import Syntax
from l10n.markdown.escape import line_start
from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect

SYNTAX = {
    dialect: Syntax(partial(parse_inline, dialect=dialect), partial(line_start, dialect=dialect))
    for dialect in Dialect
}
LITERAL = Syntax(partial(parse_inline, dialect=Dialect.GFM), str, escapes=False)
