"""Rules about HTML and JSX tags."""
