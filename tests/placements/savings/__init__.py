"""Tests of what decisions on fees saved."""
