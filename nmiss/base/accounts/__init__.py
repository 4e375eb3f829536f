"""People and their roles: who may sign in, and as what."""
