"""Pages of the endings of places."""
