"""SARIF, valid for its schema and stable for code scanning."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from l10n.model.finding import Finding, Region, Severity
from l10n.reports import findings_sarif
from l10n.rules import RULES
from tests.reports.findings import CHANGED, DRAFT


def _run(*findings: Finding, **options: Any) -> dict[str, Any]:
    log = json.loads(findings_sarif(findings, RULES, version="1.2.3", **options))
    assert log["version"] == "2.1.0"
    run: dict[str, Any] = log["runs"][0]
    return run


def test_a_result_says_what_where_and_how_to_know_it_again() -> None:
    run = _run(CHANGED, DRAFT, prefix="web/")
    assert run["results"] == [
        {
            "ruleId": "link-changed",
            "ruleIndex": [rule.name for rule in RULES].index("link-changed"),
            "level": "error",
            "message": {
                "text": "https://x.example/b stands where the source links to "
                "https://x.example/a; to do: write https://x.example/a"
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "web/locales/zh-Hans/a.po",
                            "uriBaseId": "SRCROOT",
                        },
                        "region": {"startLine": 12, "endLine": 12},
                    }
                }
            ],
            "partialFingerprints": {"l10n/v1": "6a63429bc4c64eead1668eb7716aacf0:1"},
            "properties": {
                "language": "zh-Hans",
                "post": "a",
                "msgid": "Read [the docs](https://x.example/a).",
                "msgstr": "阅读👩‍🔬[文档e\u0301](https://x.example/b)。",
                "span": [12, 31],
            },
        }
    ]


def test_equal_findings_are_numbered() -> None:
    results = _run(CHANGED, replace(CHANGED, path="b.po"), CHANGED)["results"]
    marks = [result["partialFingerprints"]["l10n/v1"].split(":")[1] for result in results]
    assert marks == ["1", "1", "2"]


def test_the_exact_spot_where_it_is_known() -> None:
    run = _run(CHANGED, regions={CHANGED: Region(14, 9, 15, 3)})
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 14,
        "startColumn": 9,
        "endLine": 15,
        "endColumn": 3,
    }


def test_every_rule_comes_with_its_help() -> None:
    driver = _run()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("l10n", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in RULES]
    rule = next(rule for rule in RULES if rule.name == "link-changed")
    told = driver["rules"][RULES.index(rule)]
    assert told == {
        "id": "link-changed",
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.summary} {rule.why}\n\nTo silence it for one message, add the "
            "translator comment l10n: ignore link-changed.",
            "markdown": f"{rule.summary}\n\n{rule.why}\n\nTo silence it for one message, add the "
            "translator comment `l10n: ignore link-changed`.",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["translation", "link"]},
    }


def test_what_the_baseline_knows_stays_and_is_suppressed() -> None:
    known, new = _run(replace(CHANGED, known=True), CHANGED, compared=True)["results"]
    assert known["baselineState"] == "unchanged"
    assert known["suppressions"] == [
        {"kind": "external", "justification": "known from the baseline"}
    ]
    assert new["baselineState"] == "new"
    assert "suppressions" not in new
    assert "baselineState" not in _run(CHANGED)["results"][0]


def test_a_file_name_becomes_an_address() -> None:
    odd = replace(CHANGED, path="locales/fr/issue #1 é%.po", line=0)
    place = _run(odd)["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {
            "uri": "locales/fr/issue%20%231%20%C3%A9%25.po",
            "uriBaseId": "SRCROOT",
        }
    }


def test_is_valid_for_its_schema(sarif_schema: dict[str, Any]) -> None:
    findings = [
        CHANGED,
        replace(CHANGED, known=True, severity=Severity.WARNING, line=0, end_line=0),
        replace(CHANGED, rule="text-unheard", severity=Severity.INFO, hint="", span=None),
    ]
    validator = Draft4Validator(sarif_schema)
    for compared in (False, True):
        text = findings_sarif(findings, RULES, version="1", prefix="a/", compared=compared)
        assert list(validator.iter_errors(json.loads(text))) == []
    broken = json.loads(text)
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert len(list(validator.iter_errors(broken))) == 1


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=[]), max_size=60))
def test_whatever_is_written_it_is_valid_and_can_be_saved(
    sarif_schema: dict[str, Any], text: str
) -> None:
    evil = replace(CHANGED, path=text, message=text, msgid=text, msgstr=text, hint=text)
    log = findings_sarif([evil], (), version="1")
    log.encode()
    assert list(Draft4Validator(sarif_schema).iter_errors(json.loads(log))) == []
