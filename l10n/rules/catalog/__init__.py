"""What the state of a message says."""
