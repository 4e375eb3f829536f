"""Tables that are taken in: declared once, read with suspicion, checked, written, undone."""
