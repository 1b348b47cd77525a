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
    found = broken = strings = 0
    for file in sorted(corpus.rglob("*")):
        if file.suffix.lower() not in SUFFIXES:
            continue
        data = file.read_bytes()
        front = find_front_matter(data)
        if front is None:
            assert not data.startswith(b"---\n"), file
            continue
        found += 1
        try:
            before = yaml.safe_load(data[front.start : front.end].decode())
            scalars = read_scalars(data, front, KEYS, file.name)
        except (yaml.YAMLError, UnicodeDecodeError):
            broken += 1
            with pytest.raises(InputError):
                read_scalars(data, front, KEYS, file.name)
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
        read = yaml.safe_load(built[after.start : after.end].decode())
        expected = {**before, "l10n-lang": "no", "l10n": {"ref": file.stem}}
        for scalar in scalars:
            _put(expected, scalar.key.split("."), f"« {scalar.value}: # 1 »")
        assert read == expected, file
    assert found > 50
    assert strings > 100
    assert broken < found / 10


def _put(here: Any, path: list[str], text: str) -> None:
    name: Any = int(path[0]) if isinstance(here, list) else path[0]
    if len(path) > 1:
        _put(here[name], path[1:], text)
    else:
        here[name] = text
