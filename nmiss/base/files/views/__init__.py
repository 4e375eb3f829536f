"""How files leave, and lists with them."""
