"""Whatever changes in a post, merging loses no translation and settles at once."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import merge
from l10n.model.message import Catalog, Message

PIECES = ["the", "model", "learns", "a word", "Yes", "*x*", "_y_", "**z**", "`a_b`", "[l](u)"]
PIECES += [
    "[l](v)",
    "https://a.b/c",
    "3",
    "4.5",
    "中文",
    "句子",
    "\n",
    "  ",
    ".",
    "!",
    "\\*",
    "$a$",
]
WORDS = ["the", "model", "learns", "slowly", "from", "words", "中", "文", "Every", "!", "?"]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=12).map(" ".join)


def messages(pieces: list[str], target: st.SearchStrategy[str]) -> st.SearchStrategy[Message]:
    return st.builds(
        Message,
        texts(pieces),
        st.just("") | target,
        flags=st.sampled_from([(), ("fuzzy",), ("no-wrap", "fuzzy")]),
        previous_msgid=st.none() | texts(pieces),
        translator_comments=st.sampled_from([(), ("remark",)]),
        obsolete=st.booleans(),
    )


def catalogs(pieces: list[str], target: st.SearchStrategy[str]) -> st.SearchStrategy[Catalog]:
    found = st.lists(messages(pieces, target), max_size=12, unique_by=lambda each: each.key)
    return found.map(lambda each: Catalog((("Language", "fr"),), messages=tuple(each)))


def posts(pieces: list[str]) -> st.SearchStrategy[list[Message]]:
    return st.lists(texts(pieces).map(Message), max_size=12)


@given(catalogs(PIECES, texts(PIECES)), posts(PIECES))
def test_merging_gives_the_post_in_order_with_unique_keys_and_twice_is_once(
    old: Catalog, new: list[Message]
) -> None:
    merged = merge(old, new)
    keys = [message.key for message in merged.messages]
    assert len(keys) == len(set(keys))
    live = [message.msgid for message in merged.messages if not message.obsolete]
    assert live == list(dict.fromkeys(message.msgid for message in new))
    assert [message.obsolete for message in merged.messages] == sorted(
        message.obsolete for message in merged.messages
    )
    assert merge(merged, new) == merged


@given(catalogs(WORDS, st.uuids().map(str)), posts(WORDS))
def test_no_translation_is_lost(old: Catalog, new: list[Message]) -> None:
    before = {message.msgstr for message in old.messages} - {""}
    assert before <= {message.msgstr for message in merge(old, new).messages}


@given(catalogs(PIECES, texts(PIECES)), posts(PIECES))
def test_as_many_translations_as_before(old: Catalog, new: list[Message]) -> None:
    count = sum(bool(message.msgstr) for message in old.messages)
    assert sum(bool(message.msgstr) for message in merge(old, new).messages) >= count


@given(catalogs(PIECES, texts(PIECES)), posts(PIECES))
def test_finished_work_is_never_made_of_unfinished(old: Catalog, new: list[Message]) -> None:
    finished = [each.msgstr for each in old.messages if each.msgstr and not each.fuzzy]
    if not finished:
        merged = merge(old, new).messages
        assert not [each for each in merged if each.msgstr and not each.fuzzy]
