"""Sections of a fee request: each saved as a whole, with a number that tells two editors apart."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.fees.models import walls
from placements.fees.models.fee_request import FeeRequest


class FeePart(models.TextChoices):
    """The parts of a request."""

    PRICES = "prices", "Prices"
    COSTS = "costs", "Cost breakdown"
    BACKGROUND = "background", "Accounts, occupancy and evidence"


@tracked()
class FeeSection(models.Model):
    """What was answered in one part. The prices themselves stand in the lines."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {"id", "request", "key", "answers", "revision", "saved_by", "saved_at"}
    )

    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=20, choices=FeePart)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    revision = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    saved_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            one_of("key", FeePart),
            models.UniqueConstraint(fields=["request", "key"], name="placements_feesection_once"),
        ]
        triggers = [
            DatedByTheDatabase("saved_at"),
            DoneInPerson(saved_by=("answers", "revision")),
            walls.WHILE_A_DRAFT,
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()} of {self.request_id}"
