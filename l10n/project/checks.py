"""``[check]`` and ``[language.TAG.check]`` → CheckSettings, with what is wrong in them noted."""

from collections.abc import Sequence

from l10n.model.finding import Severity
from l10n.model.settings import CheckSettings
from l10n.project.document import Table
from l10n.project.keys import CHECK_KEYS
from l10n.project.language_tables import language_tables
from l10n.project.languages import canonical, near

_SEVERITIES = {str(severity): severity for severity in sorted(Severity)}
_OFF = "off"
_EXAMPLE = '["link-added"]'


def read_checks(
    table: Table, rules: Sequence[str]
) -> tuple[CheckSettings, tuple[tuple[str, CheckSettings], ...]]:
    """Return what ``[check]`` says, and what each language's own says, by tag.

    Names are held to ``rules`` and their families; to nothing where there are none.
    """
    languages: list[tuple[str, CheckSettings]] = []
    for written, own in language_tables(table, again=True):
        if "check" in own.values:
            languages.append((canonical(written) or written, _check(own, rules)))
    return _check(table, rules), tuple(languages)


def _check(around: Table, rules: Sequence[str]) -> CheckSettings:
    value = around.values.get("check", {})
    if not isinstance(value, dict):
        around.mistyped(("check",), value, "a table, such as [check]")
        return CheckSettings()
    table = around.below(value, "check")
    table.only(tuple(key.name for key in CHECK_KEYS))
    if value.get("select") == []:
        remedy = "name a rule, or remove it to have all"
        table.flaw(("select",), '"select" is empty', "names of rules or families", remedy)
    return CheckSettings(
        _names(table, "select", rules),
        _names(table, "ignore", rules),
        _severities(table, rules),
        _fail_on(table),
    )


def _names(table: Table, key: str, rules: Sequence[str]) -> tuple[str, ...]:
    names = table.texts(key, (), _EXAMPLE)
    value = table.values.get(key)
    for index, name in enumerate(value if isinstance(value, list) else ()):
        if isinstance(name, str):
            _known(table, (key, index), name, rules)
    return names


def _known(table: Table, keys: Sequence[str | int], name: str, rules: Sequence[str]) -> None:
    families = tuple(dict.fromkeys(rule.partition("-")[0] for rule in rules))
    if rules and name not in rules and name not in families:
        guess = near(name, (*rules, *families))
        table.flaw(
            keys,
            f'there is no rule named "{name}"',
            f"the name of a rule, or of a family: {', '.join(families)}",
            f'write "{guess}"' if guess else "`l10n rules` lists all rules",
        )


def _severities(around: Table, rules: Sequence[str]) -> tuple[tuple[str, Severity | None], ...]:
    value = around.values.get("severity", {})
    if not isinstance(value, dict):
        around.mistyped(("severity",), value, 'a table, such as { link-added = "off" }')
        return ()
    table = around.below(value, "severity")
    found: list[tuple[str, Severity | None]] = []
    for name, word in value.items():
        _known(table, (name,), name, rules)
        if word == _OFF:
            found.append((name, None))
        elif (severity := _severity(table, name, word, (_OFF, *_SEVERITIES))) is not None:
            found.append((name, severity))
    return tuple(found)


def _fail_on(table: Table) -> Severity | None:
    if "fail-on" not in table.values:
        return None
    return _severity(table, "fail-on", table.values["fail-on"], tuple(_SEVERITIES))


def _severity(table: Table, key: str, word: object, allowed: Sequence[str]) -> Severity | None:
    if not isinstance(word, str):
        table.mistyped((key,), word, ", ".join(allowed))
    elif word not in _SEVERITIES:
        guess = near(word.lower(), allowed)
        table.flaw(
            (key,),
            f'"{key}" is "{word}"',
            ", ".join(allowed),
            f'write "{guess}"' if guess else "",
        )
    else:
        return _SEVERITIES[word]
    return None
