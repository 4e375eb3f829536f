"""Differences: a price of a placement that is another than its list says, with the reason."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from placements.fees.models.price_list import PriceListLine
from placements.models.price_line import PriceLine


class PriceDifference(models.Model):
    """Why a placement began at another price than the list in force. It is never changed."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset({"id", "line", "listed"})

    line = models.OneToOneField(PriceLine, on_delete=models.PROTECT, related_name="difference")
    listed = models.ForeignKey(PriceListLine, on_delete=models.PROTECT, related_name="differences")
    reason = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_pricedifference_has_a_reason", condition=~Q(reason="")
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"difference of {self.line_id}"
