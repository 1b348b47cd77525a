"""Glob patterns for posts: `*`, `?`, `[abc]`, `{md,mdx}` within a name, `**` for folders.

The literal end of a pattern matches in any case: `*.md` finds `Issue.MD` and `Issue.Md` too.
Accents match however they are composed. A literal bracket is written `[[]`.
"""

import re
import unicodedata
from dataclasses import dataclass

_SPECIAL = re.compile(r"[*?\[{]")
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[(?P<not>[!^]?)(?P<set>\]?[^\]/]*)\]|\{(?P<any>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Glob:
    """A compiled pattern; ``fixed`` is its glob-free leading folder, "" for the project itself."""

    pattern: str
    fixed: str
    regex: re.Pattern[str]

    def matches(self, path: str) -> bool:
        """Tell whether the project-relative ``path`` matches as a whole."""
        return self.regex.fullmatch(composed(path)) is not None


def composed(path: str) -> str:
    """Return ``path`` with its accents composed (NFC), so that both forms compare equal."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def glob_fault(pattern: str) -> str:
    """Return what is wrong with ``pattern``, as the end of a sentence, or "" for nothing."""
    for part in pattern.split("/"):
        rest = _TOKEN.sub(lambda token: "" if token[0] != "**" else "**", part)
        if "**" in rest and part != "**":
            return "has ** next to other characters"
        if "[" in rest:
            return "has a [ without its ]"
        if "{" in rest or "}" in rest:
            return "has unpaired braces"
    if pattern.endswith(("/", "**")) or not pattern:
        return "names folders and no files"
    try:
        compile_glob(pattern)
    except re.error:
        return "has a range of characters that ends before it starts"
    return ""


def compile_glob(pattern: str) -> Glob:
    """Return ``pattern``, which has no glob_fault, ready to match."""
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    count = next((i for i, part in enumerate(parts) if _SPECIAL.search(part)), len(parts) - 1)
    text = composed("/".join(parts))
    pieces: list[str] = []
    at = 0
    for token in _TOKEN.finditer(text):
        pieces.append(re.escape(text[at : token.start()]))
        pieces.append(_piece(token))
        at = token.end()
    end = re.escape(text[at:])
    pieces.append(f"(?i:{end})" if end else "")
    fixed = "/".join(parts[: min(count, len(parts) - 1)])
    return Glob(pattern, fixed, re.compile("".join(pieces), re.DOTALL))


def _piece(token: re.Match[str]) -> str:
    match token[0]:
        case "**/":
            return "(?:[^/]+/)*"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if token["any"] is not None:
        choices = "|".join(re.escape(choice) for choice in token["any"].split(","))
        return f"(?i:{choices})"
    members = token["set"].replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    members = re.sub(r"([&~|])", r"\\\1", members)
    return f"[{'^/' if token['not'] else ''}{members}]"
