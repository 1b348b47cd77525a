"""What the commands do, as pure functions: bytes and values in, a Plan out."""
