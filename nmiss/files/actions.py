"""What is done to many files."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from pathlib import Path

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from nmiss.files import scanner, sheets
from nmiss.files.listings import LISTINGS
from nmiss.files.models import ListDownload, StoredFile
from nmiss.files.vault import Damaged

BATCH = 20
log = logging.getLogger(__name__)


def build_lists() -> int:
    """Build the long lists that somebody waits for, oldest first; return how many are ready."""
    return sum(_build_next() for _ in range(ListDownload.objects.waiting()[:BATCH].count()))


@transaction.atomic
def _build_next() -> bool:
    waiting = ListDownload.objects.waiting().select_related("asked_by")
    download = waiting.select_for_update(skip_locked=True, of=("self",)).first()
    if download is None:
        return False
    try:
        with transaction.atomic(), tempfile.TemporaryDirectory(prefix="nmiss-") as folder:
            path = Path(folder) / "list.xlsx"
            build(path, download)
            download.hand_over(path)
    except Exception:
        log.exception("The list %s could not be built", download.pk)
        download.give_up()
        return False
    return True


def build(path: Path, download: ListDownload) -> None:
    """Write the list as who asked for it would see it now."""
    listing, query = LISTINGS[download.listing], QueryDict(download.query)
    rows = listing.rows(download.asked_by, query)
    with contextlib.closing(listing.cells(rows)) as cells:  # a cursor ends before what it is in
        sheets.write(
            path,
            listing,
            cells,
            query=query,
            by=str(download.asked_by),
            as_at=timezone.now(),
        )


def scan_what_waits() -> int:
    """Have the scanner look at the files that wait, oldest first; return how many it looked at.

    A file about which it does not answer goes on waiting: nothing is clean unless the scanner says
    so. A scanner that is not there is left alone until the next tick: rounds, mail and imports are
    done by the same worker.
    """
    if not scanner.is_set():
        return 0
    scanned, is_there = 0, False
    for file in StoredFile.objects.waiting_for_the_scan()[:BATCH]:
        if not (is_there := is_there or scanner.is_there()):
            break
        try:
            file.have_scanned()
            scanned += 1
        except scanner.Unavailable:
            is_there = False  # until it says that it is
        except Damaged:
            continue
    return scanned
