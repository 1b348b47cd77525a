"""The tools compared, each in a process of its own that speaks JSON lines (see worker.py)."""
