"""Tests of the budget of the High Needs Block."""
