"""What was done before and need not be done again: a small, persistent set of digests."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from l10n.model.errors import InputError
from l10n.project.state import FOLDER, state_folder

SIZE = 16  # bytes of a digest
LIMIT = 65_536  # digests kept, which makes 1 MiB; the oldest are forgotten first
_MAGIC = b"l10n memo 1\n"


def digest(*parts: bytes) -> bytes:
    """Return the 16-byte BLAKE2b digest of ``parts``; where one ends and the next begins counts."""
    state = blake2b(digest_size=SIZE)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


class Memo:
    """The digests kept in a project's `.l10n/memo`.

    A missing, damaged or unwritable file is an empty memory and never an error. It saves work
    and proves nothing: whoever can write the file can make it say anything, so no check may
    be left out on its word.
    """

    __slots__ = ("_known", "_root")

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[bytes, None] | None = None  # in the order learned, the oldest first

    def known(self, digest: bytes) -> bool:
        """Tell whether ``digest`` was learned, by this run or an earlier one."""
        return digest in self._load()

    def learn(self, digests: Iterable[bytes]) -> None:
        """Remember ``digests``, as digest() makes them; the file is written only if one is new.

        Raises ValueError for one that is not 16 bytes long.
        """
        known = self._load()
        new = [each for each in dict.fromkeys(digests) if each not in known]
        if any(len(each) != SIZE for each in new):
            raise ValueError(f"a digest has {SIZE} bytes")
        if not new:
            return
        known.update(dict.fromkeys(new))
        for oldest in list(known)[: max(0, len(known) - LIMIT)]:
            del known[oldest]
        self._save(b"".join(known))

    def _load(self) -> dict[bytes, None]:
        if self._known is None:
            try:
                data = (self._root / FOLDER / "memo").read_bytes()
            except OSError:
                data = b""
            head = len(_MAGIC) + SIZE
            body = data[head : head + LIMIT * SIZE]
            sound = data[:head] == _MAGIC + digest(body) and len(body) % SIZE == 0
            starts = range(0, len(body), SIZE) if sound else ()
            self._known = dict.fromkeys(body[start : start + SIZE] for start in starts)
        return self._known

    def _save(self, body: bytes) -> None:
        with suppress(OSError, InputError):
            folder = state_folder(self._root)
            temporary = folder / f"memo-{os.getpid()}-{os.urandom(6).hex()}"
            try:
                temporary.write_bytes(_MAGIC + digest(body) + body)
                temporary.replace(folder / "memo")
            finally:
                temporary.unlink(missing_ok=True)
