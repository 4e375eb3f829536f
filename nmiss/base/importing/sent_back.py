"""Templates that people filled in offline and sent back: the worker reads each of them once.

An application has a model of its own for them (``kpis.ReturnWorkbook``), with the moves by which
somebody takes what they say, or drops it.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import FileState, StoredFile
from nmiss.base.importing.rows import Fault
from nmiss.base.importing.tables import Rejected

BATCH = 10
MOST_TRIES = 3
GAVE_UP = "We could not read this file. Download the template again and copy your figures into it."
Reading = Callable[[Path], list[dict[str, Any]]]
log = logging.getLogger(__name__)


@coloured(waiting="light-blue", read="yellow", refused="red", saved="green", dropped="grey")
class SentBackStatus(models.TextChoices):
    """How far a workbook has come."""

    WAITING = "waiting", "Being checked"
    READ = "read", "Not saved yet"
    REFUSED = "refused", "Refused"
    SAVED = "saved", "Saved"
    DROPPED = "dropped", "Discarded"

    @classmethod
    def with_a_person(cls) -> list[SentBackStatus]:
        """Those in which whoever sent it has something to do."""
        return [cls.READ, cls.REFUSED]


class SentBackQuerySet(models.QuerySet):
    """Files that were sent back, each on its way into a draft."""

    def visible_to(self, user: User) -> Self:
        """Whoever uploaded it: others see its figures once they are in the draft."""
        return self.filter(uploaded_by=user)

    def due(self) -> Self:
        """Those whose file was checked and that nobody has read yet, the oldest first."""
        waiting = self.filter(status=SentBackStatus.WAITING)
        return waiting.exclude(file__state=FileState.WAITING).order_by("tries", "pk")

    def with_a_person(self) -> Self:
        return self.filter(status__in=SentBackStatus.with_a_person())

    def newest_first(self) -> Self:
        return self.order_by("-uploaded_at", "-pk")

    def with_files_from_before(self, instant: datetime.datetime) -> Self:
        """Those whose files nobody needs any more: what they said is in ``entries``."""
        old = self.filter(uploaded_at__lt=instant, file__forgotten_at=None)
        return old.exclude(status=SentBackStatus.WAITING)


class SentBack(Lifecycle):
    """A workbook on its way into what its sender is filling in.

    ``entries`` is what its rows say, as it was typed. Whether that can be taken, and what it would
    change, is worked out whenever somebody asks, so it is never older than the draft is.
    ``refusals`` says why the file as a whole could not be read.
    """

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=20, choices=SentBackStatus, default=SentBackStatus.WAITING, editable=False
    )
    entries = models.JSONField(default=list, editable=False)
    refusals = models.JSONField(default=list, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, editable=False)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SentBackQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            one_of("status", SentBackStatus),
            set_together("taken_at", "taken_by"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_taken_by_somebody",
                condition=Q(status=SentBackStatus.SAVED, taken_at__isnull=False)
                | ~Q(status=SentBackStatus.SAVED) & Q(taken_at=None),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_keeps_nothing_once_settled",
                condition=~Q(status__in=[SentBackStatus.SAVED, SentBackStatus.DROPPED])
                | Q(entries=[]),
            ),
        ]

    @move(sources=[SentBackStatus.WAITING], target=SentBackStatus.READ, withheld={"entries"})
    def note_entries(self, *, by: User | None, entries: list[dict[str, Any]]) -> None:
        """Keep what its rows say."""
        self.entries = entries

    @move(sources=[SentBackStatus.WAITING], target=SentBackStatus.REFUSED, withheld={"refusals"})
    def refuse(self, *, by: User | None, refusals: list[str]) -> None:
        """Say why the file as a whole cannot be taken."""
        self.refusals = refusals


def walls() -> list[pgtrigger.Trigger]:
    """Of each such model: anew for each, because a wall learns its table."""
    return [
        ByItsMoves(),
        DatedByTheDatabase("taken_at"),
        DoneInPerson(taken_by=("taken_at",)),
        WrittenBySomebody(
            *(Role.OFFICER, Role.MANAGER, Role.PROVIDER),
            of=(
                *("file", "status", "entries", "refusals"),
                *("uploaded_by", "uploaded_at", "taken_by", "taken_at"),
            ),
            unless=BY_THE_HUB,  # which reads what its rows say
            uploaded_by=("file", "uploaded_at"),
        ),
    ]


def read_due(workbooks: SentBackQuerySet, reading: Reading) -> int:
    """Read those whose files were checked; return how many were read."""
    return sum(_read(each, reading) for each in workbooks.due().select_related("file")[:BATCH])


def forget_files(workbooks: SentBackQuerySet, now: datetime.datetime) -> None:
    """Remove files that were read long ago."""
    old = now - datetime.timedelta(days=settings.KEEP_FILES_DAYS)
    for each in workbooks.with_files_from_before(old).select_related("file"):
        each.file.forget()


def _read(workbook: SentBack, reading: Reading) -> bool:
    try:
        with acting_as_hub():
            workbook.lock()
            if workbook.status == SentBackStatus.WAITING:
                _read_held(workbook, reading)
        return True
    except Exception:
        log.exception("%s could not be read", workbook.pk)
        _count_try(workbook)
        return False


def _read_held(workbook: SentBack, reading: Reading) -> None:
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


def _count_try(workbook: SentBack) -> None:
    with acting_as_hub():
        _count_one(workbook)


def _count_one(workbook: SentBack) -> None:
    workbook.lock()
    workbook.tries += 1
    workbook.save(update_fields=["tries"])
    if workbook.tries >= MOST_TRIES and workbook.status == SentBackStatus.WAITING:
        workbook.refuse(by=None, refusals=[GAVE_UP])
