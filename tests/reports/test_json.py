"""The report of findings for programs."""

import json
from dataclasses import replace

from l10n.reports import findings_json
from tests.reports.findings import CHANGED, DRAFT


def test_has_the_keys_of_the_contract() -> None:
    assert json.loads(findings_json([CHANGED, DRAFT], 120)) == {
        "version": 1,
        "findings": [
            {
                "rule": "link-changed",
                "severity": "error",
                "language": "zh-Hans",
                "path": "locales/zh-Hans/a.po",
                "line": 12,
                "end_line": 12,
                "post": "a",
                "msgid": "Read [the docs](https://x.example/a).",
                "msgstr": "阅读👩‍🔬[文档e\u0301](https://x.example/b)。",
                "span": [12, 31],
                "message": "https://x.example/b stands where the source links to "
                "https://x.example/a",
                "hint": "write https://x.example/a",
                "fixable": False,
                "msgctxt": None,
                "known": False,
            },
            {
                "rule": "catalog-draft",
                "severity": "info",
                "language": "zh-Hans",
                "path": "locales/zh-Hans/a.po",
                "line": 14,
                "end_line": 14,
                "post": "a",
                "msgid": "A cat.",
                "msgstr": "一只猫。",
                "span": None,
                "message": "a draft, not confirmed yet",
                "hint": "correct it where it needs it, then remove the fuzzy mark",
                "fixable": False,
                "msgctxt": None,
                "known": False,
            },
        ],
        "summary": {"error": 1, "warning": 0, "info": 1, "messages": 120, "known": 0},
    }


def test_what_is_known_is_counted_apart() -> None:
    report = json.loads(findings_json([replace(CHANGED, known=True), DRAFT], 9))
    assert [finding["known"] for finding in report["findings"]] == [True, False]
    assert report["summary"] == {"error": 0, "warning": 0, "info": 1, "messages": 9, "known": 1}


def test_is_readable_and_harmless() -> None:
    evil = "中 \x1b \x9b \u202e \u2028 \ud800"
    text = findings_json([replace(CHANGED, msgstr=evil)], 1)
    assert '"msgstr": "中 \\u001b \\u009b \\u202e \\u2028 \\ud800"' in text
    assert json.loads(text)["findings"][0]["msgstr"] == evil
    text.encode()
