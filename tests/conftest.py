"""What every test may ask for: the real posts, and the certainty that nothing calls out."""

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.judges import examples
from tests.judges.kramdown import Kramdown, KramdownAbsentError

# The same examples every time, so that a run says something about the code and nothing about
# luck; L10N_FUZZ=1 looks for new ones.
settings.register_profile(
    "l10n", deadline=None, max_examples=100, derandomize="L10N_FUZZ" not in os.environ
)
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


@pytest.fixture(scope="session")
def kramdown() -> Iterator[Kramdown]:
    """Give the real kramdown, or skip the test where it does not start."""
    with ExitStack() as stack:
        try:
            judge = stack.enter_context(Kramdown())
        except KramdownAbsentError as reason:
            pytest.skip(str(reason))
        yield judge


@pytest.fixture(scope="session")
def commonmark_examples() -> tuple[examples.Example, ...]:
    """Return the examples of CommonMark 0.31.2, or skip the test where they are absent."""
    try:
        return examples.commonmark()
    except examples.ExamplesAbsentError as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def gfm_examples() -> tuple[examples.Example, ...]:
    """Return the examples of GFM's extensions, or skip the test where they are absent."""
    try:
        return examples.gfm()
    except examples.ExamplesAbsentError as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def sarif_schema() -> dict[str, Any]:
    """Return the JSON schema of SARIF 2.1.0, or skip the test where it is absent."""
    try:
        return examples.sarif_schema()
    except examples.ExamplesAbsentError as reason:
        pytest.skip(str(reason))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test reach another machine; servers a test starts on this one stay reachable."""
    connect, lookup = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        outside = self.family in (socket.AF_INET, socket.AF_INET6)
        if outside and isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise RuntimeError(f"a test tried to connect to {address[0]}: tests use no network")
        connect(self, address)

    def guarded_lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host is not None and host not in _LOOPBACK:
            raise RuntimeError(f"a test tried to look up {host!r}: tests use no network")
        return lookup(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)
    yield
