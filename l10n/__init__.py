"""Localizing Markdown posts: posts become catalogs, catalogs become localized posts."""

__version__ = "0.1.0"
