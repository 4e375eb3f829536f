"""A small application that nothing in the house has heard of: see test_newcomers.py."""
