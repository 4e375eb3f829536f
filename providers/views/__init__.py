"""Pages about providers."""
