"""Writing a string as YAML, so that every parser in use reads exactly that string.

The parsers meant are those of the site generators: PyYAML and Ruby's Psych (YAML 1.1), js-yaml
(1.2) and Go's yaml.v3 (both). Each takes other words for numbers, dates and truth values; what
any of them does is never written plain.
"""

import re
from typing import Literal

# Plain scalars some parser reads as something else than text: https://yaml.org/type/ for 1.1,
# the core schema (section 10.3.2) for 1.2, Psych's ScalarScanner for symbols and commas.
_NOT_TEXT = re.compile(
    r"""(?: ~ | null | true | false | yes | no | on | off | y | n      # null, truth values
    | [-+]?0b[01_,]+ | [-+]?0o[0-7_,]+ | [-+]?0x[0-9a-f_,]+            # integers with a base
    | [-+]?[0-9_,]*+\.?[0-9_,]*+(?:e[-+]?[0-9_]+)?                     # numbers, the empty string
    | [-+]?\.?(?:inf|nan)
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?                 # base 60: 12:30:45
    | [-+]?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|[ \t]+)[0-9:.,]+[ \t]*(?:z|[-+][0-9:]+)?)?
    | << | = | :.+                                                     # merge, value, symbol
    )\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL | re.ASCII,
)
# Control characters, NEL, LS, PS, BOM and what is no character: only an escape keeps them.
_HIDDEN = "\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_ESCAPED = re.compile(rf'[\\"\t{_HIDDEN}]')
_UNQUOTABLE = re.compile(rf"[\t{_HIDDEN}]")
_NOT_PLAIN_INSIDE = re.compile(r": | #|:\Z")
_NOT_PLAIN_IN_FLOW = re.compile(r"[][{},:?]")
# Characters that mean something where a scalar begins; each is text inside quotes.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<~.\\")
_NAMES = {"\0": "0", "\t": "t", "\n": "n", "\r": "r", "\\": "\\", '"': '"'}


def is_text(plain: str) -> bool:
    """Tell whether every parser reads the plain scalar ``plain`` as a string."""
    return _NOT_TEXT.match(plain) is None


def is_plain(text: str, flow: bool) -> bool:
    """Tell whether ``text`` reads as itself without quotes, in a block or in a flow collection."""
    return (
        text != ""
        and text[0] not in _INDICATORS
        and text == text.strip()
        and _UNQUOTABLE.search(text) is None
        and _NOT_PLAIN_INSIDE.search(text) is None
        and not (flow and _NOT_PLAIN_IN_FLOW.search(text))
        and is_text(text)
    )


def quote(text: str, style: Literal["plain", "single", "double"], flow: bool = False) -> str:
    """Return ``text`` as YAML on one line, in ``style`` where that holds it, else in doubles."""
    if style == "plain" and is_plain(text, flow):
        return text
    if style == "single" and _UNQUOTABLE.search(text) is None:
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if name := _NAMES.get(character):
        return "\\" + name
    return f"\\x{ord(character):02x}" if character <= "\xff" else f"\\u{ord(character):04x}"
