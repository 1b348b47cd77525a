"""What every test may ask for: the real posts, and the certainty that nothing calls out."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("l10n", deadline=None, max_examples=100)
settings.load_profile("l10n")

_ROOT = Path(__file__).resolve().parent.parent
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of real posts, or skip the test where it is absent."""
    named = os.environ.get("L10N_CORPUS")
    folder = Path(named) if named else _ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        where = "$L10N_CORPUS" if named else "../shared/corpus; set $L10N_CORPUS to its folder"
        pytest.skip(f"the corpus of real posts is absent ({where})")
    return folder.resolve()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test reach another machine; servers a test starts on this one stay reachable."""
    connect, lookup = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: object) -> None:
        outside = self.family in (socket.AF_INET, socket.AF_INET6)
        if outside and isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise RuntimeError(f"a test tried to connect to {address[0]}: tests use no network")
        connect(self, address)  # type: ignore[arg-type]  # as given by the caller

    def guarded_lookup(host: object, *args: object, **kwargs: object) -> object:
        if host is not None and host not in _LOOPBACK:
            raise RuntimeError(f"a test tried to look up {host!r}: tests use no network")
        return lookup(host, *args, **kwargs)  # type: ignore[call-overload]  # as given

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)
    yield
