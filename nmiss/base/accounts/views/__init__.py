"""Pages about people's accounts."""
