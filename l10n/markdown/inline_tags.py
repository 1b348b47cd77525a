"""Tags inside a message, in a form in which two spellings of one tag are equal."""

import re

from l10n.model.inline import Tag

_TAG = re.compile(r"<(/?)\s*([\w$.:-]*)(.*?)(/?)>\Z", re.S)
_ATTRIBUTE = re.compile(
    r"([^\s\"'<>/={}]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s\"'<>`]+))?"
    r"|\{(?:[^{}]|\{[^{}]*\})*\}"
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# What these hold is read or heard by people: a translation is right to differ.
_WORDS = frozenset("alt title aria-label label caption placeholder".split())


def read_tag(raw: str, start: int, jsx: bool) -> Tag:
    """Return the Tag that ``raw`` is, which stands at character ``start`` of its message.

    With ``jsx``, names keep their case and an empty element its slash.
    """
    span = start, start + len(raw)
    match = _TAG.match(raw)
    if raw.startswith(("<!", "<?")) or not match:
        return Tag("comment", raw, span, "", raw)
    close, name, rest, slash = match.groups()
    component = jsx and name[:1].isupper()
    name = name if component else name.lower()
    if close:
        return Tag("close", raw, span, name, f"</{name}>")
    void = bool(slash) if jsx else name in _VOID
    normal = " ".join((f"<{name}", *sorted(_attributes(rest, jsx))))
    return Tag("void" if void else "open", raw, span, name, f"{normal}{' /' if void else ''}>")


def _attributes(rest: str, jsx: bool) -> list[str]:
    found = []
    for match in _ATTRIBUTE.finditer(rest):
        name, value = match[1], match[2]
        if name is None:
            found.append(match[0])  # {...spread}
            continue
        name = name if jsx else name.lower()
        if name.lower() in _WORDS:
            continue
        if value is None:
            found.append(name)
            continue
        if value[0] in "\"'":
            value = value[1:-1]
        found.append(f'{name}="{" ".join(value.split())}"')
    return found
