"""Lists of the purchasing system to take away, as their pages list them."""
