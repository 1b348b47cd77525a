"""openai: any endpoint that speaks OpenAI's chat completions (OpenAI, Ollama, vLLM, OpenRouter).

Structured output is asked for and never relied on: what comes back is read as far as it can be,
and each text that has no answer is a failure of its own.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from l10n.engines.openai_answer import read_answers
from l10n.engines.openai_prompt import SCHEMA, messages
from l10n.engines.options import Options
from l10n.model.engine import (
    About,
    Engine,
    Failure,
    HttpReply,
    Key,
    Offer,
    Outcome,
    Outside,
    Request,
    Scheme,
    Trouble,
    Unreachable,
)

_KEY = "OPENAI_API_KEY"
_URL = "OPENAI_BASE_URL"
_MODEL = "OPENAI_MODEL"
_OPENAI = "https://api.openai.com/v1"
_FORMATS: dict[str, object] = {
    "json_schema": {
        "type": "json_schema",
        "json_schema": {"name": "translations", "strict": True, "schema": SCHEMA},
    },
    "json_object": {"type": "json_object"},
}


class _OpenAI:
    """Sends a batch as JSON and reads one text for each of its numbers."""

    __slots__ = ("_about", "_body", "_key", "_outside", "_style", "_timeout", "_url")

    def __init__(
        self,
        outside: Outside,
        url: str,
        key: Key,
        about: About,
        body: Mapping[str, object],
        style: str,
        timeout: float,
    ) -> None:
        self._outside = outside
        self._url = url
        self._key = key
        self._about = about
        self._body = body
        self._style = style
        self._timeout = timeout

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        if self._key.secret or not self._about.leaves:
            return None
        return Failure(Trouble.KEY, f"{_KEY} is not set", f"set {_KEY} in the environment")

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        missing = self.refusal(request.source, request.target)
        if missing:
            return (missing,) * len(request.texts)
        body = {**self._body, "messages": messages(request, self._style)}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key.secret:
            headers["Authorization"] = f"Bearer {self._key.reveal()}"
        reply = self._outside.http(
            "POST",
            f"{self._url}/chat/completions",
            headers,
            json.dumps(body).encode(),
            self._timeout,
        )
        if isinstance(reply, Unreachable):
            said = f"{self._host} cannot be reached: {self._key.hide(reply.said)}"
            failure = Failure(Trouble.BUSY, said, f"start the server, or set {_URL}")
            return (failure,) * len(request.texts)
        content = _content(reply)
        if isinstance(content, Failure):
            return (self._hidden(content),) * len(request.texts)
        return read_answers(content, len(request.texts))

    @property
    def _host(self) -> str:
        return urlsplit(self._url).netloc.rpartition("@")[2]

    def _hidden(self, failure: Failure) -> Failure:
        said = self._key.hide(f"{self._host} {failure.said}")
        return Failure(failure.trouble, said, failure.remedy, failure.wait)


def _content(reply: HttpReply) -> str | Failure:
    """Return what the model wrote."""
    try:
        answer = json.loads(reply.body)
    except (ValueError, RecursionError):
        answer = None
    if reply.status != 200:
        return _refused(reply, answer)
    try:
        choice = answer["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (TypeError, KeyError, IndexError, AttributeError):
        return Failure(Trouble.MALFORMED, "answered with something that is no chat completion")
    if reason == "length":
        return Failure(Trouble.TOO_LARGE, "stopped before the end of its answer")
    if reason == "content_filter":
        return Failure(Trouble.REFUSED, "filtered its answer")
    if not isinstance(content, str):
        return Failure(Trouble.MALFORMED, "answered without words")
    return content


def _refused(reply: HttpReply, answer: Any) -> Failure:
    error = answer.get("error") if isinstance(answer, dict) else None
    code = str(error.get("code") or error.get("type") or "") if isinstance(error, dict) else ""
    text = str(error.get("message") or "") if isinstance(error, dict) else str(error or "")
    said = f"answered {reply.status} {code} {text}".strip()
    status = reply.status
    if status in (401, 403):
        return Failure(Trouble.KEY, said, f"correct {_KEY}")
    if status == 402 or "insufficient_quota" in code:
        return Failure(Trouble.QUOTA, said, "pay, or raise the limit of the account")
    if status == 413 or "context_length" in code:
        return Failure(Trouble.TOO_LARGE, said)
    if status in (408, 409, 425, 429) or status >= 500:
        wait = reply.headers.get("retry-after", "")
        return Failure(Trouble.BUSY, said, "", float(wait) if wait.isdigit() else 0.0)
    remedy = "set the option structured to json_object or none" if "format" in text else ""
    return Failure(Trouble.REFUSED, said, remedy)


def _make(values: Mapping[str, object], outside: Outside) -> Engine:
    options = Options("openai", values)
    url = outside.environment.get(_URL) or options.text("url", _OPENAI)
    model = outside.environment.get(_MODEL) or options.text("model")
    structured = options.text("structured", "json_schema", (*_FORMATS, "none"))
    temperature = options.number("temperature", 0)
    style = options.text("style")
    price = options.number("price", 0)
    currency = options.text("currency")
    timeout = options.number("timeout", 120, 1)
    texts = options.number("texts", 20, 1)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        options.flaw("its address is none", f"set url or {_URL} to https://…")
    if not model:
        options.flaw("it names no model", f"set model or {_MODEL}")
    options.finish()
    body: dict[str, object] = {"model": model, "temperature": temperature}
    if structured in _FORMATS:
        body["response_format"] = _FORMATS[structured]
    about = About(
        "openai",
        f"url={parts.netloc.rpartition('@')[2]} model={model} structured={structured} "
        f"temperature={temperature:g} style={style}",
        (Scheme.XML, Scheme.TOKENS),
        leaves=parts.hostname not in ("127.0.0.1", "::1", "localhost"),
        texts=int(texts),
        size=12_000,
        parallel=4,
        terms=True,
        price=price,
        currency=currency,
    )
    key = Key(_KEY, outside.environment.get(_KEY, ""))
    return _OpenAI(outside, url.rstrip("/"), key, about, body, style, timeout)


OFFER = Offer(
    "openai",
    "any endpoint with OpenAI's chat completions, on this machine or hosted",
    _make,
    (
        "url",
        "model",
        "structured",
        "temperature",
        "style",
        "price",
        "currency",
        "timeout",
        "texts",
    ),
    (_KEY, _URL, _MODEL),
)
