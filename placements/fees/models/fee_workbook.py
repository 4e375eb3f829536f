"""Fee requests that were filled in offline, until their figures are in the draft."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

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
from placements.fees import permissions
from placements.fees.models.fee_request import FeeRequest


@coloured(waiting="light-blue", read="yellow", refused="red", saved="green", dropped="grey")
class FeeWorkbookStatus(models.TextChoices):
    """How far a workbook has come."""

    WAITING = "waiting", "Being checked"
    READ = "read", "Not saved yet"
    REFUSED = "refused", "Refused"
    SAVED = "saved", "Saved in the request"
    DROPPED = "dropped", "Discarded"

    @classmethod
    def with_a_person(cls) -> list[FeeWorkbookStatus]:
        """Those in which whoever sent it has something to do."""
        return [cls.READ, cls.REFUSED]


@tracked(exclude=["entries", "refusals"])
class FeeWorkbook(Lifecycle):
    """A workbook on its way into the draft of a fee request.

    ``entries`` is what its rows say, as it was typed. Whether that can be taken, and what it would
    change, is worked out whenever somebody asks, so it is never older than the draft is.
    """

    PERSONAL = frozenset({"file", "entries"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "request", "status", "refusals", "tries"),
            *("uploaded_at", "uploaded_by", "taken_at", "taken_by"),
        }
    )

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="workbooks")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=20, choices=FeeWorkbookStatus, default=FeeWorkbookStatus.WAITING, editable=False
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
        constraints = [
            one_of("status", FeeWorkbookStatus),
            set_together("taken_at", "taken_by"),
            models.CheckConstraint(
                name="placements_feeworkbook_taken_by_somebody",
                condition=Q(status=FeeWorkbookStatus.SAVED, taken_at__isnull=False)
                | ~Q(status=FeeWorkbookStatus.SAVED) & Q(taken_at=None),
            ),
            models.CheckConstraint(
                name="placements_feeworkbook_keeps_nothing_once_settled",
                condition=~Q(status__in=[FeeWorkbookStatus.SAVED, FeeWorkbookStatus.DROPPED])
                | Q(entries=[]),
            ),
        ]
        triggers = [
            ByItsMoves(),
            DatedByTheDatabase("taken_at"),
            DoneInPerson(taken_by=("taken_at",)),
        ]

    def __str__(self) -> str:
        return f"workbook of fee request {self.request_id}"

    # Verbs

    @classmethod
    def begin(cls, request: FeeRequest, file: StoredFile, *, by: User) -> Self:
        """Hand a file to the worker, to be checked and read."""
        found = cls.objects.create(request=request, file=file, uploaded_by=by)
        AuditEvent.record("upload_fee_workbook", request, by=by, sha256=file.sha256)
        return found

    # Moves

    @move(sources=[FeeWorkbookStatus.WAITING], target=FeeWorkbookStatus.READ, withheld={"entries"})
    def note_entries(self, *, by: User | None, entries: list[dict[str, Any]]) -> None:
        """Keep what its rows say."""
        self.entries = entries

    @move(
        sources=[FeeWorkbookStatus.WAITING], target=FeeWorkbookStatus.REFUSED, withheld={"refusals"}
    )
    def refuse(self, *, by: User | None, refusals: list[str]) -> None:
        """Say why the file as a whole cannot be taken."""
        self.refusals = refusals

    @move(
        sources=[FeeWorkbookStatus.READ],
        target=FeeWorkbookStatus.SAVED,
        is_in_person=True,
        why_not=permissions.why_not_work_on_fee_workbook,
    )
    def take(self, *, by: User, changes: int) -> None:
        """Its figures are in the draft (``placements.fees.offline.taking``)."""
        self.taken_by, self.taken_at, self.entries = by, database_now(), []

    @move(
        sources=FeeWorkbookStatus.with_a_person(),
        target=FeeWorkbookStatus.DROPPED,
        why_not=permissions.why_not_work_on_fee_workbook,
    )
    def drop(self, *, by: User) -> None:
        """Take nothing of it."""
        self.entries = []
