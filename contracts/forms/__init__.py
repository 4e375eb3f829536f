"""Forms of the purchasing system: their words and their errors, a module for each part."""
