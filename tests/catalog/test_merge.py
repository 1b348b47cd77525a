"""Merging: what a changed post takes over from its catalog, rung by rung."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog import merge, parse_catalog
from l10n.model.message import Catalog, Message, State
from tests.growth import grows_linearly, times_as_slow

LONG = "The model reads every word of a sentence and decides which others matter most to it."
LONG_FR = "Le modèle lit chaque mot d’une phrase et décide lesquels des autres comptent."
SECOND = "Nobody had expected that a larger table of numbers would begin to answer questions."
SECOND_FR = "Personne ne s’attendait à ce qu’une table de nombres réponde à des questions."


def catalog(*messages: Message) -> Catalog:
    return Catalog((("Language", "fr"),), messages=messages)


def fresh(*msgids: str) -> list[Message]:
    return [Message(msgid) for msgid in msgids]


def only(before: Message, after: str) -> Message:
    """Merge one message with one, and return what there is then."""
    (message,) = merge(catalog(before), fresh(after)).messages
    return message


def draft(msgid: str, msgstr: str, previous: str | None = None) -> Message:
    return Message(msgid, msgstr, flags=("fuzzy",), previous_msgid=previous)


def test_unchanged_messages_are_the_same_catalog() -> None:
    old = catalog(Message("One", "Un"), Message("Two"))
    assert merge(old, fresh("One", "Two")) is old


def test_a_moved_message_keeps_all_that_translators_wrote_and_stands_where_it_stands_now() -> None:
    one = replace(
        Message("One", "Un", extracted_comments=("old place",), references=("a.md",)),
        flags=("no-wrap",),
        translator_comments=("a remark",),
    )
    new = [Message("Two"), Message("One", extracted_comments=("new place",), references=("b.md",))]
    assert merge(catalog(one, Message("Two", "Deux")), new).messages == (
        Message("Two", "Deux"),
        replace(one, extracted_comments=("new place",), references=("b.md",)),
    )


def test_the_header_stays() -> None:
    old = replace(catalog(Message("One", "Un")), header_comments=("Ours",), header_flags=("x",))
    assert replace(merge(old, fresh("Two")), messages=()) == replace(old, messages=())


def test_a_deleted_message_is_obsolete_and_comes_back_translated() -> None:
    old = catalog(Message("One", "Un", references=("a.md",)), Message(LONG, LONG_FR))
    gone = merge(old, fresh(LONG))
    assert gone.messages == (Message(LONG, LONG_FR), Message("One", "Un", obsolete=True))
    back = merge(gone, [Message("One", references=("a.md",)), Message(LONG)])
    assert back == old


def test_an_untranslated_message_that_is_deleted_is_gone() -> None:
    assert merge(catalog(Message("One"), Message("Two", obsolete=True)), []).messages == ()


def test_an_obsolete_translation_fills_a_live_message_that_has_none() -> None:
    old = catalog(Message("One"), Message("One", "Un", obsolete=True))
    assert merge(old, fresh("One")).messages == (Message("One", "Un"),)


def test_one_message_of_two_with_one_key() -> None:
    old = catalog(Message("One", "Un"), Message("One", "Une", obsolete=True))
    assert merge(old, fresh("One", "One")).messages == (Message("One", "Un"),)
    old = catalog(draft("One", "Hein"), Message("One", "Un", obsolete=True))
    assert merge(old, fresh("One")).messages == (Message("One", "Un"),)


@pytest.mark.parametrize(
    ("before", "after", "translation", "carried"),
    [
        ("See [a](u) and [b](v).", "See [a](w) and [b](v).", "[B](v), [A](u).", "[B](v), [A](w)."),
        ("See [a](u), [b](v).", "See [a](v), [b](u).", "[B](v), [A](u).", "[B](u), [A](v)."),
        ("![A cat](a.png)", "![A cat](b.png)", "![Un chat](a.png)", "![Un chat](b.png)"),
        ("At <https://a.b/c>.", "At <https://a.b/d>.", "À <https://a.b/c>", "À <https://a.b/d>"),
        ("See https://a.b/c.", "See https://a.b/d.", "Voir https://a.b/c", "Voir https://a.b/d"),
        ('<a href="/x">A</a>', '<a href="/y">A</a>', '<a href="/x">B</a>', '<a href="/y">B</a>'),
        ('[a](u "T")', '[a](v "T")', '[b](u "S")', '[b](v "S")'),
        ("[a](x_(y))", "[a](x_(z))", "[b](x_(y))", "[b](x_(z))"),
        ("[a]({{ b | c }}/d)", "[a]({{ b }}/d)", "[e]({{ b | c }}/d)", "[e]({{ b }}/d)"),
        ("A  blank   less", "A blank less", "Un blanc  de moins", "Un blanc  de moins"),
        ("A hard\nbreak", "A hard break", "Un retour\nforcé", "Un retour forcé"),
        ("an *idea*", "an _idea_", "une *idée*", "une _idée_"),
        ("an _idea_", "an *idea*", "une _idée_", "une *idée*"),
        ("an **idea**", "an __idea__", "une **idée**", "une __idée__"),
        ("an *idea*", "an **idea**", "une *idée*", "une **idée**"),
        ("***one***", "**_one_**", "***un***", "**_un_**"),
        ("an *idea*", "an _idea_", "l’_idée_", "l’_idée_"),
        ("the *point*", "the _point_", "这是*重点*内容", "这是*重点*内容"),
        ("the *point*", "the __point__", "这是*重点*内容", "这是**重点**内容"),
        ("the **point**", "the __point__", "mot**(clé)**", "mot**(clé)**"),
        ("*a* **b**", "_a_ __b__", "**B** *A*", "__B__ _A_"),
        ("*a* b [c](u)", "_a_ b  [c](v)", "[C](u) *A* B", "[C](v) _A_ B"),
    ],
)
def test_what_changed_besides_the_words_changes_in_the_translation(
    before: str, after: str, translation: str, carried: str
) -> None:
    assert only(Message(before, translation), after) == Message(after, carried)


def test_a_link_that_translators_lead_elsewhere_stays_theirs() -> None:
    before, after = "See [a page](u).", "See [a page](v)."
    translation = "Voir [une page](/fr/u)."
    merged = only(Message(before, translation), after)
    assert (merged.msgid, merged.msgstr, merged.flags) == (after, translation, ())


@pytest.mark.parametrize(
    ("before", "after", "translation"),
    [
        ("[one](u), [two](u)", "[one](u), [two](v)", "[deux](u), [un](u)"),  # which of the two?
        ("a new line", "a new\nline", "une nouvelle ligne"),  # where?
        ("an *idea* here", "an **idea** here", "une idée ici"),  # which word?
        ("a word `a_b`", "a word `a*b`", "un mot `a_b`"),  # code is no emphasis
    ],
)
def test_what_cannot_be_done_to_the_translation_safely_is_left_to_people(
    before: str, after: str, translation: str
) -> None:
    assert only(Message(before, translation), after) == draft(after, translation, before)


@pytest.mark.parametrize(
    ("before", "after", "translation", "carried"),
    [
        ("It has 3 parts.", "It has 4 parts.", "Il a 3 parties.", "Il a 4 parties."),
        ("5 of 10 left", "6 of 12 left", "Sur 10, il en reste 5", "Sur 12, il en reste 6"),
        ("3 or 3 parts", "3 or 4 parts", "3 ou 3 parties", "3 ou 3 parties"),
        ("It has 3 parts.", "It has 4 parts.", "Il a trois parties.", "Il a trois parties."),
        ("1 is 1.5", "2 is 3.5", "1 est 1.5", "2 est 3.5"),
        ("Week 3: [a](u3)", "Week 4: [a](u4)", "S. 3 : [b](u3)", "S. 4 : [b](u3)"),
    ],
)
def test_new_numbers_make_a_draft_that_has_them(
    before: str, after: str, translation: str, carried: str
) -> None:
    assert only(Message(before, translation), after) == draft(after, carried, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A string", "A strings"),
        ("HELLO WORLD", "Hello world"),
        ("Yes", "Yes!"),
        ("Where are we now?", "Where are we"),
        ("注意力机制让模型关注重要的词", "注意力机制使模型关注最重要的词"),
        (LONG, LONG.replace("every word", "each of the words")),
        (f"{LONG} {SECOND}", LONG),
        (LONG, f"{LONG} {SECOND}"),
    ],
)
def test_a_similar_message_is_outdated_and_tells_what_it_was(before: str, after: str) -> None:
    merged = only(Message(before, "…"), after)
    assert merged == draft(after, "…", before)
    assert merged.state is State.OUTDATED


@pytest.mark.parametrize(("before", "after"), [(LONG, SECOND), ("Types", "Macros"), ("A", "B")])
def test_an_unrelated_message_gets_nothing(before: str, after: str) -> None:
    assert merge(catalog(Message(before, "…")), fresh(after)).messages == (
        Message(after),
        Message(before, "…", obsolete=True),
    )


def test_what_is_outdated_keeps_its_oldest_msgid() -> None:
    assert only(draft(LONG, "…", "The oldest one"), LONG + " Always.") == draft(
        LONG + " Always.", "…", "The oldest one"
    )
    assert only(draft("See [a](u)", "Voir [b](u)", "See"), "See [a](v)") == draft(
        "See [a](v)", "Voir [b](v)", "See"
    )


def test_a_draft_stays_a_draft() -> None:
    assert only(draft("See [a](u)", "Voir [b](u)"), "See [a](v)") == draft(
        "See [a](v)", "Voir [b](v)"
    )
    assert only(draft("One", "Un"), "One") == draft("One", "Un")


def test_remarks_of_translators_survive_every_change() -> None:
    remark = replace(Message(LONG, LONG_FR), translator_comments=("l10n: ignore link-changed",))
    for after in (LONG.replace(" ", "  "), LONG.replace("every", "each"), LONG + " 1"):
        assert only(remark, after).translator_comments == ("l10n: ignore link-changed",)


def test_an_empty_translation_serves_nobody() -> None:
    old = catalog(Message(LONG), Message(SECOND, SECOND_FR))
    assert merge(old, fresh(LONG + " Really.", SECOND)).messages == (
        Message(LONG + " Really."),
        Message(SECOND, SECOND_FR),
    )


def test_the_better_half_of_a_split_paragraph_keeps_the_translation() -> None:
    parts = [f"{LONG} {SECOND} It did.", "Then came a short remark about it."]
    merged = merge(catalog(Message(" ".join(parts), "…")), fresh(*parts)).messages
    assert merged[0] == draft(parts[0], "…", " ".join(parts))


def test_a_paragraph_split_into_many_keeps_its_translation_in_one_of_them() -> None:
    parts = [LONG, SECOND, "A third sentence is of much the same length as the two before it."]
    merged = merge(catalog(Message(" ".join(parts), "…")), fresh(*parts)).messages
    assert "…" in [message.msgstr for message in merged]
    assert all(message.fuzzy or not message.msgstr for message in merged)


def test_of_two_joined_paragraphs_one_is_outdated_and_the_other_kept_aside() -> None:
    old = catalog(Message(LONG, LONG_FR), Message(SECOND, SECOND_FR))
    live, gone = merge(old, fresh(f"{LONG} {SECOND}")).messages
    assert live.state is State.OUTDATED
    assert gone.obsolete
    assert {live.msgstr, gone.msgstr} == {LONG_FR, SECOND_FR}


def test_a_second_similar_message_gets_a_copy_and_the_first_keeps_its_own() -> None:
    assert merge(catalog(Message(LONG, LONG_FR)), fresh(LONG, LONG + " Indeed.")).messages == (
        Message(LONG, LONG_FR),
        draft(LONG + " Indeed.", LONG_FR, LONG),
    )


def test_a_message_with_the_same_words_gets_a_finished_copy() -> None:
    assert merge(catalog(Message("A [b](u)", "C [d](u)")), fresh("A [b](u)", "A [b](v)")) == (
        catalog(Message("A [b](u)", "C [d](u)"), Message("A [b](v)", "C [d](v)"))
    )


def test_the_more_similar_message_is_preferred_and_no_translation_serves_two() -> None:
    old = catalog(Message("The first kind of model", "1er"), Message("The last kind", "dernier"))
    new = fresh("The last kinds", "The first kinds of model")
    assert [message.msgstr for message in merge(old, new).messages] == ["dernier", "1er"]


def test_neighbours_tell_apart_what_words_cannot() -> None:
    old = catalog(
        Message("Alpha", "A"),
        Message("Solution one", "un"),
        Message("Beta", "B"),
        Message("Solution two", "deux"),
        Message("Gamma", "C"),
    )
    new = fresh("Alpha", "Solution", "Beta", "Solution!", "Gamma")
    assert [message.msgstr for message in merge(old, new).messages] == "A un B deux C".split()


def test_another_context_is_another_message() -> None:
    old = catalog(Message("May", "Mai", msgctxt="month"))
    (message,) = merge(old, [Message("May", msgctxt="verb")]).messages
    assert message == replace(draft("May", "Mai", "May"), msgctxt="verb", previous_msgctxt="month")


def test_plural_messages_keep_their_forms() -> None:
    plural = Message("One file", msgid_plural="%d files", msgstr_plural=("Un", "Des"))
    assert merge(catalog(plural), fresh("One file")).messages == (plural,)
    assert merge(catalog(plural), []).messages == (replace(plural, obsolete=True),)


def test_signs_that_stand_for_pieces_may_stand_in_a_text() -> None:
    for sign in "\x00\x01\x02\x03":
        merged = merge(catalog(Message(f"[a](u) {sign} b", "x")), fresh(f"{sign} {sign} b"))
        assert "x" in [message.msgstr for message in merged.messages]


def test_nothing_new_takes_no_time() -> None:
    texts = [f"{LONG} {number}" for number in range(5_000)]
    old = catalog(*(Message(text, "…") for text in texts))
    new = fresh(*texts)
    assert merge(old, new) is old
    assert times_as_slow(lambda: merge(old, new), lambda: fresh(*texts)) < 20


def test_time_grows_with_the_number_of_changed_paragraphs() -> None:
    def changed(size: int) -> None:
        texts = [
            f"{LONG} {SECOND} Number {number} has word{number % 97}." for number in range(size)
        ]
        old = catalog(*(Message(text, text.upper()) for text in texts))
        new = fresh(*(text.replace("had expected", "expected") for text in texts))
        merged = merge(old, new).messages
        assert [message.msgstr for message in merged] == [text.upper() for text in texts]

    assert grows_linearly(changed, 500)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["es.po", "tr.po", "zh-CN.po"])
def test_links_that_change_in_real_catalogs_leave_every_translation_translated(
    corpus: Path, name: str
) -> None:
    old = parse_catalog((corpus / "comprehensive-rust/po" / name).read_bytes(), name).catalog
    before = {m.key: m for m in old.messages if m.state is State.TRANSLATED and "](" in m.msgid}
    moved = {key: re.sub(r"\]\(https?://[^/)]+", "](https://new.example", key[1]) for key in before}
    new = [
        Message(moved.get(m.key, m.msgid), msgctxt=m.msgctxt)
        for m in old.messages
        if not m.obsolete
    ]
    states = {m.key: m.state for m in merge(old, new).messages}
    changed = [(context, moved[context, text]) for context, text in before]
    assert len(changed) > 100
    assert [key for key in changed if states[key] is not State.TRANSLATED] == []
