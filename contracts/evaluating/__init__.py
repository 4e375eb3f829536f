"""Evaluating: opening, checks, scores, and what they come to."""
