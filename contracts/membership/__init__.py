"""Membership: outcome letters, agreements and their signing, members and their assurance."""
