"""Fee requests that were filled in offline, until their figures are in the draft."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from nmiss.base.accounts.models import User
from nmiss.base.core.clock import database_now
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import move
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile
from nmiss.base.importing.sent_back import SentBack, SentBackStatus, walls
from placements.fees import permissions
from placements.fees.models.fee_request import FeeRequest


@tracked(exclude=["entries", "refusals"])
class FeeWorkbook(SentBack):
    """A workbook on its way into the draft of a fee request."""

    PERSONAL = frozenset({"file", "entries"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "request", "status", "refusals", "tries"),
            *("uploaded_at", "uploaded_by", "taken_at", "taken_by"),
        }
    )

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="workbooks")

    class Meta(SentBack.Meta):
        triggers = walls()

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

    @move(
        sources=[SentBackStatus.READ],
        target=SentBackStatus.READ,
        withheld={"entries"},
        why_not=permissions.why_not_work_on_fee_workbook,
    )
    def correct(self, *, by: User, entries: list[dict[str, Any]]) -> None:
        """Have other entries in the place of those that could not be taken."""
        self.entries = entries

    @move(
        sources=[SentBackStatus.READ],
        target=SentBackStatus.SAVED,
        is_in_person=True,
        why_not=permissions.why_not_work_on_fee_workbook,
    )
    def take(self, *, by: User, changes: int) -> None:
        """Its figures are in the draft (``placements.fees.offline.taking``)."""
        self.taken_by, self.taken_at, self.entries = by, database_now(), []

    @move(
        sources=SentBackStatus.with_a_person(),
        target=SentBackStatus.DROPPED,
        why_not=permissions.why_not_work_on_fee_workbook,
    )
    def drop(self, *, by: User) -> None:
        """Take nothing of it."""
        self.entries = []
