"""``python -m benchmarks.checker``: recall on planted defects and noise on human messages."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.checker.catalogs import plant, read
from benchmarks.checker.checkers import PEER, PEER_VERSION, Said, ours, pofilter
from benchmarks.checker.defects import DEFECTS
from benchmarks.tools import corpus_folder
from l10n.model.unit import Unit

CATALOGS = Path("comprehensive-rust") / "po"
_CHECKERS: Mapping[str, Callable[[Sequence[Unit]], Said]] = {"l10n": ours, PEER: pofilter}


@dataclass(slots=True)
class Score:
    """What one checker did; ``seen`` and ``planted`` by kind, ``noise`` by rule."""

    seen: Counter[str] = field(default_factory=Counter)
    planted: Counter[str] = field(default_factory=Counter)
    noise: Counter[str] = field(default_factory=Counter)
    spoken: Counter[str] = field(default_factory=Counter)  # human messages, by language
    missed: list[tuple[str, str, str]] = field(default_factory=list)


def main() -> None:
    """Print a table of kinds, one of languages, and what makes the noise."""
    options = _options()
    humans = read(options.catalogs or options.corpus / CATALOGS, options.languages)
    catalogs = {tag: human.units for tag, human in humans.items()}
    scores = {name: Score() for name in _CHECKERS if name in options.checkers}
    for tag, units in catalogs.items():
        before = {name: _CHECKERS[name](units) for name in scores}
        for name, score in scores.items():
            score.spoken[tag] = len(before[name])
            score.noise.update(
                rule for said in before[name].values() for rule in {rule for rule, _ in said}
            )
            if options.verbose and name == "l10n":
                _show_noise(units, before[name])
        for seed in options.seeds:
            damaged = plant(units, seed, options.each, humans[tag].matcher)
            for name, score in scores.items():
                after = _CHECKERS[name](damaged.units)
                for at, kind in damaged.kinds.items():
                    # What was said of the human message already is no discovery.
                    new = after.get(at, set()) - before[name].get(at, set())
                    score.planted[kind] += 1
                    score.seen[kind] += bool(new)
                    if not new:
                        unit = damaged.units[at]
                        score.missed.append((kind, unit.message.msgid, unit.message.msgstr))
    _print(scores, catalogs, options.seeds)
    if options.verbose:
        for kind, source, target in scores["l10n"].missed:
            print(f"missed {kind}: {source!r}\n    {target!r}")


def _print(
    scores: Mapping[str, Score], catalogs: Mapping[str, Sequence[Unit]], seeds: Sequence[int]
) -> None:
    messages = sum(map(len, catalogs.values()))
    print(f"{', '.join(catalogs)}: {messages} human messages; seeds {seeds}; {PEER_VERSION}\n")
    kinds = [kind for kind in DEFECTS if any(score.planted[kind] for score in scores.values())]
    first = next(iter(scores.values()))
    rows = [
        (
            kind,
            first.planted[kind],
            *(_share(score.seen[kind], score.planted[kind]) for score in scores.values()),
        )
        for kind in kinds
    ]
    rows.append(
        (
            "all",
            first.planted.total(),
            *(_share(score.seen.total(), score.planted.total()) for score in scores.values()),
        )
    )
    _table(("planted defect", "planted", *(f"{name} recall" for name in scores)), rows)
    rows = [
        (tag, len(units), *(_percent(score.spoken[tag], len(units)) for score in scores.values()))
        for tag, units in catalogs.items()
    ]
    rows.append(
        (
            "all",
            messages,
            *(_percent(score.spoken.total(), messages) for score in scores.values()),
        )
    )
    print()
    _table(("language", "messages", *(f"{name} noise" for name in scores)), rows)
    for name, score in scores.items():
        noise = ", ".join(f"{rule} {count}" for rule, count in score.noise.most_common(15))
        print(f"\n{name} speaks on human messages: {noise or 'never'}")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    print(f"| {' | '.join(head)} |")
    print(f"|{'|'.join(' --- ' for _ in head)}|")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _show_noise(units: Sequence[Unit], said: Said) -> None:
    for at, what in sorted(said.items()):
        unit = units[at]
        print(f"noise {unit.path}:{unit.line} {sorted(what)}")
        print(f"    {unit.message.msgid!r}\n    {unit.message.msgstr!r}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checker", description=__doc__)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--each", type=int, default=25, help="defects per kind, catalog and seed")
    parser.add_argument(
        "--languages", nargs="+", default=[], help="tags of catalogs; all of them by default"
    )
    parser.add_argument("--checkers", nargs="+", choices=_CHECKERS, default=list(_CHECKERS))
    parser.add_argument("--catalogs", type=Path, help="a folder of other PO files, by language")
    parser.add_argument("--verbose", action="store_true", help="show what is noise, and missed")
    parser.add_argument("--corpus", type=Path, default=corpus_folder(), help="folder of real posts")
    return parser.parse_args()


if __name__ == "__main__":
    main()
