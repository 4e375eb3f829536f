"""Pages about providers and their memberships."""
