"""Evaluation schemes: drafting them, and what another threshold would have done."""
