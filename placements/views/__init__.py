"""Pages that read schools, places and children."""
