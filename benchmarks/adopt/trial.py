"""One hand-made translation adopted, built again and compared with what its readers saw."""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.markdown.build import build_post
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.adoption import Adoption
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.post import Post
from l10n.model.settings import PostGroup
from l10n.workflow.adoption import Place, Synced, adopt_post
from l10n.workflow.adoption.rendered import rendered
from l10n.workflow.extract import CatalogPlace, extract_post, read_catalog

_ENGLISH = Language("en", "en")
_NOTHING = Synced()
_WORD = re.compile(r"\w+")
_URL = re.compile(r"\]\([^)]*\)")
_NEWSLETTERS = {
    1: "2020-01-12-NLP_Newsletter_Tok*.md",
    2: "2020-01-19-NLP_Newsletter_Ref*.md",
    3: "2020-02-01-NLP_Newsletter_F*.md",
    4: "2020-02-16-NLP_Newsletter_Py*.md",
    5: "2020-02-23-NLP_Newsletter_The*.md",
    6: "2020-03-02-NLP_Newsletter_*.md",
    7: "2020-03-16-NLP_Newsletter_NLP_7.md",
    8: "2020-03-22-NLP_Newsletter_8.md",
}
_TRANSLATED = {
    "fr": {number: f"*#{number}_[[]FR].Md" for number in _NEWSLETTERS},
    "pt-BR": {
        1: "2020-01-12*[[]PT-BR]*",
        2: "2020-01-19*[[]PT-BR]*",
        4: "2020-02-16*[[]PT-BR]*",
        5: "2020-02-29*[[]PT-BR]*",
        7: "2020-03-16*[[]PT-BR]*",
        8: "2020-03-22*[[]PT-BR]*",
    },
    "zh-Hans": {
        1: "2020-02-20*简报*",
        2: "2020-01-19*简报*",
        3: "2020-02-15*简报*",
        4: "2020-02-17*简报*",
        5: "2020-02-29*简报*",
        7: "2020-03-16*[[]ZH]*",
        8: "2020-03-22*[[]ZH]*",
    },
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A source post and its translation by people."""

    name: str
    source: Path
    target: Path
    language: Language
    dialect: Dialect
    front_matter: tuple[str, ...] = ("title", "excerpt", "description")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of it. ``lost`` are words of readers that nothing in the report speaks of."""

    pair: Pair
    report: Adoption
    seconds: float
    stable: bool  # extract and a second adoption change nothing
    refused: int  # translations that a build leaves out, drafts aside
    lost: tuple[str, ...]
    words: int  # of the translation


def newsletters(corpus: Path, language: str) -> Iterator[Pair]:
    """Yield the newsletters that were translated into ``language``, by issue."""
    folder = corpus / "dair" / "_posts"
    for number, pattern in _TRANSLATED[language].items():
        sources = sorted(folder.glob(_NEWSLETTERS[number]))
        targets = sorted(folder.glob(pattern))
        if sources and targets:
            tag = Language(language, language)
            yield Pair(f"{language} {number}", sources[0], targets[0], tag, Dialect.KRAMDOWN)


def pages(corpus: Path, folder: str, language: str) -> Iterator[Pair]:
    """Yield the pages of hf-course or prompt-guide that were translated into ``language``."""
    tag = Language(language, language)
    root = corpus / folder
    if folder == "hf-course":
        found = [
            (path, Path(str(path).replace("/en/", f"/{language}/")))
            for path in sorted(root.glob("chapters/en/**/*.mdx"))
        ]
    else:
        found = [
            (path, path.with_name(path.name.replace(".en.mdx", f".{language}.mdx")))
            for path in sorted(root.glob("pages/**/*.en.mdx"))
        ]
    for source, target in found:
        if source.is_file() and target.is_file():
            name = f"{folder} {language} {source.relative_to(root).as_posix()}"
            yield Pair(name, source, target, tag, Dialect.MDX)


def adopt(pair: Pair) -> Result:
    """Adopt one pair into a new catalog, and look at what a build makes of it."""
    group = PostGroup("", "", front_matter=pair.front_matter)
    post = Post("post", "post.md", group, pair.dialect)
    ours, theirs = pair.source.read_bytes(), pair.target.read_bytes()
    start = time.perf_counter()
    place = _place(pair, post, ours, theirs, None)
    adopted = adopt_post(place)
    seconds = time.perf_counter() - start
    again = _place(pair, post, ours, theirs, adopted.catalog, adopted.synced)
    file = read_catalog(adopted.catalog, "post.po", pair.language)
    stable = (
        again.catalog is not None
        and again.catalog.data == adopted.catalog
        and adopt_post(again).catalog == adopted.catalog
    )
    texts = {
        one.msgid: one.msgstr for one in file.catalog.messages if one.state is State.TRANSLATED
    }
    source = place.source
    built = build_post(source, [texts.get(segment.msgid) for segment in source.segments])
    read = read_post(built.data, pair.dialect, pair.front_matter, group.attributes)
    hand, made = _words(rendered(place.target)), _words(rendered(read))
    code = [one.raw for one in passages(place.target) if one.kind == "code"]  # stays the source's
    gone, listed = hand - made - _words(code), Counter[str]()
    for one in adopted.report.listed:
        listed += _words([_URL.sub(" ", one.translation)])
    lost = gone - listed
    return Result(
        pair,
        adopted.report,
        seconds,
        stable,
        len(built.refused),
        tuple(sorted(lost)),
        hand.total(),
    )


def _place(
    pair: Pair,
    post: Post,
    ours: bytes,
    theirs: bytes,
    catalog: bytes | None,
    synced: Synced = _NOTHING,
) -> Place:
    place = CatalogPlace(pair.language, "post.po", catalog)
    changes = extract_post("bench", post, ours, ("post.pot", None), (place,))
    fresh = next((one.data for one in changes if one.path == "post.po"), catalog or b"")
    group = post.group
    return Place(
        "post",
        "post.md",
        "translated.md",
        read_post(ours, pair.dialect, group.front_matter, group.attributes),
        read_post(theirs, pair.dialect, group.front_matter, group.attributes),
        _ENGLISH,
        pair.language,
        post,
        read_catalog(fresh, "post.po", pair.language),
        synced,
    )


def _words(lines: Iterable[str]) -> Counter[str]:
    return Counter(word for line in lines for word in _WORD.findall(line))
