"""A fake of DeepL's API: languages, usage, translation with its limits, glossaries v3."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree import ElementTree

from tests.engines.fakes.server import Fake, Seen, serving
from tests.engines.fakes.translation import translated

KEY = "11111111-2222-3333-4444-555555555555"
_LANGUAGES = ("EN", "FR", "ES", "DE", "ZH", "NB")
_TARGETS = ("EN-US", "EN-GB", "FR", "ES", "DE", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT", "NB")
_GLOSSARY = re.compile(r"/v3/glossaries/([\w-]+)")


@dataclass(slots=True)
class Account:
    """What DeepL knows of a customer; ``answer`` translates a text."""

    limit: int = 500_000
    used: int = 0
    glossaries: dict[str, dict[str, object]] = field(default_factory=dict)
    answer: Callable[[str], str] = translated
    alter: Callable[[list[dict[str, object]]], list[dict[str, object]]] = lambda texts: texts


@contextmanager
def deepl(account: Account) -> Iterator[Fake]:
    """Run the server for one account."""
    with serving(lambda seen: _handle(account, seen), "/v2/translate") as fake:
        yield fake


def _handle(account: Account, seen: Seen) -> tuple[int, object]:
    if seen.headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
        return 403, {"message": f"Forbidden: {seen.headers.get('Authorization')}"}
    path = seen.path
    if path == "/v2/translate":
        return _translate(account, seen)
    if path == "/v2/usage":
        return 200, {"character_count": account.used, "character_limit": account.limit}
    if path.startswith("/v2/languages"):
        names = _TARGETS if "target" in repr((path, seen.body)) else _LANGUAGES
        return 200, [{"language": name, "name": name} for name in names]
    if path == "/v2/glossary-language-pairs":
        return 200, {
            "supported_languages": [
                {"source_lang": "en", "target_lang": target} for target in ("fr", "es", "de", "pt")
            ]
        }
    if path == "/v3/glossaries":
        if seen.method == "GET":
            return 200, {"glossaries": list(account.glossaries.values())}
        return _glossary(account, seen)
    if found := _GLOSSARY.fullmatch(path):
        return (204, {}) if account.glossaries.pop(found[1], None) else (404, {})
    return 404, {"message": "Not found"}


def _glossary(account: Account, seen: Seen) -> tuple[int, object]:
    number = f"00000000-0000-4000-8000-{len(account.glossaries) + 1:012}"
    made: dict[str, object] = {
        "glossary_id": number,
        "name": seen.body["name"],
        "creation_time": "2026-01-01T00:00:00.000Z",
        "dictionaries": [
            {
                "source_lang": each["source_lang"].lower(),
                "target_lang": each["target_lang"].lower(),
                "entry_count": each["entries"].count("\n") + 1,
            }
            for each in seen.body["dictionaries"]
        ],
    }
    account.glossaries[number] = made
    return 201, made


def _translate(account: Account, seen: Seen) -> tuple[int, object]:
    body = seen.body
    texts = body["text"]
    if int(seen.headers["Content-Length"]) > 128 * 1024:
        return 413, {"message": "Request size exceeds the supported limit"}
    if len(texts) > 50:
        return 400, {"message": "Too many texts"}
    if body["target_lang"] not in _TARGETS or body.get("source_lang") not in _LANGUAGES:
        return 400, {"message": "Value for 'target_lang' not supported."}
    if body.get("glossary_id") and body["glossary_id"] not in account.glossaries:
        return 400, {"message": "Value for 'glossary_id' not supported."}
    if body.get("tag_handling") == "xml":
        try:
            for text in texts:
                ElementTree.fromstring(f"<t>{text}</t>")
        except ElementTree.ParseError:
            return 400, {"message": "Tag handling parsing failed, please check input"}
    count = sum(map(len, texts))
    if account.used + count > account.limit:
        return 456, {"message": "Quota exceeded"}
    account.used += count
    answers = [
        {
            "detected_source_language": "EN",
            "text": account.answer(text),
            "billed_characters": len(text),
            "model_type_used": "quality_optimized",
        }
        for text in texts
    ]
    return 200, {"translations": account.alter(answers)}
