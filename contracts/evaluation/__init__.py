"""Evaluation: opening, checks, assignments, scores, moderation, decisions, outcomes."""
