"""Who a school is, and who runs it."""
