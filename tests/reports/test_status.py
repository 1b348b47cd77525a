"""Progress as a table, JSON and Markdown."""

import json

from l10n.model.progress import Progress
from l10n.reports import status_json, status_markdown, status_table

_PROGRESS = (
    Progress("fr", "issue-1", 64, 64, 0, 0, 0, 1200, 1200),
    Progress("fr", "issue 2|文", 200, 199, 1, 0, 0, 900, 899),
    Progress("es", "issue-1", 64, 30, 4, 1, 29, 1200, 500),
)


def test_json_has_the_keys_of_the_contract() -> None:
    assert json.loads(status_json(_PROGRESS)) == {
        "version": 1,
        "languages": {
            "fr": {
                "posts": 2,
                "messages": 264,
                "translated": 263,
                "draft": 1,
                "outdated": 0,
                "untranslated": 0,
                "words": 2100,
                "words_translated": 2099,
            },
            "es": {
                "posts": 1,
                "messages": 64,
                "translated": 30,
                "draft": 4,
                "outdated": 1,
                "untranslated": 29,
                "words": 1200,
                "words_translated": 500,
            },
        },
    }


def test_table_lines_up_and_rounds_down() -> None:
    assert status_table(_PROGRESS) == (
        "language  post        messages  translated  draft  outdated  untranslated  words   done\n"
        "fr        issue-1           64          64      0         0             0   1200  100 %\n"
        "fr        issue 2|文       200         199      1         0             0    900   99 %\n"
        "fr        all posts        264         263      1         0             0   2100   99 %\n"
        "es        issue-1           64          30      4         1            29   1200   46 %\n"
    )


def test_markdown_escapes_names() -> None:
    assert status_markdown(_PROGRESS[1:2]) == (
        "| language | post | messages | translated | draft | outdated | untranslated | words "
        "| done |\n"
        "| --- | --- | --: | --: | --: | --: | --: | --: | --: |\n"
        "| fr | issue 2\\|文 | 200 | 199 | 1 | 0 | 0 | 900 | 99 % |\n"
    )


def test_nothing_is_said_to_be_nothing() -> None:
    assert status_table(()) == status_markdown(()) == "no posts\n"
    assert json.loads(status_json(())) == {"version": 1, "languages": {}}
