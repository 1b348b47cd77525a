"""libretranslate: a LibreTranslate server, one's own or another's (its API as of 1.9)."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from l10n.engines.options import Options
from l10n.model.engine import (
    About,
    Answer,
    Engine,
    Failure,
    Key,
    Offer,
    Outcome,
    Outside,
    Request,
    Scheme,
    Trouble,
    Unreachable,
)

_KEY = "LIBRETRANSLATE_API_KEY"
_URL = "LIBRETRANSLATE_URL"
# What the server's models are called where it does not use the tag itself.
_NAMES = {"zh-hans": ("zh",), "zh-hant": ("zt",), "zh-tw": ("zt",), "pt-br": ("pb",), "no": ("nb",)}


class _LibreTranslate:
    """Sends texts as HTML fragments: the server keeps tags apart from words."""

    __slots__ = ("_about", "_key", "_languages", "_outside", "_timeout", "_url")

    def __init__(self, outside: Outside, url: str, key: Key, about: About, timeout: float) -> None:
        self._outside = outside
        self._url = url
        self._key = key
        self._about = about
        self._timeout = timeout
        self._languages: dict[str, frozenset[str]] | None = None

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        pair = self._pair(source, target)
        return pair if isinstance(pair, Failure) else None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        pair = self._pair(request.source, request.target)
        if isinstance(pair, Failure):
            return (pair,) * len(request.texts)
        body: dict[str, object] = {
            "q": list(request.texts),
            "source": pair[0],
            "target": pair[1],
            "format": "text" if request.scheme is Scheme.TOKENS else "html",
        }
        if self._key.secret:
            body["api_key"] = self._key.reveal()
        reply = self._ask("POST", "/translate", body)
        if isinstance(reply, Failure):
            return (reply,) * len(request.texts)
        texts = reply.get("translatedText") if isinstance(reply, dict) else None
        if not isinstance(texts, list) or len(texts) != len(request.texts):
            failure = Failure(Trouble.MALFORMED, "the server answered with another count of texts")
            return (failure,) * len(request.texts)
        return tuple(
            Answer(text)
            if isinstance(text, str)
            else Failure(Trouble.MALFORMED, "the server answered with something that is no text")
            for text in texts
        )

    def _pair(self, source: str, target: str) -> tuple[str, str] | Failure:
        if self._languages is None:
            reply = self._ask("GET", "/languages", None)
            if isinstance(reply, Failure):
                return reply
            self._languages = _languages(reply)
        first = _called(source, self._languages)
        targets = self._languages.get(first or "", frozenset())
        second = _called(target, targets)
        if first and second:
            return first, second
        return Failure(
            Trouble.LANGUAGE,
            f"LibreTranslate at {self._host} has no model from {source} to {target}",
            "install one on the server, or use another engine for this language",
        )

    @property
    def _host(self) -> str:
        return urlsplit(self._url).netloc.rpartition("@")[2]

    def _ask(self, method: str, path: str, body: object) -> Any | Failure:
        """Return the JSON that the server answered, or what went wrong."""
        data = b"" if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        reply = self._outside.http(method, self._url + path, headers, data, self._timeout)
        if isinstance(reply, Unreachable):
            return Failure(
                Trouble.BUSY,
                f"LibreTranslate at {self._host} cannot be reached: {self._key.hide(reply.said)}",
                f"start it, or set {_URL}",
            )
        try:
            content = json.loads(reply.body)
        except (ValueError, RecursionError):
            content = None
        if reply.status == 200:
            if content is None:
                return Failure(Trouble.MALFORMED, "the server's answer is no JSON")
            return content
        error = content.get("error", "") if isinstance(content, dict) else ""
        said = self._key.hide(f"LibreTranslate at {self._host} answered {reply.status} {error}")
        wait = reply.headers.get("retry-after", "")
        return Failure(
            _trouble(reply.status, str(error)),
            said.strip(),
            f"set {_KEY}" if reply.status in (401, 403) else "",
            float(wait) if wait.isdigit() else 0.0,
        )


def _trouble(status: int, error: str) -> Trouble:
    if status in (401, 403):
        return Trouble.KEY
    if status == 413 or ("limit" in error and status == 400):
        return Trouble.TOO_LARGE
    if status == 400 and "not supported" in error:
        return Trouble.LANGUAGE
    return Trouble.BUSY if status in (408, 429) or status >= 500 else Trouble.REFUSED


def _languages(reply: object) -> dict[str, frozenset[str]]:
    """Return the targets of each source, as the server calls them."""
    found: dict[str, frozenset[str]] = {}
    for each in reply if isinstance(reply, list) else ():
        if isinstance(each, dict) and isinstance(each.get("code"), str):
            targets = each.get("targets")
            names = targets if isinstance(targets, list) else []
            found[each["code"]] = frozenset(name for name in names if isinstance(name, str))
    return found


def _called(tag: str, names: Mapping[str, object] | frozenset[str]) -> str | None:
    """Return what the server calls a language: the tag, its own name for it, or a shorter tag."""
    known = {name.lower().replace("_", "-"): name for name in names}
    lower = tag.lower()
    while lower:
        for name in (lower, *_NAMES.get(lower, ())):
            if name in known:
                return known[name]
        lower = lower.rpartition("-")[0]
    return None


def _make(values: Mapping[str, object], outside: Outside) -> Engine:
    options = Options("libretranslate", values)
    url = outside.environment.get(_URL) or options.text("url", "http://127.0.0.1:5000")
    price = options.number("price", 0)
    currency = options.text("currency")
    timeout = options.number("timeout", 60, 1)
    texts = options.number("texts", 25, 1)
    if urlsplit(url).scheme not in ("http", "https"):
        options.flaw("its address is none", f"set url or {_URL} to https://…")
    options.finish()
    about = About(
        "libretranslate",
        f"url={urlsplit(url).netloc.rpartition('@')[2]}",
        (Scheme.HTML, Scheme.TOKENS),
        leaves=urlsplit(url).hostname not in ("127.0.0.1", "::1", "localhost"),
        texts=int(texts),
        size=50_000,
        parallel=2,
        price=price,
        currency=currency,
    )
    key = Key(_KEY, outside.environment.get(_KEY, ""))
    return _LibreTranslate(outside, url.rstrip("/"), key, about, timeout)


OFFER = Offer(
    "libretranslate",
    "a LibreTranslate server, of one's own or hosted",
    _make,
    ("url", "price", "currency", "timeout", "texts"),
    (_KEY, _URL),
)
