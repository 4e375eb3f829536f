"""What is done to many files."""

from __future__ import annotations

from nmiss.files import scanner
from nmiss.files.models import StoredFile
from nmiss.files.vault import Damaged

BATCH = 20


def scan_what_waits() -> int:
    """Have the scanner look at the files that wait, oldest first; return how many it looked at.

    A scanner that does not answer about one file leaves it waiting: nothing is clean unless the
    scanner says so.
    """
    if not scanner.is_set():
        return 0
    scanned = 0
    for file in StoredFile.objects.waiting_for_the_scan()[:BATCH]:
        try:
            file.have_scanned()
        except (scanner.Unavailable, Damaged):
            continue
        scanned += 1
    return scanned
