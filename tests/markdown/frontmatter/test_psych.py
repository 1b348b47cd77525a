"""Ruby's Psych, the parser of Jekyll, reads what we write; one process judges everything."""

import json
import shutil
import subprocess

import pytest

from l10n.markdown.frontmatter import find_front_matter, read_scalars, set_keys, write_scalar
from l10n.model.edit import apply_edits
from tests.markdown.frontmatter.hard import HARD, some
from tests.markdown.frontmatter.places import KEYS, PLACES, changed, post

_RUBY = """
documents = JSON.parse(STDIN.read)
puts JSON.generate(documents.map { |text|
  begin
    YAML.safe_load(text, permitted_classes: [Date, Time], aliases: true)
  rescue => error
    error.message
  end
})
"""


def _psych(documents: list[str]) -> list[object]:
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("ruby is absent, so Psych cannot judge")
    command = [ruby, "-Eutf-8:utf-8", "-ryaml", "-rjson", "-rdate", "-e", _RUBY]
    run = subprocess.run(command, input=json.dumps(documents).encode(), capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    read = json.loads(run.stdout)
    assert isinstance(read, list)
    return read


@pytest.mark.judge
def test_psych_reads_exactly_each_text_in_each_place() -> None:
    documents: list[str] = []
    texts: list[str] = []
    origins: list[str] = []
    for place in PLACES:
        source = post(place)
        front = find_front_matter(source)
        assert front is not None
        origins.append(source[front.start : front.end].decode())
        [scalar] = read_scalars(source, front, KEYS, "post.md")
        for text in (*HARD, *some(400)):
            built = apply_edits(source, [write_scalar(source, scalar, text)])
            after = find_front_matter(built)
            assert after is not None
            documents.append(built[after.start : after.end].decode())
            texts.append(text)
    read = _psych([*origins, *documents])
    before, after_all = read[: len(origins)], read[len(origins) :]
    each = len(documents) // len(origins)
    for index, (text, value) in enumerate(zip(texts, after_all, strict=True)):
        assert value == changed(before[index // each], text), documents[index]


@pytest.mark.judge
def test_psych_reads_exactly_each_key_that_was_set() -> None:
    texts = [text for text in (*HARD, *some(200)) if len(text) < 100]
    pairs = [(name.replace(".", "_"), text) for name, text in zip(texts, texts[::-1], strict=True)]
    source = b"---\nold: 1\nmap: {a: 1}\n---\n"
    front = find_front_matter(source)
    documents = []
    for name, text in pairs:
        built = apply_edits(source, set_keys(source, front, [(name, text), (f"map.{name}", text)]))
        after = find_front_matter(built)
        assert after is not None
        documents.append(built[after.start : after.end].decode())
    for (name, text), value in zip(pairs, _psych(documents), strict=True):
        assert value == {"old": 1, "map": {"a": 1, name: text}, name: text}
