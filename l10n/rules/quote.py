"""A piece of a message inside what a rule says: on one line, and not too long."""

_LONGEST = 100  # characters; an address may be longer than the message around it


def quote(raw: str) -> str:
    """Return ``raw`` on one line, its middle left out where it is long."""
    line = " ".join(raw.split())
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    return f"{line[: half - 1]}…{line[-half:]}"
