"""Rules about links, footnotes and references."""
