"""Placement agreements: what both sides sign before a child's place begins, and when it changes."""
