"""What changed since another time: messages whose words, marks or comments are not as they were."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from l10n.catalog import parse_catalog
from l10n.model.errors import InputError
from l10n.model.message import Message
from l10n.model.unit import Unit


def changed_units(units: Sequence[Unit], before: Mapping[str, bytes | None]) -> tuple[Unit, ...]:
    """Return the Units whose Message is new or not as it was in ``before``, catalogs by path.

    Where a message comes from (references, extracted comments) does not count. Every message of
    a catalog that was not there, or cannot be read, counts as changed.
    """
    old = {path: _messages(data, path) for path, data in before.items() if data}
    return tuple(
        unit for unit in units if _said(unit.message) not in old.get(unit.path, frozenset())
    )


def _messages(data: bytes, path: str) -> frozenset[Message]:
    try:
        return frozenset(map(_said, parse_catalog(data, path).catalog.messages))
    except InputError:
        return frozenset()


def _said(message: Message) -> Message:
    return replace(message, references=(), extracted_comments=())
