"""A project's terms as a glossary of DeepL's (multilingual, v3), named after what is in it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib import import_module
from typing import Any


def push(
    client: Any, name: str, source: str, dictionaries: Mapping[str, Mapping[str, str]]
) -> tuple[str, frozenset[str]]:
    """Return a glossary's id and target languages; delete those that it replaces.

    Its name tells its content, so that the same one is never made twice. Languages that DeepL
    has no glossaries for are left out; the id is empty where nothing is left.
    """
    pairs = {
        (pair.source_lang.lower(), pair.target_lang.lower())
        for pair in client.get_glossary_languages()
    }
    first = base(source)
    wanted: dict[str, dict[str, str]] = {}
    for target, entries in dictionaries.items():
        if entries and (first, base(target)) in pairs:
            wanted.setdefault(base(target), dict(entries))
    if not wanted:
        return "", frozenset()
    content = json.dumps([first, wanted], sort_keys=True, ensure_ascii=False)
    full = f"{name} {sha256(content.encode()).hexdigest()[:16]}"
    there = client.list_multilingual_glossaries()
    same = next((each for each in there if each.name == full), None)
    if same is None:
        entries_of = import_module("deepl.api_data").MultilingualGlossaryDictionaryEntries
        same = client.create_multilingual_glossary(
            full,
            [entries_of(first.upper(), to.upper(), each) for to, each in wanted.items()],
        )
    for each in there:
        if each.name != full and _is_version(each.name, name):
            client.delete_multilingual_glossary(each)
    return str(same.glossary_id), frozenset(wanted)


def base(tag: str) -> str:
    """Return what DeepL's glossaries call a language: they know no regions."""
    language = tag.lower().partition("-")[0]
    return "nb" if language == "no" else language


def _is_version(full: str, name: str) -> bool:
    """Whether a glossary is one that `push` made under this name."""
    digest = full.removeprefix(f"{name} ")
    hexadecimal = all(each in "0123456789abcdef" for each in digest)
    return full != digest and len(digest) == 16 and hexadecimal
