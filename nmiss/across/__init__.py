"""What stands on every application: the home page, imports."""
