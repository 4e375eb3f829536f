"""Pages of annual reviews."""
