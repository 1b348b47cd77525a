"""Rules about the words of a message."""
