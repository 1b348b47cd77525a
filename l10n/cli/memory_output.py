"""What `l10n memory` prints, for people and for programs."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.cli.console import note, plural, say, some
from l10n.memory import Excerpt, Stats, TmxTally, differences
from l10n.model.errors import InputError
from l10n.model.memory import Match
from l10n.workflow.memory import Fed

_MARKS = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: translations that were not known, and what was left out."""

    path: str
    added: int
    tally: TmxTally


@dataclass(frozen=True, slots=True)
class Answer:
    """What is remembered in one language of a text looked for."""

    language: str
    matches: tuple[Match, ...]
    excerpts: tuple[Excerpt, ...]


def show_fed(fed: Fed, as_json: bool, dry: bool) -> None:
    """Print what was read of the catalogs. Raises InputError where some could not be read."""
    if as_json:
        _print({
            "catalogs": len(fed.read), "translations": fed.translations, "gone": list(fed.gone),
        })  # fmt: skip
    else:
        would = "would be " if dry else ""
        found = plural(fed.translations, "translation")
        say(f"{plural(len(fed.read), 'catalog')}: {found} {would}remembered")
    if fed.flaws:
        raise InputError(*fed.flaws)


def show_imported(
    imported: Sequence[Imported], source_language: str, as_json: bool, dry: bool
) -> None:
    """Print what files brought."""
    if as_json:
        _print({
            "files": [
                {
                    "path": each.path,
                    "added": each.added,
                    "without_source": each.tally.no_source,
                    "empty": each.tally.empty,
                }
                for each in imported
            ]
        })  # fmt: skip
        return
    would = "would be " if dry else ""
    for each in imported:
        say(f"{each.path}: {plural(each.added, 'translation')} {would}added")
        for lines, why in (
            (each.tally.no_source, f"has no text in {source_language}"),
            (each.tally.empty, "is empty on one side"),
        ):
            if lines:
                units = f"{plural(len(lines), 'unit')} {why}" if len(lines) == 1 else (
                    f"{len(lines)} units: each {why}"
                )  # fmt: skip
                note(f"  left out, line {some([str(line) for line in lines])}: {units}")


def show_exported(path: str, count: int, as_json: bool, dry: bool) -> None:
    """Print what was written."""
    if as_json:
        _print({"path": path, "translations": count})
    else:
        say(f"{path}: {plural(count, 'translation')} {'would be ' if dry else ''}written")


def show_answers(text: str, answers: Sequence[Answer], as_json: bool) -> None:
    """Print what was found in each language."""
    if as_json:
        _print({"languages": {each.language: _answer(text, each) for each in answers}})
        return
    for answer in answers:
        if not answer.matches and not answer.excerpts:
            say(f"{answer.language}: nothing like it is remembered")
        for match in answer.matches:
            origin = "" if match.origin.value == "human" else f" · {match.origin.value}"
            say(f"{match.score} {match.kind.value} · {match.language}{origin}{_place(match.place)}")
            pieces = differences(match.source, text)
            say("  " + "".join(piece.text.join(_MARKS[piece.mark]) for piece in pieces))
            say(f"  {match.target}")
        for excerpt in answer.excerpts:
            found = excerpt.translation
            say(f"words · {found.language}{_place(found.place)}")
            say(f"  {_marked(found.source, excerpt.spans)}")
            say(f"  {found.target}")


def show_stats(stats: Stats, as_json: bool) -> None:
    """Print what a memory holds."""
    languages: dict[str, dict[str, int]] = {}
    for language, origin, count in stats.counts:
        languages.setdefault(language, {})[origin.value] = count
    if as_json:
        _print({
            "sources": stats.sources,
            "translations": stats.translations,
            "languages": languages,
            "places": dict(stats.places),
        })  # fmt: skip
        return
    texts = plural(stats.sources, "text")
    say(f"{plural(stats.translations, 'translation')} of {texts}")
    for language, origins in languages.items():
        say(f"  {language}: " + ", ".join(f"{count} {name}" for name, count in origins.items()))
    for place, count in stats.places:
        say(f"  {place or 'of unknown origin'}: {count}")


def _place(place: str) -> str:
    return f" · {place}" if place else ""


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        if start >= at:
            parts += [text[at:start], "[[", text[start:end], "]]"]
            at = end
    return "".join([*parts, text[at:]])


def _answer(text: str, answer: Answer) -> dict[str, object]:
    return {
        "matches": [
            {
                "score": match.score,
                "kind": match.kind.value,
                "source": match.source,
                "target": match.target,
                "origin": match.origin.value,
                "language": match.language,
                "place": match.place,
                "penalty": match.penalty,
                "differences": [
                    [piece.mark, piece.text] for piece in differences(match.source, text)
                ],
            }
            for match in answer.matches
        ],
        "excerpts": [
            {
                "source": excerpt.translation.source,
                "target": excerpt.translation.target,
                "language": excerpt.translation.language,
                "place": excerpt.translation.place,
                "spans": [list(span) for span in excerpt.spans],
            }
            for excerpt in answer.excerpts
        ],
    }


def _print(content: dict[str, object]) -> None:
    text = json.dumps({"version": 1, **content}, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
