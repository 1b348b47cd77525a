"""What PyYAML says about broken front matter, in words for the person who wrote it."""

from typing import Final

from l10n.markdown.frontmatter.errors import flaw_at
from l10n.model.errors import InputError

_TAB: Final = ("a tab is used for indentation", "indent with blanks instead of tabs")
_HIDDEN: Final = ("an invisible control character stands in it", "remove the character")
_SIGN: Final = (
    "a value begins with a character that means something else in YAML",
    "put the value in double quotes",
)
_OPEN: Final = ("a bracket or brace is not closed", "close it, or put the value in double quotes")
_REST: Final = (
    "something stands behind the end of a value",
    "put the whole value in double quotes, or indent the line like those around it",
)
_LIST: Final = (
    "a list begins on the line of its key",
    "begin the list on the next line, or put the value in double quotes",
)
# A piece of what libyaml or PyYAML's own parser says; what it comes to; what mends it.
_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a colon followed by a blank stands inside a value",
        "put the value in double quotes",
    ),
    ("unexpected end of stream", "a quote is never closed", "close the quote that opens here"),
    ("found a tab", *_TAB),
    ("'\\t'", *_TAB),
    ("cannot start any token", *_SIGN),
    ("alphabetic or numeric", *_SIGN),
    (
        "could not find expected ':'",
        "a line is neither a key with its colon nor part of a value",
        "give the line the form `key: value`, or indent it below its key",
    ),
    ("control characters", *_HIDDEN),
    ("special characters", *_HIDDEN),
    ("expected ',' or", *_OPEN),
    ("expected key", *_REST),
    ("expected <block end>", *_REST),
    (
        "unknown escape character",
        "a backslash in double quotes stands before a character it cannot escape",
        "write two backslashes, or use single quotes",
    ),
    ("sequence entries are not allowed", *_LIST),
)
# Where these are noticed is far below where they begin, which is what a person must find.
_BEGINNINGS: Final = ("quoted scalar", "simple key", "flow sequence", "flow mapping")
_REMEDY: Final = "mend the front matter at this line, or put the value in double quotes"


def yaml_error(data: bytes, base: int, path: str, text: str, error: Exception) -> InputError:
    """Return PyYAML's ``error`` about ``text``, which begins at byte ``base`` of the file."""
    import yaml

    offset, said = base, str(error)
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        said = error.problem or ""
        mark = error.problem_mark
        if error.context_mark and (error.context or "").endswith(_BEGINNINGS):
            mark = error.context_mark
        offset += len(text[: mark.index].encode())
    elif isinstance(error, yaml.reader.ReaderError):
        said = str(error.reason)
        offset += max(error.position, 0)
    words, remedy = said, _REMEDY
    for sign, plain, mended in _WORDS:
        if sign in said:
            words, remedy = f"{plain} ({said})", mended
            break
    return flaw_at(data, offset, path, f"the front matter is not valid YAML: {words}", remedy)
