"""Forms of the purchasing system: a module for each part of it."""
