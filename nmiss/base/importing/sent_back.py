"""Templates that people filled in offline and sent back: the worker reads each of them once.

An application declares a lifecycle for its own (``kpis.ReturnWorkbook``): the file is kept by the
door, and ``entries`` is what its rows say, as it was typed.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction

from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import Lifecycle
from nmiss.base.files.models import State
from nmiss.base.importing.rows import Fault
from nmiss.base.importing.tables import Rejected

BATCH = 10
MOST_TRIES = 3
WAITING = "waiting"  # the status of one that nobody has read yet
GAVE_UP = "We could not read this file. Download the template again and copy your figures into it."
Reading = Callable[[Path], list[dict[str, Any]]]
log = logging.getLogger(__name__)


class SentBackQuerySet(models.QuerySet):
    """Files that were sent back, each on its way into a draft."""

    def visible_to(self, user: User) -> Self:
        """Whoever uploaded it: others see its figures once they are in the draft."""
        return self.filter(uploaded_by=user)

    def due(self) -> Self:
        """Those whose file was checked and that nobody has read yet, the oldest first."""
        waiting = self.filter(status=WAITING)
        return waiting.exclude(file__state=State.WAITING).order_by("tries", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-uploaded_at", "-pk")

    def with_files_from_before(self, instant: datetime.datetime) -> Self:
        """Those whose files nobody needs any more: what they said is in ``entries``."""
        old = self.filter(uploaded_at__lt=instant, file__forgotten_at=None)
        return old.exclude(status=WAITING)


def read_due(workbooks: SentBackQuerySet, reading: Reading) -> int:
    """Read those whose files were checked; return how many were read."""
    return sum(_read(each, reading) for each in workbooks.due().select_related("file")[:BATCH])


def forget_files(workbooks: SentBackQuerySet, now: datetime.datetime) -> None:
    """Remove files that were read long ago."""
    old = now - datetime.timedelta(days=settings.KEEP_FILES_DAYS)
    for each in workbooks.with_files_from_before(old).select_related("file"):
        each.file.forget()


def _read(workbook: Lifecycle, reading: Reading) -> bool:
    try:
        with transaction.atomic():
            workbook.lock()
            if workbook.status == WAITING:
                _read_held(workbook, reading)
        return True
    except Exception:
        log.exception("%s could not be read", workbook.pk)
        _count_try(workbook)
        return False


def _read_held(workbook: Lifecycle, reading: Reading) -> None:
    if workbook.file.is_refused:
        workbook.refuse(by=None, refusals=[workbook.file.why_refused])
        return
    try:
        with workbook.file.on_disk() as path:
            found = reading(path)
    except Rejected as rejected:
        workbook.refuse(by=None, refusals=[_sentence(fault) for fault in rejected.faults[:BATCH]])
    else:
        workbook.note_entries(by=None, entries=found)


def _sentence(fault: Fault) -> str:
    where = "" if fault.column == "whole file" else f"Line {fault.line}, {fault.column}: "
    return where + (fault.remedy if where else fault.remedy[:1].upper() + fault.remedy[1:])


@transaction.atomic
def _count_try(workbook: Lifecycle) -> None:
    workbook.lock()
    workbook.tries += 1
    workbook.save(update_fields=["tries"])
    if workbook.tries >= MOST_TRIES and workbook.status == WAITING:
        workbook.refuse(by=None, refusals=[GAVE_UP])
