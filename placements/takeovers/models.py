"""Which arrangement a placement belongs to since a takeover: what it began under stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Count, Q, Sum

from contracts.models import Lot, Onward, Takeover
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import WrittenByTheHub
from placements.models.placement import Placement

# Asked at the end of the transaction that does a takeover.
_EVERY_CALL_OFF_ONCE = """
    IF EXISTS (
        SELECT 1 FROM public.placements_placement AS p
        JOIN public.contracts_lot AS l ON l.id = p.lot_id
        WHERE l.vehicle_id = NEW.vehicle_id AND p.voided_at IS NULL
          AND p.starts_on < NEW.starts_on AND coalesce(p.ended_on, NEW.starts_on) >= NEW.starts_on
          AND NOT EXISTS (
            SELECT 1 FROM public.placements_placementmapping AS row
            WHERE row.takeover_id = NEW.id AND row.placement_id = p.id
          )
          AND NOT EXISTS (
            SELECT 1 FROM public.placements_placementmapping AS row
            WHERE row.takeover_id <> NEW.id AND row.placement_id = p.id AND row.way <> 'left'
          )
    ) THEN
        RAISE EXCEPTION 'A takeover has every placement of the old arrangement.';
    END IF;
    RETURN NULL;
"""
_WITH_ITS_TAKEOVER = """
    IF NOT EXISTS (
        SELECT 1 FROM public.contracts_takeover AS t
        LEFT JOIN public.contracts_lot AS l ON l.id = NEW.lot_id
        WHERE t.id = NEW.takeover_id AND t.status = 'done'
          AND (NEW.lot_id IS NULL OR l.vehicle_id = t.successor_id)
    ) THEN
        RAISE EXCEPTION 'Placements go with a takeover that is done, into the new arrangement.';
    END IF;
    RETURN NEW;
"""
EVERY_CALL_OFF_ONCE = pgtrigger.Trigger(
    name="has_every_call_off",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__status="done"),
    func=_EVERY_CALL_OFF_ONCE,
)
pgtrigger.register(EVERY_CALL_OFF_ONCE)(Takeover)


class PlacementMappingQuerySet(models.QuerySet):
    def of(self, takeover: Takeover) -> Self:
        return self.filter(takeover=takeover)

    def by_way(self) -> dict[str, tuple[int, Decimal]]:
        """How many, and pounds a year."""
        rows = self.order_by().values_list("way").annotate(Count("pk"), Sum("cost_a_year"))
        return {way: (many, pounds) for way, many, pounds in rows}


@tracked()
class PlacementMapping(models.Model):
    """How a placement went on when another arrangement took over; written on that day, for good.

    Its agreement and its prices stand whichever way it went: "call-offs run on, on their own
    terms". ``lot`` is where it counts since. ``cost_a_year`` is what it cost on the first day.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "takeover", "placement", "way", "lot", "cost_a_year"})

    takeover = models.ForeignKey(
        Takeover, on_delete=models.PROTECT, related_name="placement_mappings"
    )
    placement = models.ForeignKey(
        Placement, on_delete=models.PROTECT, related_name="takeover_mappings"
    )
    way = models.CharField(max_length=10, choices=Onward)
    lot = models.ForeignKey(Lot, null=True, on_delete=models.PROTECT, related_name="+")
    cost_a_year = models.DecimalField(max_digits=12, decimal_places=2)

    objects = PlacementMappingQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("way", Onward),
            models.UniqueConstraint(
                fields=["takeover", "placement"], name="placements_placementmapping_once"
            ),
            models.CheckConstraint(
                name="placements_placementmapping_into_a_lot_or_left",
                condition=Q(way=Onward.LEFT, lot=None) | ~Q(way=Onward.LEFT) & Q(lot__isnull=False),
            ),
        ]
        triggers = [
            WrittenByTheHub(),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="with_its_takeover",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_WITH_ITS_TAKEOVER,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement}: {self.get_way_display()}"
