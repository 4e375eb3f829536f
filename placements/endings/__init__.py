"""Endings of places: notice by either side, and endings without notice, each with its reason."""
