"""Rules about what programs replace."""
