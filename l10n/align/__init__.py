"""Pairing a translation with its source, whatever its translator did to it."""

from l10n.align.posts import align

__all__ = ["align"]
