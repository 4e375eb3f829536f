"""Workbooks that schools filled in offline, until their figures are in the returns."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kpis import permissions
from nmiss.base.accounts.models import User
from nmiss.base.core.clock import database_now
from nmiss.base.core.constraints import one_of, set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import StoredFile
from nmiss.base.importing.sent_back import SentBackQuerySet


@coloured(waiting="light-blue", read="yellow", refused="red", saved="green", dropped="grey")
class WorkbookStatus(models.TextChoices):
    """How far a workbook has come."""

    WAITING = "waiting", "Being checked"
    READ = "read", "Not saved yet"
    REFUSED = "refused", "Refused"
    SAVED = "saved", "Saved in the returns"
    DROPPED = "dropped", "Discarded"

    @classmethod
    def with_a_person(cls) -> list[WorkbookStatus]:
        """Those in which whoever sent it has something to do."""
        return [cls.READ, cls.REFUSED]


class ReturnWorkbookQuerySet(SentBackQuerySet):
    def with_a_person(self) -> Self:
        return self.filter(status__in=WorkbookStatus.with_a_person())


@tracked(exclude=["entries", "refusals"])
class ReturnWorkbook(Lifecycle):
    """A workbook on its way into returns that are being filled in.

    ``entries`` is what its rows say, as it was typed. Whether that can be taken, and what it would
    change, is worked out whenever somebody asks, so it is never older than the returns are.
    ``refusals`` says why the file as a whole could not be read.
    """

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=20, choices=WorkbookStatus, default=WorkbookStatus.WAITING, editable=False
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

    objects = ReturnWorkbookQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", WorkbookStatus),
            set_together("taken_at", "taken_by"),
            models.CheckConstraint(
                name="kpis_returnworkbook_taken_by_somebody",
                condition=Q(status=WorkbookStatus.SAVED, taken_at__isnull=False)
                | ~Q(status=WorkbookStatus.SAVED) & Q(taken_at=None),
            ),
            models.CheckConstraint(
                name="kpis_returnworkbook_keeps_nothing_once_settled",
                condition=~Q(status__in=[WorkbookStatus.SAVED, WorkbookStatus.DROPPED])
                | Q(entries=[]),
            ),
        ]
        triggers = [
            ByItsMoves(),
            DatedByTheDatabase("taken_at"),
            DoneInPerson(taken_by=("taken_at",)),
        ]

    def __str__(self) -> str:
        return f"workbook {self.file}"

    # Verbs

    @classmethod
    def begin(cls, file: StoredFile, *, by: User) -> Self:
        """Hand a file to the worker, to be checked and read."""
        found = cls.objects.create(file=file, uploaded_by=by)
        AuditEvent.record("upload_workbook", found, by=by, sha256=file.sha256)
        return found

    # Moves

    @move(sources=[WorkbookStatus.WAITING], target=WorkbookStatus.READ, withheld={"entries"})
    def note_entries(self, *, by: User | None, entries: list[dict[str, Any]]) -> None:
        """Keep what its rows say."""
        self.entries = entries

    @move(sources=[WorkbookStatus.WAITING], target=WorkbookStatus.REFUSED, withheld={"refusals"})
    def refuse(self, *, by: User | None, refusals: list[str]) -> None:
        """Say why the file as a whole cannot be taken."""
        self.refusals = refusals

    @move(
        sources=[WorkbookStatus.READ],
        target=WorkbookStatus.READ,
        withheld={"entries"},
        why_not=permissions.why_not_work_on_workbook,
    )
    def correct(self, *, by: User, entries: list[dict[str, Any]]) -> None:
        """Have other entries in the place of those that could not be taken."""
        self.entries = entries

    @move(
        sources=[WorkbookStatus.READ],
        target=WorkbookStatus.SAVED,
        is_in_person=True,
        why_not=permissions.why_not_work_on_workbook,
    )
    def take(self, *, by: User, figures: int) -> None:
        """Its figures are in the returns (``kpis.offline.taking``)."""
        self.taken_by, self.taken_at, self.entries = by, database_now(), []

    @move(
        sources=WorkbookStatus.with_a_person(),
        target=WorkbookStatus.DROPPED,
        why_not=permissions.why_not_work_on_workbook,
    )
    def drop(self, *, by: User) -> None:
        """Take nothing of it."""
        self.entries = []
