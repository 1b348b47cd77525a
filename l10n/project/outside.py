"""What engines may use of this machine: HTTP requests, programs and the environment."""

import http.client
import os
import subprocess
from collections.abc import Mapping, Sequence
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from l10n.model.engine import HttpReply, Outside, Ran, Unreachable

_LARGEST = 16 * 1024 * 1024  # bytes of a reply


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirect: the request has a key in it, and another server would get it."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = build_opener(_NoRedirect)


def outside() -> Outside:
    """Return this machine; proxies are those of the environment."""
    return Outside(_http, _run, dict(os.environ))


def _http(
    method: str, url: str, headers: Mapping[str, str], body: bytes, timeout: float
) -> HttpReply | Unreachable:
    try:
        request = Request(url, body or None, dict(headers), method=method)
        with _OPENER.open(request, timeout=timeout) as response:
            body = response.read(_LARGEST + 1)
            if response.length and len(body) <= _LARGEST:
                return Unreachable("it broke off in the middle of its answer")
            return _reply(response.status, response.headers.items(), body)
    except HTTPError as error:
        with error:
            try:
                return _reply(error.code, error.headers.items(), error.read(_LARGEST + 1))
            except (OSError, http.client.HTTPException):
                return _reply(error.code, error.headers.items(), b"")
    except URLError as error:
        return Unreachable(str(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Unreachable(f"{type(error).__name__} {error}".strip())


def _reply(status: int, headers: Sequence[tuple[str, str]], body: bytes) -> HttpReply | Unreachable:
    if len(body) > _LARGEST:
        return Unreachable("its answer is longer than 16 MiB")
    return HttpReply(status, {name.lower(): value for name, value in headers}, body)


def _run(arguments: Sequence[str], data: bytes, timeout: float) -> Ran | None:
    try:
        done = subprocess.run(
            list(arguments), input=data, capture_output=True, timeout=timeout, check=False
        )
    except FileNotFoundError:
        return None
    except (subprocess.TimeoutExpired, OSError) as error:
        return Ran(-1, b"", str(error).encode())
    return Ran(done.returncode, done.stdout, done.stderr)
