"""Catalogs: PO files in and out, and the merge of what is new with what translators did."""

from l10n.catalog.file import CatalogFile
from l10n.catalog.header import check_language, new_header
from l10n.catalog.merge import merge
from l10n.catalog.parse import parse_catalog
from l10n.catalog.spots import find_spot
from l10n.catalog.update import update_catalog
from l10n.catalog.write import write_catalog

__all__ = [
    "CatalogFile",
    "check_language",
    "find_spot",
    "merge",
    "new_header",
    "parse_catalog",
    "update_catalog",
    "write_catalog",
]
