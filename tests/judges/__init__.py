"""Independent judges of Markdown: what other programs make of a post before and after.

Nothing here imports the product; its benchmarks use the same judges for every tool.
"""
