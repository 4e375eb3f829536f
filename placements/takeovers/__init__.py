"""Takeovers of arrangements: the placements that come with them, and the pages of both."""
