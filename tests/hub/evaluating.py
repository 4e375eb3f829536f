"""For the access table: applications, as evaluators see them."""


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    return {}
