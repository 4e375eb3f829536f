"""The worker's check of files, as beat has it done."""

from nmiss.base.files.actions import check_what_is_due


def check_files():
    """Have every file checked that waits for it; return how many were settled."""
    count = 0
    while done := check_what_is_due():
        count += done
    return count
