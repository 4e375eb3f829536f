"""Who opened a consultation, and when."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.models.consultation import Consultation
from placements.models.consultation_pack import PackDocument


class ConsultationOpening(models.Model):
    """That somebody opened a consultation, or a document of its pack. It is kept for good."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "consultation", "document", "opened_by", "link", "opened_at"})

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="openings"
    )
    document = models.ForeignKey(
        PackDocument, null=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.ForeignKey(
        "ConsultationLink", null=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_consultationopening_by_somebody",
                condition=Q(opened_by__isnull=False, link=None)
                | Q(opened_by=None, link__isnull=False),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("opened_at"),
        ]

    def __str__(self) -> str:
        return f"{self.opened_by_id} opened {self.consultation_id} at {self.opened_at}"

    @property
    def who(self) -> str:
        """The name of who opened it, or the address that the link went to."""
        return (self.opened_by or self.link).name
