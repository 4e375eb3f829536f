"""Reorganisation: an authority gives way, and each child goes with its home district."""
