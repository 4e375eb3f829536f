"""Filters of pages about returns."""
