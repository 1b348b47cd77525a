"""Rules about white space."""
