"""Files: the one door by which they come in, where they lie, and lists to take away."""
