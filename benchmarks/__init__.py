"""Fidelity and speed beside named peers, in one run: ``python -m benchmarks``."""
