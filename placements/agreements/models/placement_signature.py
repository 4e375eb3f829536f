"""Signatures of a placement agreement: one for each side."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models

from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.agreements import walls
from placements.agreements.models.placement_agreement import PlacementAgreement
from placements.agreements.status import SigningSide


class PlacementSignature(models.Model):
    """A signature: who, in which capacity, when, under which document. Kept for good."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {"id", "agreement", "side", "person", "name", "capacity", "digest", "signed_at"}
    )

    agreement = models.ForeignKey(
        PlacementAgreement, on_delete=models.PROTECT, related_name="signatures"
    )
    side = models.CharField(max_length=10, choices=SigningSide)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            one_of("side", SigningSide),
            models.UniqueConstraint(
                fields=["agreement", "side"], name="placements_placementsignature_once"
            ),
        ]
        triggers = [
            DatedByTheDatabase("signed_at"),
            DoneInPerson(person=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="under_this_document",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[
                    ("offered", "public.placements_placementagreement%ROWTYPE"),
                    ("earlier", "public.placements_placementagreement%ROWTYPE"),
                    ("signer", "text"),
                ],
                func=walls.UNDER_THIS_DOCUMENT,
            ),
            pgtrigger.Trigger(
                name="after_the_check",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=walls.AFTER_THE_CHECK,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_side_display().lower()}"
