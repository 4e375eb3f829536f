"""Forms of the purchasing system: their words and their errors."""
