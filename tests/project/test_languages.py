"""Language tags, as written and as they should be."""

import subprocess
import sys

import pytest

from l10n.project.languages import canonical, nearest


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("fr", "fr"),
        ("PT-br", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("zh-hans", "zh-Hans"),
        ("zh_Hant_HK", "zh-Hant-HK"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("ca@valencia", "ca-valencia"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("en-x-Pirate", "en-x-pirate"),
        ("fil", "fil"),
        ("tlh", "tlh"),
        ("hsb", "hsb"),
        ("az-Arab-IQ", "az-Arab-IQ"),
    ],
)
def test_known_tags_come_back_in_their_customary_case(written: str, tag: str) -> None:
    assert canonical(written) == tag


@pytest.mark.parametrize(
    "written",
    ["xx", "klingon", "", "fr-", "f", "fr-XX", "zh-Abcd", "fr fr", "fr/..", "qqq", "französisch"],
)
def test_unknown_tags_are_none(written: str) -> None:
    assert canonical(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("klingon", "tlh"),
        ("French", "fr"),
        ("brazilian_portuguese", "pt-BR"),
        ("jp", "ja"),
        ("cn", "zh-Hans"),
        ("fr-XX", "fr"),
        ("frn", "fr"),
        ("germann", "de"),
        ("xx", ""),
    ],
)
def test_the_tag_meant_is_guessed(written: str, meant: str) -> None:
    assert nearest(written) == meant


def test_common_tags_do_not_load_cldr() -> None:
    code = (
        "import sys\nfrom l10n.project.languages import canonical\n"
        "assert canonical('pt_BR') and canonical('zh-Hans') and canonical('es-419')\n"
        "sys.exit('babel' in sys.modules or 'rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
