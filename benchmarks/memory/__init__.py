"""What the translation memory finds, and how fast."""
