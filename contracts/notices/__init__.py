"""Emails of the purchasing system: each function says one thing to one or more people."""
