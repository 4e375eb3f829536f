"""Pages of what decisions on fees saved."""
