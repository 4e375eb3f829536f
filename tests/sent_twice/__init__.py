"""Every form of the hub, sent twice at once."""
