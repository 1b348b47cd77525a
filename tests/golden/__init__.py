"""One folder for each dialect and feature: a post, its messages, and the post with all altered."""
