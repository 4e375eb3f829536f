"""For the access table: agreements and memberships."""


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    return {}
