"""How well translations are aligned with their sources, beside other ways to do it."""
