"""Rounds: when they open and close, their clocks, and what is told of them."""
