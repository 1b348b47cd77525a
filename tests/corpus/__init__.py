"""Real posts and the specifications' examples, through the command line and back."""
