"""Fingerprints: the same after edits elsewhere, another one for another finding."""

from dataclasses import replace

from l10n.model.fingerprint import fingerprint
from tests.reports.findings import CHANGED

START, END = CHANGED.span or (0, 0)


def _moved(before: str, spot: str, after: str) -> str:
    msgstr = before + spot + after
    span = (len(before), len(before) + len(spot))
    return fingerprint(replace(CHANGED, msgstr=msgstr, span=span))


def test_is_the_same_for_ever() -> None:
    assert fingerprint(CHANGED) == "6a63429bc4c64eead1668eb7716aacf0"


def test_edits_elsewhere_change_nothing() -> None:
    same = fingerprint(CHANGED)
    spot = CHANGED.msgstr[START:END]
    assert fingerprint(replace(CHANGED, line=90, end_line=91, path="b.po", post="b")) == same
    assert fingerprint(replace(CHANGED, message="other words", hint="", known=True)) == same
    assert _moved("请看 ", spot, "！") == same


def test_white_space_and_composition_of_the_spot_change_nothing() -> None:
    assert _moved("", "cafe\u0301 \n noir", "") == _moved("un ", "café noir", "")


def test_another_finding_has_another() -> None:
    different = [
        CHANGED,
        replace(CHANGED, rule="link-missing"),
        replace(CHANGED, language="zh-Hant"),
        replace(CHANGED, msgid="Read."),
        replace(CHANGED, msgctxt=""),
        replace(CHANGED, msgctxt="menu"),
        replace(CHANGED, span=None),
        replace(CHANGED, span=(START, END - 1)),
    ]
    assert len({fingerprint(finding) for finding in different}) == len(different)
