"""The prices of a version of a placement agreement."""

from __future__ import annotations

import pgtrigger
from django.db import models

from placements.agreements import walls
from placements.agreements.models.placement_agreement import PlacementAgreement
from placements.models.price_line import PriceParts


class AgreedPrice(PriceParts):
    """A line of the price in a version, of the kinds of a ``PriceLine``. It never changes."""

    PERSONAL = frozenset({"kind"})  # a therapy says something of a child's needs
    NOT_PERSONAL = frozenset(
        {"id", "agreement", "unit", "quantity", "amount", "funder", "weeks", "cost_a_year"}
    )
    WHOSE = "agreement"

    agreement = models.ForeignKey(
        PlacementAgreement, on_delete=models.PROTECT, related_name="prices"
    )

    class Meta:
        constraints = [
            *PriceParts.Meta.constraints,
            models.UniqueConstraint(
                fields=["agreement", "kind", "funder"], name="placements_agreedprice_once"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="before_a_signature",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=walls.BEFORE_A_SIGNATURE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of agreement {self.agreement_id}"
