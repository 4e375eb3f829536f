"""The shared kernel. It imports nothing of ours."""
