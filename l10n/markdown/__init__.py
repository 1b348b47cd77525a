"""Markdown in and out: bytes become segments, translations become Edits on the same bytes."""
