"""Who may do what in the purchasing system, by the part of it that is concerned."""
