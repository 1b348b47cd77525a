"""Real posts drafted by engines that are real and free: Apertium, and pseudo for all of them.

A third of the newsletters, or every post of every folder with L10N_FUZZ=1.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog import parse_catalog
from tests.corpus import groups
from tests.corpus.trial import Group, command_line
from tests.judges.compare import same_skeleton, same_verbatim
from tests.judges.kramdown import Kramdown

pytestmark = [pytest.mark.corpus, pytest.mark.judge]

PROGRAM = Path(__file__).resolve().parents[2] / "cli.py"
FUZZ = "L10N_FUZZ" in os.environ
FOLDERS = groups.FOLDERS if FUZZ else groups.FOLDERS[:1]
# What the segmenter leaves out on purpose: a shortcode of mdBook's, and the names of keys.
ON_PURPOSE = {"comprehensive-rust": {"segment", "outline", "Ctrl", "Enter"}}
HARM = ("link", "image", "code", "html", "placeholder", "number", "markup")
_PLAIN = re.compile("[A-Za-z]")


def settings(group: Group, languages: Sequence[str]) -> bytes:
    keys = json.dumps(list(group.front_matter))
    return (
        f"languages = {json.dumps(list(languages))}\n[[posts]]\n"
        'source = "posts/**/*"\ntarget = "built/{lang}/{post}.built"\n'
        f'dialect = "{group.dialect}"\nfront-matter = {keys}\n'
    ).encode()


def drafted(group: Group, root: Path, engine: str, languages: Sequence[str]) -> None:
    """Make a project of the posts of ``group`` below ``root``, and publish drafts of them."""
    (root / "l10n.toml").write_bytes(settings(group, languages))
    for name, source in group.posts.items():
        path = root / "posts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source)
    command_line(root, "extract")
    command_line(root, "prefill", "--engine", engine, clean=False)
    command_line(root, "build", "--include-drafts", "--min-complete", "0", "--no-check")


def part(group: Group, names: Sequence[str]) -> Group:
    """Return the posts ``names`` of a group."""
    return replace(group, posts={name: group.posts[name] for name in names})


def built(root: Path, language: str, name: str) -> bytes:
    return (root / "built" / language / Path(name).with_suffix(".built")).read_bytes()


@pytest.fixture
def find(request: pytest.FixtureRequest, corpus: Path) -> Callable[[str], Group]:
    def _find(name: str) -> Group:
        if name == "dair":
            judge: Kramdown = request.getfixturevalue("kramdown")
            return groups.newsletters(corpus, judge.render)
        return groups.pages(corpus, name)

    return _find


@pytest.mark.parametrize("name", FOLDERS)
def test_pseudo_shows_what_never_gets_translated(
    name: str, find: Callable[[str], Group], tmp_path: Path
) -> None:
    whole = find(name)
    group = part(whole, sorted(whole.posts)[:: 1 if FUZZ else 3])
    drafted(group, tmp_path, "pseudo", ["de"])
    left: set[str] = set()
    for path, source in group.posts.items():
        before, after = group.page(source), group.page(built(tmp_path, "de", path))
        assert same_skeleton(before, after), path
        left |= {word for word in (*after.words, *after.attribute_words) if _PLAIN.search(word)}
    assert left == ON_PURPOSE.get(name, set())


def test_apertium_drafts_newsletters_without_damage(
    find: Callable[[str], Group], tmp_path: Path
) -> None:
    if shutil.which("apertium") is None:
        pytest.skip("apertium is not installed (apt-get install apertium apertium-eng-spa …)")
    whole = find("dair")
    names = [name for name in sorted(whole.posts) if "NLP_Newsletter_" in name and "[" not in name]
    group = part(whole, names[:4])
    drafted(group, tmp_path, "apertium", ["es", "fr"])
    catalogs = [path.read_bytes() for path in sorted((tmp_path / "locales").rglob("*.po"))]
    messages = [each for data in catalogs for each in parse_catalog(data, "").catalog.messages]
    if not any(message.msgstr for message in messages):
        pytest.skip("apertium has no way from en to es and fr: install apertium-fra-cat …")
    filled = sum(bool(message.msgstr) for message in messages)
    assert len(messages) == 640
    assert filled >= 0.995 * len(messages), f"{filled} of {len(messages)}"
    for language in ("es", "fr"):
        for name, source in group.posts.items():
            before, after = group.page(source), group.page(built(tmp_path, language, name))
            assert same_skeleton(before, after), name
            assert same_verbatim(before, after), name
    check = [sys.executable, str(PROGRAM), "-C", str(tmp_path), "check", "--format", "json"]
    done = subprocess.run(check, capture_output=True)
    findings = json.loads(done.stdout)["findings"]
    harm = [each for each in findings if each["rule"].partition("-")[0] in HARM]
    assert not harm
