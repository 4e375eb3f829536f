"""The pages of a reorganisation."""
