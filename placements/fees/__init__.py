"""Fees: the price lists of schools, and how schools ask for more and are answered."""
