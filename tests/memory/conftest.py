"""Memories without a file."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from l10n.memory import Memory
from l10n.memory.schema import create
from l10n.model.memory import Remembered

Make = Callable[..., Memory]


@pytest.fixture
def make() -> Iterator[Make]:
    """Return what makes a Memory of translations, closed afterwards."""
    opened: list[sqlite3.Connection] = []

    def _make(*translations: Remembered) -> Memory:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        opened.append(connection)
        create(connection)
        memory = Memory(connection)
        with memory.writing():
            assert memory.add(translations) == len(translations)
        return memory

    yield _make
    for connection in opened:
        connection.close()
