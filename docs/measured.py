"""What was measured of each rule, as sentences for its page."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def read_measured(path: Path) -> dict[str, tuple[str, ...]]:
    """Return by name of rule the sentences that `measured.json` gives rise to.

    `python -m benchmarks.figures` writes the file.
    """
    figures: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
    return {rule: tuple(_sentences(one, figures)) for rule, one in figures.get("rules", {}).items()}


def _sentences(one: Mapping[str, Any], figures: Mapping[str, Any]) -> Iterator[str]:
    planted: Mapping[str, list[int]] = one.get("planted", {})
    if planted:
        found = ", ".join(f"{kind} {hit} of {all_}" for kind, (hit, all_) in planted.items())
        yield f"Planted into human translations, it found by itself: {found}."
    spoken, messages = one.get("spoken", 0), figures["messages"]
    if spoken:
        share = f"{spoken:,} of {messages:,} human messages ({100 * spoken / messages:.2f} %)"
        yield f"It speaks on {share} as they are."
    else:
        yield f"It speaks on none of {messages:,} human messages as they are."
    right, wrong, arguable = one.get("labelled", (0, 0, 0))
    if right + wrong + arguable:
        doubt = f", and {arguable} about which readers could disagree" if arguable else ""
        yield (
            f"On {figures['pairs']} newsletters labelled by hand, {right} of its findings were "
            f"right and {wrong} wrong{doubt}."
        )


def kinds(planted: Mapping[str, int], found: Mapping[str, int]) -> dict[str, list[int]]:
    """Return kind → [found, planted] for the kinds that a rule is there to find.

    Those of which it found less than a quarter it met by chance.
    """
    return {
        kind: [found[kind], times]
        for kind, times in planted.items()
        if found.get(kind, 0) * 4 >= times > 0
    }
