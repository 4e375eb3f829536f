"""The pages of takeovers."""
