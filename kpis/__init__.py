"""Indicators and returns: nothing is kept here yet."""
