"""What the door says to a file that it does not let in."""


class Refused(Exception):
    """The file may not come in. The words say what to do."""
