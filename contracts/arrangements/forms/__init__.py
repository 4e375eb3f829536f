"""Forms of arrangements."""
