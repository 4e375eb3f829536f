"""Matching: schools for a child, ranked, each with the reasons why it stands where it does."""
