"""Keys: 64-bit numbers by which equal texts are found again."""

from hashlib import blake2b


def text_key(text: str) -> int:
    """Return the key of ``text``: the first 8 bytes of its BLAKE2b, as SQLite's signed integer."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big", signed=True)
