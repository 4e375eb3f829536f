"""How tables of indicators, terms and returns meet what we have."""
