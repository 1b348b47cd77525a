"""Machine translation: what may not change is protected, and each engine is a file of its own."""
