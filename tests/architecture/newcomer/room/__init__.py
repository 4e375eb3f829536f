"""Its room."""
