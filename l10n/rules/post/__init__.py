"""Rules about whole posts, as `check --against` pairs them: what is lost, added, twice, moved."""
