"""Catalog headers: complete, and without dates that change though nothing else did."""

import re

from l10n.catalog.file import CatalogFile
from l10n.model.errors import Flaw
from l10n.model.language import Language
from l10n.model.lines import LineIndex

Header = tuple[tuple[str, str], ...]


def new_header(language: Language | None, project: str) -> Header:
    """Return the header fields of a new catalog, or of a template for ``language`` None.

    In Poedit's order, so that its first save moves nothing. The dates are left empty: only a
    translator's editor knows when a translation was revised.
    """
    fields = [
        ("Project-Id-Version", project or "l10n"),
        ("POT-Creation-Date", ""),
        ("PO-Revision-Date", ""),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", language.gettext if language else ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    if language:
        fields.append(("Plural-Forms", _plural_forms(language)))
    return tuple(fields)


def _plural_forms(language: Language) -> str:
    """Return the plural rule of CLDR for ``language`` in gettext's form, as babel has it."""
    from babel.messages.plurals import get_plural

    count, expression = get_plural(language.gettext)[:2]
    if not expression.startswith("(") and expression not in ("0", "1"):
        expression = f"({expression})"
    return f"nplurals={count}; plural={expression};"


def check_language(file: CatalogFile, language: Language) -> Flaw | None:
    """Return a Flaw where the header says that the catalog is in another language."""
    said = file.catalog.field("Language") or ""
    if not said or _folded(said) == _folded(language.tag):
        return None
    # A catalog for zh-Hans may well say zh_CN: the base language decides.
    if _folded(said).split("-")[0] == _folded(language.tag).split("-")[0]:
        return None
    at = re.search(rb"Language:", file.data)
    line = LineIndex(file.data).line(at.start()) if at else 1
    return Flaw(
        f"{file.path}:{line}",
        f"the header says that the language is “{said}”",
        f"“{language.gettext}”, since this is the catalog of {language.tag}",
        "correct the Language field, or move the file to where its language belongs",
    )


def _folded(tag: str) -> str:
    return tag.split("@")[0].split(".")[0].replace("_", "-").lower()
