"""What is done to many files."""

from __future__ import annotations

import contextlib
import logging
import tempfile
import time
from pathlib import Path

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from nmiss.base.core import locks
from nmiss.base.core.lists import LISTS
from nmiss.base.files import looking, scanner, sheets
from nmiss.base.files.models import ListDownload, StoredFile
from nmiss.base.files.vault import Damaged

BATCH = 20
LOCK = 8_860_010
LONGEST_TICK = 20  # seconds; what then remains is for the next one
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
    asked = LISTS[download.listing].file(download.asked_by, QueryDict(download.query))
    with contextlib.closing(asked.cells()) as cells:  # a cursor ends before what it is in
        sheets.write(path, asked, cells, as_at=timezone.now())


def check_what_is_due() -> int:
    """Have the files checked that wait for it, oldest first; return how many are settled.

    One at a time in the whole hub, so that it is one process that works, however many files come
    in. A file about which the scanner does not answer goes on waiting. A scanner that is not there
    is left alone until the next tick: rounds, mail and imports are done by the same worker.
    """
    with locks.only_one(LOCK) as is_ours:
        return _check_in_turn() if is_ours else 0


def _check_in_turn() -> int:
    settled, begun, waiting = 0, time.monotonic(), StoredFile.objects.waiting()
    may_scan = not scanner.is_set() or (waiting.exists() and scanner.is_there())
    for file in (waiting if may_scan else waiting.filter(looked_at=None))[:BATCH]:
        if time.monotonic() > begun + LONGEST_TICK:
            break
        try:
            file.check_content(may_scan=may_scan)
            settled += not file.is_being_checked
        except scanner.Unavailable:
            may_scan = scanner.is_there()
        except Damaged:
            continue
        except (looking.Died, OSError):
            log.exception("The file %s could not be checked", file.pk)
    return settled
