"""Rules about how long a translation is."""
