"""deepl: DeepL's API through its own client.

Texts are sent as XML with tag handling v2, which accounts do not all have by default. Limits and
statuses are those of DeepL's documentation: 50 texts and 128 KiB a request; 403 a wrong key, 413
too large, 429 too many requests, 456 no quota left.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from l10n.engines.deepl_glossary import base, push
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
    Usage,
)

_KEY = "DEEPL_AUTH_KEY"
_URL = "DEEPL_SERVER_URL"
_BODY = 128 * 1024
_REST = 8 * 1024  # of the body, for everything but texts and context
_CONTEXT = 24 * 1024
_FORMALITIES = ("default", "more", "less", "prefer_more", "prefer_less")
_MODELS = ("latency_optimized", "quality_optimized", "prefer_quality_optimized")
# Targets that DeepL wants to be told more exactly, and tags it calls otherwise.
_TARGETS = {
    "EN": "EN-US",
    "PT": "PT-PT",
    "NO": "NB",
    "ZH-CN": "ZH-HANS",
    "ZH-SG": "ZH-HANS",
    "ZH-TW": "ZH-HANT",
    "ZH-HK": "ZH-HANT",
}


class _DeepL:
    """Asks one thing at a time and never waits: whoever asks decides what to do about failures."""

    __slots__ = (
        "_about",
        "_client",
        "_formality",
        "_glossaries",
        "_key",
        "_model",
        "_targets",
        "_timeout",
        "_url",
    )

    def __init__(
        self, key: Key, url: str, about: About, formality: str, model: str, timeout: float
    ) -> None:
        self._key = key
        self._url = url
        self._about = about
        self._formality = formality
        self._model = model
        self._timeout = timeout
        self._client: Any = None
        self._glossaries: dict[str, frozenset[str]] = {}  # targets by id
        self._targets: tuple[frozenset[str], frozenset[str]] | None = None

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        pair = self._pair(source, target)
        return pair if isinstance(pair, Failure) else None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        outcome = self._translated(request)
        if isinstance(outcome, Failure):
            return (outcome,) * len(request.texts)
        if len(outcome) != len(request.texts):
            failure = Failure(Trouble.MALFORMED, "DeepL answered with another count of texts")
            return (failure,) * len(request.texts)
        return tuple(map(_answer, outcome))

    def usage(self) -> Usage | Failure:
        def ask(client: Any) -> Usage:
            characters = client.get_usage().character
            return Usage(int(characters.count or 0), characters.limit)

        return self._ask(ask)

    def push(
        self, name: str, source: str, dictionaries: Mapping[str, Mapping[str, str]]
    ) -> str | Failure:
        pushed = self._ask(lambda client: push(client, name, source, dictionaries))
        if isinstance(pushed, Failure):
            return pushed
        identity, targets = pushed
        self._glossaries[identity] = targets
        return str(identity)

    def _translated(self, request: Request) -> Sequence[Any] | Failure:
        pair = self._pair(request.source, request.target)
        if isinstance(pair, Failure):
            return pair
        glossary = request.glossary
        if base(request.target) not in self._glossaries.get(glossary, {base(request.target)}):
            glossary = ""  # DeepL refuses texts in a language that the glossary lacks
        tags: dict[str, object] = {}
        if request.scheme is not Scheme.TOKENS:
            tags = {"tag_handling": request.scheme.value, "tag_handling_version": "v2"}
        if request.scheme is Scheme.XML:
            # No tag is structure: each text is one, and an <x> holds what is not translated.
            tags |= {"outline_detection": False, "ignore_tags": ["x"]}
        return self._ask(
            lambda client: client.translate_text(
                list(request.texts),
                source_lang=pair[0],
                target_lang=pair[1],
                context=_context(request) or None,
                preserve_formatting=True,
                formality=None if self._formality == "default" else self._formality,
                model_type=self._model or None,
                glossary=glossary or None,
                **tags,
            )
        )

    def _pair(self, source: str, target: str) -> tuple[str, str] | Failure:
        """Return what DeepL calls the two languages."""
        if self._targets is None:
            asked = self._ask(
                lambda client: (
                    frozenset(each.code.upper() for each in client.get_source_languages()),
                    frozenset(each.code.upper() for each in client.get_target_languages()),
                )
            )
            if isinstance(asked, Failure):
                return asked
            self._targets = asked
        sources, targets = self._targets
        first = next((code for code in _codes(source) if code in sources), "")
        second = next((code for code in _codes(target) if code in targets - {"EN", "PT"}), "")
        if first and second:
            return first, second
        return Failure(
            Trouble.LANGUAGE,
            f"DeepL does not translate from {source} to {target}",
            "use another engine for this language",
        )

    def _ask(self, call: Callable[[Any], Any]) -> Any | Failure:
        """Return what a call of the client returns, or the Failure that its exception means."""
        if not self._key.secret:
            return Failure(Trouble.KEY, f"{_KEY} is not set", f"set {_KEY} in the environment")
        if self._client is None:
            try:
                deepl = import_module("deepl")
            except ImportError:
                return Failure(
                    Trouble.ABSENT,
                    "the package deepl is not installed",
                    "install it: pip install deepl",
                )
            # The client would send a request again by itself, after 10 seconds of silence.
            deepl.http_client.max_network_retries = 0
            deepl.http_client.min_connection_timeout = self._timeout
            self._client = deepl.DeepLClient(
                self._key.reveal(), server_url=self._url or None, send_platform_info=False
            ).set_app_info("l10n", "1")
        try:
            return call(self._client)
        except Exception as error:
            return self._failure(error)

    def _failure(self, error: Exception) -> Failure:
        """Return what an exception of the client means; without its chain, which has requests."""
        deepl = import_module("deepl")
        said = self._key.hide(str(error))
        status = getattr(error, "http_status_code", None) or 0
        if isinstance(error, deepl.AuthorizationException):
            return Failure(Trouble.KEY, f"DeepL refuses the key: {said}", f"correct {_KEY}")
        if isinstance(error, deepl.QuotaExceededException):
            return Failure(
                Trouble.QUOTA, f"DeepL's quota is used up: {said}", "wait, or raise its limit"
            )
        if isinstance(error, deepl.ConnectionException):
            return Failure(Trouble.BUSY, f"DeepL cannot be reached: {said}")
        if isinstance(error, deepl.DeepLException):
            if status == 413:
                return Failure(Trouble.TOO_LARGE, "the request is too large for DeepL")
            busy = status == 429 or status >= 500
            trouble = Trouble.BUSY if busy else Trouble.REFUSED if status else Trouble.MALFORMED
            return Failure(trouble, f"DeepL answered {status or 'something odd'}: {said}")
        if isinstance(error, ValueError) and "anguage" in said:
            return Failure(Trouble.LANGUAGE, f"DeepL's client refuses the request: {said}")
        return Failure(Trouble.MALFORMED, f"DeepL's answer cannot be read ({type(error).__name__})")


def _answer(result: Any) -> Outcome:
    if not isinstance(result.text, str):
        return Failure(Trouble.MALFORMED, "DeepL answered with something that is no text")
    model = result.model_type_used
    return Answer(result.text, result.billed_characters, model if isinstance(model, str) else "")


def _context(request: Request) -> str:
    """Return the title and the paragraphs around, cut to what the body leaves room for."""
    room = min(_CONTEXT, _BODY - _REST - sum(len(json.dumps(text)) for text in request.texts))
    parts: list[str] = []
    for part in (request.title, *request.context):
        room -= len(json.dumps(part))
        if room < 0:
            break
        parts += [part] if part else []
    return "\n\n".join(parts)


def _codes(tag: str) -> list[str]:
    """Return what DeepL may call a language, the most exact first."""
    upper = tag.upper()
    codes = []
    while upper:
        codes += [upper, _TARGETS[upper]] if upper in _TARGETS else [upper]
        upper = upper.rpartition("-")[0]
    return codes


def _make(values: Mapping[str, object], outside: Outside) -> Engine:
    options = Options("deepl", values)
    formality = options.text("formality", "default", _FORMALITIES)
    model = options.text("model", "", _MODELS)
    key = Key(_KEY, outside.environment.get(_KEY, ""))
    # DeepL's list price of API Pro for a million characters; keys of API Free end in ":fx".
    price = options.number("price", 0 if key.reveal().endswith(":fx") else 20)
    currency = options.text("currency", "EUR")
    timeout = options.number("timeout", 60, 1)
    url = outside.environment.get(_URL, "")
    if url and urlsplit(url).scheme not in ("http", "https"):
        options.flaw(f"{_URL} is no address", f"set {_URL} to https://…, or unset it")
    options.finish()
    about = About(
        "deepl",
        f"v2 formality={formality} model={model}",
        (Scheme.XML, Scheme.HTML),
        leaves=True,
        texts=50,
        size=_BODY - _REST - _CONTEXT,
        parallel=4,
        terms=True,
        price=price,
        currency=currency,
    )
    return _DeepL(key, url, about, formality, model, timeout)


OFFER = Offer(
    "deepl",
    "DeepL's API, with glossaries",
    _make,
    ("formality", "model", "price", "currency", "timeout"),
    (_KEY, _URL),
)
