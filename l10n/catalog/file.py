"""CatalogFile: a PO file as it was read."""

from dataclasses import dataclass

from l10n.model.message import Catalog


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A PO file: its bytes, what they say, and where each of its messages stands."""

    path: str
    data: bytes
    catalog: Catalog
    spans: tuple[tuple[int, int], ...]  # bytes of each of catalog.messages with its comments
    header_span: tuple[int, int]  # (0, 0) where there is no header
    keywords: tuple[int, ...]  # byte offset of the line on which each message's msgid begins

    def line(self, index: int) -> int:
        """Return the 1-based line on which the msgid of the message at ``index`` begins.

        Counts from the start of the file: make a LineIndex of ``data`` to ask for many.
        """
        return self.data.count(b"\n", 0, self.keywords[index]) + 1
