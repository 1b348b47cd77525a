"""A run of the rules as parts that know nothing of one another, so that they may run side by side.

What looks at one message runs message by message, not rule by rule: what several rules need to
know of a message is then asked for in a row, and a cache of the last answer is enough.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.model.inline import Inline
from l10n.model.message import State
from l10n.model.rule import Hit, PerCatalog, PerIgnore, PerLanguage, PerMessage, PerPost, Rule
from l10n.model.unit import Unit

Found = tuple[int, int, Hit]  # index of the Rule, index of the Unit, and what was found there
Task = Callable[[], list[Found]]
Spread = Callable[[Sequence[Task]], Iterable[list[Found]]]
"""Does all Tasks and gives what each returns, in their order."""

_SLICE = 400  # messages in a Task: the last one of all keeps one process busy alone
_KEYS: dict[type, Callable[[Unit], str]] = {
    PerCatalog: lambda unit: unit.path,
    PerPost: lambda unit: unit.post,
    PerLanguage: lambda unit: unit.language.tag,
}
_Wanted = tuple[type, frozenset[State], bool]
_Kind = tuple[State, bool, bool, int]  # whether it has a source, differs from it; its Parts


def in_turn(tasks: Sequence[Task]) -> Iterator[list[Found]]:
    """Do the Tasks one after the other."""
    for task in tasks:
        yield task()


class Work:
    """Rules and the Units that each of them receives."""

    __slots__ = ("_grouped", "_kinds", "_known", "_rules", "_units")

    def __init__(self, units: Sequence[Unit], rules: Sequence[Rule]) -> None:
        self._units = units
        self._rules = rules
        numbers: dict[_Kind, int] = {}  # a number is quicker to look up than a State
        self._kinds = [numbers.setdefault(_kind(unit), len(numbers)) for unit in units]
        self._known = tuple(numbers)
        self._grouped: dict[_Wanted, tuple[tuple[Unit, ...], ...]] = {}

    def tasks(self) -> list[Task]:
        """Return what is to be done, the largest parts first; PerIgnore is no part of it."""
        single = [
            [
                (at, rule.check.look)
                for at, rule in enumerate(self._rules)
                if isinstance(rule.check, PerMessage) and _wants(rule, kind) and _may(rule, kind)
            ]
            for kind in self._known
        ]

        def one_by_one(start: int) -> Task:
            return lambda: [
                (at, place, hit)
                for place in range(start, min(start + _SLICE, len(self._units)))
                for at, look in single[self._kinds[place]]
                for hit in look(self._units[place])
            ]

        groups = [
            self._together(at, rule)
            for at, rule in enumerate(self._rules)
            if not isinstance(rule.check, PerMessage | PerIgnore)
        ]
        return [*groups, *map(one_by_one, range(0, len(self._units), _SLICE))]

    def _together(self, at: int, rule: Rule) -> Task:
        def look() -> list[Found]:
            assert not isinstance(rule.check, PerMessage | PerIgnore)
            found = [
                (hit, hit.unit or group[0])
                for group in self._groups(rule)
                for hit in rule.check.look(group)
            ]
            known = {id(self._units[at]): at for at in self.places(rule)} if found else {}
            return [(at, known[id(unit)], replace(hit, unit=None)) for hit, unit in found]

        return look

    def _groups(self, rule: Rule) -> Iterable[tuple[Unit, ...]]:
        """Return the Units that the Rule receives together; most rules receive the same."""
        wanted = type(rule.check), rule.states, rule.sourceless
        if wanted not in self._grouped:
            key = _KEYS[wanted[0]]
            groups: dict[str, list[Unit]] = {}
            for place in self.places(rule):
                unit = self._units[place]
                groups.setdefault(key(unit), []).append(unit)
            self._grouped[wanted] = tuple(map(tuple, groups.values()))
        return self._grouped[wanted]

    def places(self, rule: Rule) -> list[int]:
        """Return the indices of the Units that the Rule receives, in order."""
        wanted = [_wants(rule, kind) for kind in self._known]
        return [at for at, kind in enumerate(self._kinds) if wanted[kind]]


def _kind(unit: Unit) -> _Kind:
    message = unit.message
    differs = message.msgid != message.msgstr
    return message.state, bool(message.msgid), differs, parts_of(unit)


def parts_of(unit: Unit) -> int:
    """Return the Parts of both sides, as a plain number, since sums of Parts take long."""
    source, target = unit.source, unit.target
    return _parts(source) if source is target else _parts(source) | _parts(target)


def _parts(side: Inline) -> int:
    held = (
        side.links,
        side.images,
        side.code,
        side.tags,
        side.placeholders,
        side.footnotes,
        side.labels,
    )
    return sum([1 << at for at, parts in enumerate(held) if parts]) if any(held) else 0


def _wants(rule: Rule, kind: _Kind) -> bool:
    state, has_source, _, _ = kind
    return state in rule.states and (has_source or rule.sourceless)


def _may(rule: Rule, kind: _Kind) -> bool:
    """Tell whether a Rule may have something to say of one message, by what it says of itself."""
    _, _, differs, parts = kind
    return (differs or not rule.compares) and (not rule.parts or bool(rule.parts & parts))
