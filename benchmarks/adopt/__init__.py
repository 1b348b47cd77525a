"""How much of hand-made translations reaches their catalogs, and what is lost on the way."""
