"""NMISS Hub: what all applications share, and what joins them."""
