"""``engines``, ``[engine.NAME]`` and ``[prefill]``, with what is wrong in them noted."""

from collections.abc import Mapping, Sequence

from l10n.model.settings import EngineSettings, PrefillSettings
from l10n.project.document import Table
from l10n.project.keys import PREFILL_KEYS
from l10n.project.languages import near

_EXAMPLE = '["deepl", "apertium"]'
_SECRETS = ("key", "api-key", "api_key", "apikey", "auth-key", "auth_key", "token", "secret")

Known = Mapping[str, Sequence[str]]  # the options of each engine, by its name


def read_engines(
    table: Table, known: Known | None = None
) -> tuple[tuple[str, ...], tuple[EngineSettings, ...]]:
    """Return the engines to ask, in order, and the options of those that have any.

    Names and options are held to ``known``; to nothing where it is None. A key is refused in any
    case: it belongs into the environment.
    """
    names: list[str] = []
    value = table.values.get("engines")
    table.texts("engines", (), _EXAMPLE)
    for index, name in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(name, str):
            continue
        _named(table, ("engines", index), name, known)
        if name in names:
            table.flaw(("engines", index), f'"{name}" is named twice', remedy="keep one of them")
        names.append(name)
    return tuple(dict.fromkeys(names)), tuple(_options(table, known))


def read_prefill(around: Table) -> PrefillSettings:
    """Return what ``[prefill]`` says."""
    value = around.values.get("prefill", {})
    default = PrefillSettings()
    if not isinstance(value, dict):
        around.mistyped(("prefill",), value, "a table, such as [prefill]")
        return default
    table = around.below(value, "prefill")
    table.only(tuple(key.name for key in PREFILL_KEYS))
    protect = value.get("protect-kept", default.protect_kept)
    if not isinstance(protect, bool):
        table.mistyped(("protect-kept",), protect, "true or false")
        protect = default.protect_kept
    least = _score(table, "min-score", 1)
    accept = _score(table, "accept", 100)
    return PrefillSettings(accept, default.min_score if least is None else least, protect)


def _score(table: Table, key: str, lowest: int) -> int | None:
    """Return the memory's score at ``key``, or None where there is none, or a wrong one."""
    if key not in table.values:
        return None
    value = table.values[key]
    allowed = f"a whole number from {lowest} to 101"
    if isinstance(value, bool) or not isinstance(value, int):
        table.mistyped((key,), value, allowed)
        return None
    if not lowest <= value <= 101:
        why = "less than the same text is a draft" if key == "accept" and value < lowest else ""
        table.flaw((key,), f'"{key}" is {value}', allowed, why)
        return None
    return value


def _options(around: Table, known: Known | None) -> list[EngineSettings]:
    value = around.values.get("engine", {})
    if not isinstance(value, dict):
        around.mistyped(("engine",), value, "tables such as [engine.deepl]")
        return []
    found: list[EngineSettings] = []
    for name, options in value.items():
        _named(around, ("engine", name), name, known)
        if not isinstance(options, dict):
            around.mistyped(("engine", name), options, "a table with its options")
            continue
        kept = {key: each for key, each in options.items() if key.lower() not in _SECRETS}
        table = around.below(kept, "engine", name)
        for key in options.keys() - kept.keys():
            remedy = "remove it, put the key into the environment, and revoke it if it was shared"
            table.flaw((key,), f'"{key}" stands in a file', "keys in the environment only", remedy)
        if known and name in known:
            table.only(tuple(known[name]))
        found.append(EngineSettings(name, tuple(kept.items()), table.where()))
    return found


def _named(table: Table, keys: Sequence[str | int], name: str, known: Known | None) -> None:
    if known is not None and name not in known:
        guess = near(name.lower(), tuple(known))
        table.flaw(
            keys,
            f'there is no engine named "{name}"',
            ", ".join(known),
            f'write "{guess}"' if guess else "remove it, or install the package that brings it",
        )
