"""YAML nodes read as what a key allows; what is wrong gathers with its line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from l10n.glossary.keys import Key, Value
from l10n.model.errors import Flaw, InputError

if TYPE_CHECKING:
    from yaml.nodes import Node

_BOOL: Final = "tag:yaml.org,2002:bool"
_NULL: Final = "tag:yaml.org,2002:null"
_TRUE: Final = frozenset({"true", "yes", "on"})
_CUT: Final = 40


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads nodes of one file. Flaws gather in ``flaws`` as (line, Flaw)."""

    path: str
    flaws: list[tuple[int, Flaw]] = field(default_factory=list)

    def flaw(self, line: int, found: str, allowed: str = "", remedy: str = "") -> None:
        """Note one Flaw at a line."""
        self.flaws.append((line, Flaw(f"{self.path}:{line}", found, allowed, remedy)))

    def settle(self) -> None:
        """Raise InputError with all flaws noted so far, by line; nothing for none."""
        if self.flaws:
            raise InputError(*(flaw for _, flaw in sorted(self.flaws, key=lambda noted: noted[0])))

    def pairs(self, node: "Node", keys: Sequence[Key]) -> Iterator[tuple[str, int, "Node"]]:
        """Yield name, line and value of a mapping's pairs; a repeated name is a Flaw.

        ``keys`` only serve to say what would be allowed where ``node`` is no mapping.
        """
        from yaml.nodes import MappingNode, ScalarNode

        if not isinstance(node, MappingNode):
            if not empty(node):
                names = ", ".join(key.name for key in keys)
                self.flaw(line_of(node), f"{shown(node)} stands where keys are expected", names)
            return
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = line_of(key)
            if not isinstance(key, ScalarNode):
                self.flaw(line, "a key is not a text", remedy="write a word before the colon")
            elif key.value in seen:
                self.flaw(
                    line,
                    f'"{key.value}" is given twice, first on line {seen[key.value]}',
                    remedy="merge the two",
                )
            else:
                seen[key.value] = line
                yield key.value, line, value

    def elements(self, name: str, node: "Node") -> Sequence["Node"]:
        """Return the nodes of the list at key ``name``; a Flaw and nothing for anything else."""
        if is_list(node):
            return list(node.value)
        if not empty(node):
            self.flaw(line_of(node), f'"{name}" is {shown(node)}', "a list")
        return ()

    def text(self, name: str, node: "Node") -> str:
        """Return the text at key ``name`` as written, "" with a Flaw for anything else."""
        from yaml.nodes import ScalarNode

        if isinstance(node, ScalarNode) and not empty(node):
            return " ".join(node.value.split())
        if empty(node):
            self.flaw(line_of(node), f'"{name}" is empty', remedy="write a text, or remove it")
        else:
            self.flaw(line_of(node), f'"{name}" is {shown(node)}', Value.TEXT.value)
        return ""

    def texts(self, name: str, node: "Node") -> tuple[str, ...]:
        """Return the texts at key ``name``, each once; a single text is a list of one."""
        nodes = node.value if is_list(node) else [node]
        return tuple(dict.fromkeys(text for each in nodes if (text := self.text(name, each))))

    def flag(self, name: str, node: "Node") -> bool:
        """Return the truth value at key ``name``, False with a Flaw for anything else."""
        if node.tag == _BOOL:
            return str(node.value).lower() in _TRUE
        self.flaw(line_of(node), f'"{name}" is {shown(node)}', Value.FLAG.value)
        return False

    def unknown(self, name: str, line: int, keys: Sequence[Key], rest: str = "") -> None:
        """Note a key that is none of ``keys``, with the one most likely meant."""
        from rapidfuzz import fuzz, process  # takes 20 ms; needed only to word an error

        names = [key.name for key in keys]
        folded = re.sub("_", "-", name).lower()
        best = process.extractOne(folded, names, scorer=fuzz.ratio, score_cutoff=60)
        self.flaw(
            line,
            f'unknown key "{name}"',
            ", ".join(names) + rest,
            f'write "{best[0]}"' if best else "remove it",
        )


def line_of(node: "Node") -> int:
    """Return the 1-based line that a node begins on."""
    return int(node.start_mark.line) + 1


def empty(node: "Node") -> bool:
    """Tell whether nothing stands there: no value, or an empty text."""
    return node.tag == _NULL or (isinstance(node.value, str) and not node.value.strip())


def shown(node: "Node") -> str:
    """Return what a node is, for an error: a text as written, or its kind."""
    if empty(node):
        return "empty"
    if isinstance(node.value, str):
        text = node.value if len(node.value) <= _CUT else node.value[:_CUT] + "…"
        return f'"{text}"'
    return "a list" if is_list(node) else "a table of keys"


def is_list(node: "Node") -> bool:
    """Tell a sequence from a scalar and a mapping."""
    from yaml.nodes import SequenceNode

    return isinstance(node, SequenceNode)
