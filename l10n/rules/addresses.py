"""Addresses in a form in which two spellings of one address are equal."""

from functools import lru_cache
from urllib.parse import unquote, urlsplit

_PORTS = {"http": "80", "https": "443"}


@lru_cache(maxsize=4096)
def normal(address: str) -> str:
    """Return an address without what makes no difference to where it leads.

    That is percent-encoding, the case of scheme and host, a default port and the slash at the
    end of the path (RFC 3986, section 6.2). What is no address comes back unquoted.
    """
    text = unquote(address.strip())
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that are no IPv6 host
        return text
    host, _, port = parts.netloc.lower().rpartition(":")
    if not host or port != _PORTS.get(parts.scheme):
        host = parts.netloc.lower()
    return parts._replace(netloc=host, path=parts.path.rstrip("/")).geturl()
