"""What engines may use of the machine: requests and programs that raise nothing."""

import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from l10n.model.engine import HttpReply, Ran, Unreachable
from l10n.project.outside import outside

_HEADERS = {"X-Key": "value"}


@contextmanager
def answering(raw: bytes) -> Iterator[str]:
    """Run a server that answers every request with these bytes."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/x"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def post(url: str) -> HttpReply | Unreachable:
    return outside().http("POST", url, _HEADERS, b"{}", 2)


def test_a_reply_has_its_headers_in_lower_case() -> None:
    with answering(b"HTTP/1.0 429 X\r\nRetry-After: 3\r\n\r\nslow") as url:
        assert post(url) == HttpReply(429, {"retry-after": "3"}, b"slow")


def test_a_redirect_is_an_answer_like_any_other() -> None:
    with answering(b"HTTP/1.0 302 X\r\nLocation: http://127.0.0.1:9/\r\n\r\n") as url:
        assert post(url) == HttpReply(302, {"location": "http://127.0.0.1:9/"}, b"")


def test_replies_that_are_none_are_told_in_words() -> None:
    with answering(b"HTTP/1.0 200 X\r\nContent-Length: 9\r\n\r\nhalf") as url:
        assert post(url) == Unreachable("it broke off in the middle of its answer")
    with answering(b"nonsense\r\n\r\n") as url:
        assert isinstance(post(url), Unreachable)
    with answering(b"HTTP/1.0 200 X\r\n\r\n" + b"x" * (16 * 1024 * 1024 + 1)) as url:
        assert post(url) == Unreachable("its answer is longer than 16 MiB")
    assert isinstance(post("http://127.0.0.1:9/"), Unreachable)
    assert isinstance(post("nowhere"), Unreachable)


def test_programs_are_run_with_data_and_without_a_shell() -> None:
    run = outside().run
    code = "import sys; sys.stdout.write(sys.stdin.read().upper() + sys.argv[1]); sys.exit(3)"
    assert run((sys.executable, "-c", code, "$HOME;"), b"abc", 30) == Ran(3, b"ABC$HOME;")
    assert run(("no-such-program-of-ours",), b"", 5) is None
    slow = run((sys.executable, "-c", "import time; time.sleep(9)"), b"", 0.2)
    assert slow is not None and slow.status == -1
