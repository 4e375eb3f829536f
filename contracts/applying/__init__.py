"""Applying: the questions, the draft, what is sent, the seal on it, and what is asked."""
