"""Languages as PO files call them: ``ll_CC@variant`` of gettext, against BCP 47.

Poedit 3.2.2 takes a Language field like ``zh_Hant`` or ``sr_Latn`` for none and deletes it;
``zh_TW`` and ``sr@latin`` it keeps (docs/adr/0002-po-handling.md).
"""

import re
from dataclasses import dataclass

_SCRIPTS = {  # as glibc and gettext name them behind the @
    "Arab": "arabic",
    "Beng": "bengali",
    "Cyrl": "cyrillic",
    "Deva": "devanagari",
    "Hebr": "hebrew",
    "Latn": "latin",
    "Tfng": "tifinagh",
}
_CHINESE = {"Hans": "CN", "Hant": "TW"}
_CHINESE_SCRIPTS = dict.fromkeys(("CN", "SG", "MY"), "Hans") | dict.fromkeys(
    ("TW", "HK", "MO"), "Hant"
)


@dataclass(frozen=True, slots=True)
class Locale:
    """The parts of a language's name, each empty where it is not said."""

    language: str  # lower case
    script: str = ""  # "Hans"
    region: str = ""  # "BR", "419"
    variant: str = ""  # "valencia"


def read_locale(name: str) -> Locale:
    """Return the parts of a BCP 47 tag or a gettext name; a charset in it does not count."""
    plain, _, modifier = name.partition("@")
    language, *rest = re.split("[-_]", plain.partition(".")[0].strip())
    scripts = {name: code for code, name in _SCRIPTS.items()}
    script = scripts.get(modifier.lower(), "")
    region = variant = ""
    for part in rest:
        if len(part) == 4 and part.isalpha():
            script = part.title()
        elif len(part) == 2 or (len(part) == 3 and part.isdigit()):
            region = part.upper()
        else:
            variant = part.lower()
    if language.lower() == "zh" and not script:
        script = _CHINESE_SCRIPTS.get(region, "")
    return Locale(language.lower(), script, region, variant or ("" if script else modifier.lower()))


def gettext_name(tag: str) -> str:
    """Return the name of the BCP 47 ``tag`` for a PO file's Language field."""
    locale = read_locale(tag)
    region, modifier = locale.region, locale.variant
    if locale.language == "zh":
        region = region or _CHINESE.get(locale.script, "")
    elif locale.script:
        modifier = _SCRIPTS.get(locale.script, locale.script.lower())
    name = f"{locale.language}_{region}" if region else locale.language
    return f"{name}@{modifier}" if modifier else name


def may_be(said: str, tag: str) -> bool:
    """Whether the two may name one language: they contradict each other in no part."""
    one, other = read_locale(said), read_locale(tag)
    if one.language != other.language:
        return False
    pairs = [(one.script, other.script), (one.region, other.region)]
    return all(not left or not right or left == right for left, right in pairs)
