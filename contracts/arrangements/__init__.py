"""Arrangements: vehicles and lots, schemes, rounds and their calendar, notices, legal limits."""
