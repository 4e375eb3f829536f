"""Who may do what in the purchasing system: a module for each part of it."""
