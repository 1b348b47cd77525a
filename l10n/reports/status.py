"""Progress per language and post: a table for people, JSON and Markdown for the rest."""

import re
from collections.abc import Iterator, Sequence

from l10n.model.progress import Progress
from l10n.reports.json import VERSION, dump
from l10n.reports.printable import printable, width

_COUNTS = ("messages", "translated", "draft", "outdated", "untranslated", "words")
_HEAD = ("language", "post", *_COUNTS, "done")
_ALL = "all posts"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#&])")


def status_json(progress: Sequence[Progress]) -> str:
    """Return the sums of each language as one JSON object."""
    return dump(
        {
            "version": VERSION,
            "languages": {
                language: {
                    "posts": len(rows),
                    **{name: sum(getattr(row, name) for row in rows) for name in _COUNTS},
                    "words_translated": sum(row.words_translated for row in rows),
                }
                for language, rows in _languages(progress)
            },
        }
    )


def status_table(progress: Sequence[Progress]) -> str:
    """Return a table in columns: a row for each post and, for several posts, one for all."""
    if not progress:
        return "no posts\n"
    rows = [_HEAD, *(tuple(map(printable, row)) for row in _rows(progress))]
    columns = [max(width(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = (
        "  ".join(
            _padded(cell, column, left=at < 2)
            for at, (cell, column) in enumerate(zip(row, columns, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines) + "\n"


def status_markdown(progress: Sequence[Progress]) -> str:
    """Return the same table in Markdown (GFM), for a pull request or a README."""
    if not progress:
        return "no posts\n"
    ruler = ("---", "---", *("--:" for _ in _HEAD[2:]))
    cells = (
        tuple(_MARKDOWN.sub(r"\\\1", printable(cell)) for cell in row) for row in _rows(progress)
    )
    lines = (f"| {' | '.join(row)} |" for row in (_HEAD, ruler, *cells))
    return "\n".join(lines) + "\n"


def _languages(progress: Sequence[Progress]) -> Iterator[tuple[str, list[Progress]]]:
    by_language: dict[str, list[Progress]] = {}
    for row in progress:
        by_language.setdefault(row.language, []).append(row)
    yield from by_language.items()


def _rows(progress: Sequence[Progress]) -> Iterator[tuple[str, ...]]:
    for language, rows in _languages(progress):
        for row in rows:
            yield _row(language, row.post, [row])
        if len(rows) > 1:
            yield _row(language, _ALL, rows)


def _row(language: str, post: str, rows: Sequence[Progress]) -> tuple[str, ...]:
    sums = [sum(getattr(row, name) for row in rows) for name in _COUNTS]
    messages, translated = sums[0], sums[1]
    # Rounded down, so that only what is complete says 100 %.
    percent = 100 * translated // messages if messages else 100
    return (language, post, *map(str, sums), f"{percent} %")


def _padded(cell: str, columns: int, left: bool) -> str:
    blanks = " " * (columns - width(cell))
    return cell + blanks if left else blanks + cell
