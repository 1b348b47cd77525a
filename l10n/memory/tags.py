"""Language tags: which of them are dialects of one language."""

_SCRIPTS = {"zh": "hans", "sr": "cyrl", "az": "latn", "uz": "latn", "pa": "guru", "mn": "cyrl"}
_TRADITIONAL = frozenset({"tw", "hk", "mo"})


def tidy_tag(tag: str) -> str:
    """Return ``tag``, as some tool wrote it, in the customary case: "PT_br" gives "pt-BR"."""
    language, *rest = tag.strip().replace("_", "-").split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join([language.lower(), *(cased.get(len(part), str.lower)(part) for part in rest)])


def family(tag: str) -> tuple[str, str]:
    """Return what all dialects of a language share: its language subtag and its script.

    pt-BR and pt-PT are dialects of one language; zh-Hans and zh-TW are not, since readers of one
    script may not be able to read the other.
    """
    language, *rest = tag.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if not script and language == "zh" and not _TRADITIONAL.isdisjoint(rest):
        script = "hant"
    return language, script or _SCRIPTS.get(language, "")
