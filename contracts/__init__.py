"""The purchasing system: vehicles, lots and the memberships of schools."""
