"""Catalog headers: complete, and without dates that change though nothing else did."""

import re
from functools import lru_cache

from l10n.catalog.file import CatalogFile
from l10n.catalog.locales import gettext_name, may_be
from l10n.model.errors import Flaw
from l10n.model.language import Language
from l10n.model.lines import LineIndex

_FIELD = re.compile(rb'"Language\s*:', re.I)

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
        ("Language", gettext_name(language.tag) if language else ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    if language and (plural := _plural_forms(language)):
        fields.append(("Plural-Forms", plural))
    return tuple(fields)


@lru_cache(maxsize=32)
def _plural_forms(language: Language) -> str:
    """Return the plural rule of ``language`` as babel has it, "" where it knows none.

    That of its table of gettext rules; for languages that are not in it, that of CLDR.
    """
    # Imported here: a header is made once in a catalog's life, and babel takes a while.
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.plurals import PLURALS, get_plural
    from babel.plural import to_gettext

    try:
        locale = Locale.parse(language.tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    if str(locale) not in PLURALS and locale.language not in PLURALS:
        if not locale.plural_form.tags:
            return "nplurals=1; plural=0;"
        if locale.plural_form.tags != {"one"}:  # which nearly always is "n is 1"
            return to_gettext(locale.plural_form)
    count, expression = get_plural(locale)[:2]
    return f"nplurals={count}; plural={expression};"


def check_language(file: CatalogFile, language: Language) -> Flaw | None:
    """Return a Flaw where the header says that the catalog is in another language.

    A header that says less, or the same in other words, does not: ``zh_CN`` is ``zh-Hans``.
    """
    said = file.catalog.field("Language") or ""
    if not said or may_be(said, language.tag):
        return None
    field = _FIELD.search(file.data, *file.header_span)
    line = LineIndex(file.data).line(field.start() if field else file.header_span[0])
    return Flaw(
        f"{file.path}:{line}",
        f"the header says that the language is “{said}”",
        f"“{gettext_name(language.tag)}”, since this is the catalog of {language.tag}",
        "correct the Language field, or move the file to where its language belongs",
    )
