"""Pages of arrangements."""
