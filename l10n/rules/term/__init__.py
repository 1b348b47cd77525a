"""Rules about terms of the glossary, and about names."""
