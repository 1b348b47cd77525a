"""Rules about the structure of the page."""
