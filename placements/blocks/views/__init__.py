"""The pages of block purchases."""
