"""Pages about indicators and terms."""
