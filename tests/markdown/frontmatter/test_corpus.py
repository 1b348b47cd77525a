"""Real front matter: unchanged values keep every byte, changed ones are read back exactly."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from l10n.markdown.frontmatter import find_front_matter, read_scalars, set_keys, write_scalar
from l10n.model.edit import apply_edits
from l10n.model.errors import InputError

KEYS = ("title", "excerpt", "description", "caption", "header.caption", "tags")
SUFFIXES = (".md", ".mdx", ".markdown")


@pytest.mark.corpus
def test_every_front_matter_of_the_corpus(corpus: Path) -> None:
    found = strings = 0
    for file in sorted(corpus.rglob("*")):
        if file.suffix.lower() not in SUFFIXES:
            continue
        data = file.read_bytes()
        front = find_front_matter(data)
        if front is None or front.kind == "toml":
            continue
        found += 1
        try:
            scalars = read_scalars(data, front, KEYS, file.name)
        except InputError:
            with pytest.raises((yaml.YAMLError, UnicodeDecodeError)):
                _load(data[front.start : front.end])
            continue
        strings += len(scalars)
        same = [write_scalar(data, scalar, scalar.value) for scalar in scalars]
        assert apply_edits(data, same) == data, file
        edits = [write_scalar(data, scalar, f"« {scalar.value}: # 1 »") for scalar in scalars]
        edits += set_keys(data, front, [("l10n-lang", "no"), ("l10n.ref", file.stem)])
        built = apply_edits(data, edits)
        after = find_front_matter(built)
        assert after is not None, file
        assert built[after.body :] == data[front.body :], file
        expected = {**(_load(data[front.start : front.end]) or {}), "l10n-lang": "no"}
        expected["l10n"] = {"ref": file.stem}
        for scalar in scalars:
            _put(expected, scalar.key.split("."), f"« {scalar.value}: # 1 »")
        assert _load(built[after.start : after.end]) == expected, file
    assert found > 50
    assert strings > 100


def _load(raw: bytes) -> Any:
    """Return what YAML says, numbers and dates as they are written."""
    return yaml.load(raw.decode(), Loader=yaml.BaseLoader)


def _put(here: Any, path: list[str], text: str) -> None:
    name: Any = int(path[0]) if isinstance(here, list) else path[0]
    if len(path) > 1:
        _put(here[name], path[1:], text)
    else:
        here[name] = text
