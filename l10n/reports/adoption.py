"""Adoptions as text for people and as JSON for programs."""

from collections.abc import Iterator, Sequence

from l10n.model.adoption import Adoption, Lines, Listed, Matter
from l10n.reports.json import VERSION, dump
from l10n.reports.printable import printable

_WORDS = 60  # characters of a text that are shown
_HEADS = {
    Matter.CONFLICT: "in conflict, nothing was written",
    Matter.DOUBT: "in doubt, now drafts",
    Matter.REFUSED: "left out by a build, now drafts",
    Matter.SAME: "still in the source language",
    Matter.UNPAIRED: "not found in the translation",
    Matter.EXTRA: "in the translation alone",
    Matter.UNREAD: "code or HTML with words of its own, which no catalog holds",
    Matter.VARIANT: "rendered otherwise elsewhere",
}


def adoption_json(adoptions: Sequence[Adoption], outlines: bool = False) -> str:
    """Return adoptions as one JSON object; those of one post are also at its top.

    With ``outlines`` nothing is said of messages, since there is no catalog.
    """
    flat = _pairs(adoptions[0]) if len(adoptions) == 1 else {}
    return dump(
        {
            "version": VERSION,
            **flat,
            "posts": [
                {
                    "post": one.post,
                    "source": one.source,
                    "target": one.target,
                    **_pairs(one),
                    **({} if outlines else _messages(one)),
                }
                for one in adoptions
            ],
        }
    )


def adoption_text(adoption: Adoption, outline: bool = False) -> str:
    """Return what there is to say of one post, one line for each thing a person should look at.

    With ``outline`` only how the passages correspond.
    """
    lines = [f"{adoption.target} → {adoption.source}"]
    if outline:
        lines.append(
            f"  {len(adoption.pairs)} pairs, {len(adoption.source_only)} passages of the source"
            f" and {len(adoption.target_only)} of the translation alone"
        )
        lines += (f"  source {_range(each)} alone" for each in adoption.source_only)
        lines += (f"  translation {_range(each)} alone" for each in adoption.target_only)
        return "".join(f"{printable(line)}\n" for line in lines)
    total = adoption.segments
    shares = ", ".join(
        f"{count} {what} ({_percent(count, total)})"
        for count, what in (
            (adoption.filled, "filled"),
            (adoption.doubtful, "in doubt"),
            (adoption.unpaired, "unpaired"),
        )
    )
    lines.append(f"  {total} segments: {shares}")
    for matter, head in _HEADS.items():
        found = [one for one in adoption.listed if one.matter is matter]
        if found:
            lines.append(f"  {head}:")
            lines += (f"    {line}" for one in found for line in _listed(one))
    return "".join(f"{printable(line)}\n" for line in lines)


def _pairs(one: Adoption) -> dict[str, object]:
    return {
        "pairs": [
            {"source": list(source), "target": list(target), "score": score}
            for source, target, score in one.pairs
        ],
        "source_only": [list(lines) for lines in one.source_only],
        "target_only": [list(lines) for lines in one.target_only],
    }


def _messages(one: Adoption) -> dict[str, object]:
    return {
        "segments": one.segments,
        "filled": one.filled,
        "in_doubt": one.doubtful,
        "unpaired": one.unpaired,
        "adopted": one.adopted,
        "updated": one.updated,
        "listed": [
            {
                "matter": each.matter.value,
                "source": _list(each.source),
                "target": _list(each.target),
                "score": each.score,
                "msgid": each.text,
                "translation": each.translation,
                "catalog": each.catalog,
                "key": each.key,
            }
            for each in one.listed
        ],
    }


def _listed(one: Listed) -> Iterator[str]:
    where = f"{_range(one.source)} ↔ {_range(one.target)}"
    match one.matter:
        case Matter.CONFLICT:
            yield f"{where} {_first(one.text)}"
            yield f"  catalog: {one.catalog}"
            yield f"  post:    {one.translation}"
        case Matter.DOUBT:
            yield f"{where} score {one.score:.2f} {_first(one.text)} ↔ {_first(one.translation)}"
        case Matter.REFUSED:
            yield f"{where} {_first(one.translation)}: {one.catalog}"
        case Matter.VARIANT:
            yield f"{where} {_first(one.translation)}, elsewhere {_first(one.catalog)}"
        case Matter.EXTRA | Matter.UNREAD:
            yield f"{_range(one.target)} {_first(one.translation)}"
        case _:
            yield f"{_range(one.source)} {_first(one.text)}"


def _list(lines: Lines | None) -> list[int] | None:
    return list(lines) if lines else None


def _range(lines: Lines | None) -> str:
    if lines is None:
        return "–"
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


def _first(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WORDS else flat[: _WORDS - 1] + "…"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"
