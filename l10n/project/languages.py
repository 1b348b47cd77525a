"""Language tags: BCP 47 and gettext forms in, the customary BCP 47 form out."""

import re
from collections.abc import Sequence

# ISO 639-1 in full; the regions and scripts met most. Anything else is looked up in CLDR, which
# takes ten times as long to import as a whole configuration takes to read.
_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da"
    " de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy"
    " hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg"
    " li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or"
    " os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta"
    " te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_COMMON_REGIONS = (
    "419 AR AT AU BE BR CA CH CL CN CO CZ DE DK EC EG ES FI FR GB HK HU ID IE IL IN IT JP KR MA MO"
    " MX MY NL NO NZ PE PL PT RO RS RU SA SE SG TH TN TR TW UA US VE VN ZA"
)
_COMMON_SCRIPTS = "Arab Beng Cyrl Deva Guru Hans Hant Hebr Jpan Kore Latn"
_LANGUAGES = frozenset(_ISO_639_1.split())
_REGIONS = frozenset(_COMMON_REGIONS.split())
_SCRIPTS = frozenset(_COMMON_SCRIPTS.split())
# What people write for a country, or wrote before 1989, where the language has another code.
_CONFUSED = {
    "cn": "zh-Hans", "cz": "cs", "dk": "da", "gr": "el", "in": "id", "iw": "he", "ji": "yi",
    "jp": "ja", "kr": "ko", "sh": "sr-Latn", "ua": "uk", "us": "en-US", "uk-en": "en-GB",
    "vn": "vi", "chinese": "zh-Hans", "farsi": "fa",
}  # fmt: skip
_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}
_SHAPE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)(?P<private>-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)


def canonical(tag: str) -> str | None:
    """Return ``tag`` in its customary BCP 47 case, or None where no such language is known.

    Accepts gettext forms too: ``pt_BR`` gives ``pt-BR``, ``sr@latin`` gives ``sr-Latn``,
    ``ca@valencia`` gives ``ca-valencia``. Case is that of RFC 5646, section 2.1.1; languages,
    scripts and regions are those of CLDR as packed by babel, and all of ISO 639-1.
    """
    plain, _, modifier = tag.replace("_", "-").partition("@")
    if modifier:
        script = _MODIFIERS.get(modifier.lower())
        language, dash, rest = plain.partition("-")
        plain = f"{language}-{script}{dash}{rest}" if script else f"{plain}-{modifier}"
    match = _SHAPE.fullmatch(plain)
    if not match:
        return None
    language = match["language"].lower()
    script = (match["script"] or "").title()
    region = (match["region"] or "").upper()
    if not (
        (language in _LANGUAGES or language in _cldr("languages"))
        and (not script or script in _SCRIPTS or script in _cldr("scripts"))
        and (not region or region in _REGIONS or region in _cldr("territories"))
    ):
        return None
    tail = (match["variants"] + (match["private"] or "")).lower()
    return "-".join(part for part in (language, script, region) if part) + tail


def nearest(tag: str) -> str:
    """Return the tag most likely meant by the unknown ``tag``, or "" where none comes near.

    English names of languages are understood: ``klingon`` gives ``tlh``.
    """
    folded = tag.replace("_", "-").lower()
    if folded in _CONFUSED:
        return _CONFUSED[folded]
    names = {name.lower(): code.replace("_", "-") for code, name in _cldr("languages").items()}
    if folded.replace("-", " ") in names:
        return names[folded.replace("-", " ")]
    language, dash, rest = folded.partition("-")
    if dash and language in _CONFUSED:
        return canonical(f"{_CONFUSED[language]}-{rest}") or _CONFUSED[language]
    if dash and canonical(language):
        return language
    if len(language) == 3 and canonical(language[:2]):
        return language[:2]
    return names.get(near(folded, tuple(names)), "") if len(folded) > 3 else ""


def near(word: str, known: Sequence[str]) -> str:
    """Return the word of ``known`` that ``word`` most likely misspells, or "" for none."""
    from rapidfuzz import fuzz, process  # takes 20 ms; needed only to word an error

    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=60)
    return best[0] if best else ""


def _cldr(kind: str) -> dict[str, str]:
    """Return CLDR's English names by code: ``languages``, ``scripts`` or ``territories``."""
    from babel import Locale  # takes 30 ms; needed only for rare tags and to word an error

    return dict(getattr(Locale("en"), kind))
