"""The keys to set, as a tree: dotted keys with one parent belong together."""

from collections.abc import Mapping, Sequence

# Text for a key, or what to set below it.
Wanted = Mapping[str, "str | Wanted"]


def nested(values: Sequence[tuple[str, str]]) -> dict[str, "str | Wanted"]:
    """Return ``values`` by the parts of their dotted keys; the later of two that clash wins."""
    root: dict[str, str | Wanted] = {}
    for key, text in values:
        here = root
        *parents, last = key.split(".")
        for name in parents:
            below = here.get(name)
            if not isinstance(below, dict):
                below = here[name] = {}
            here = below
        here[last] = text
    return root
