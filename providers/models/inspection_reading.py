"""Who has read of an inspection: from then on they have no task about it."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from providers import permissions
from providers.models.inspection import Inspection


class InspectionReading(models.Model):
    """Somebody of the council read of an inspection. It is never taken back."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="readings")
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "read_by"], name="providers_inspectionreading_once"
            )
        ]
        triggers = [
            DatedByTheDatabase("read_at"),
            DoneInPerson(read_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.inspection}, read by {self.read_by}"

    @classmethod
    @in_person
    def note(cls, inspection: Inspection, *, by: User) -> Self:
        """Note that this person has read of it; once is enough."""
        stop_if(permissions.why_not_read_inspection(by))
        Inspection.objects.select_for_update(of=("self",), no_key=True).get(pk=inspection.pk)
        found = cls.objects.filter(inspection=inspection, read_by=by).first()
        if found is None:
            found = cls.objects.create(inspection=inspection, read_by=by)
            AuditEvent.record("read_inspection", inspection, by=by)
        return found
