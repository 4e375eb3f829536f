"""Pages of placement agreements."""
