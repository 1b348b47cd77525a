"""A real HTTP server on loopback that answers as it is told, one plan after the other."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any  # JSON, the fields of a form, or None


@dataclass(frozen=True, slots=True)
class Plan:
    """How one request goes wrong, in the order of what happens to it.

    ``content`` replaces the body; ``cut`` sends that many bytes of it and closes; ``silent``
    closes without a reply.
    """

    status: int = 200
    delay: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = None
    cut: int | None = None
    silent: bool = False


WELL = Plan()
Handle = Callable[[Seen], tuple[int, object]]


@dataclass(slots=True)
class Fake:
    """A running server: where it is, what it was asked, and what it will do next."""

    url: str
    seen: list[Seen] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next_plan(self) -> Plan:
        with self.lock:
            return self.plans.pop(0) if self.plans else WELL

    def asked(self, path: str) -> list[Seen]:
        """Return the requests for a path."""
        return [seen for seen in self.seen if seen.path == path]


@contextmanager
def serving(handle: Handle, planned: str) -> Iterator[Fake]:
    """Run a server whose good answers are those of ``handle``; plans are for path ``planned``."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            raw = self.rfile.read(length)
            form = "form" in self.headers.get("Content-Type", "")
            body = dict(parse_qsl(raw.decode())) if form else json.loads(raw) if raw else None
            seen = Seen(self.command, self.path, dict(self.headers.items()), body)
            with fake.lock:
                fake.seen.append(seen)
            plan = fake.next_plan() if self.path == planned else WELL
            time.sleep(plan.delay)
            if plan.silent:
                self.close_connection = True
                return
            status, answer = handle(seen) if plan.status == 200 else (plan.status, {})
            data = b"" if status == 204 else json.dumps(answer).encode()
            data = data if plan.content is None else plan.content
            self.send_response(status)
            for name, value in plan.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data if plan.cut is None else data[: plan.cut])
            self.close_connection = plan.cut is not None

        def do_GET(self) -> None:
            self._any()

        def do_POST(self) -> None:
            self._any()

        def do_DELETE(self) -> None:
            self._any()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake = Fake(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
