"""How far a child has come in an area of its plan, as a school says in a return."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.db import models

from kpis.models import written
from kpis.models.return_version import ReturnVersion, frozen_once_sealed
from kpis.outcomes import Area, OutcomeProgress
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from placements.models import Placement

_AT_THE_SCHOOL = """
    IF NOT EXISTS (
        SELECT FROM public.kpis_returnversion AS version
        JOIN public.kpis_kpireturn AS asked ON asked.id = version.kpi_return_id
        JOIN public.placements_placement AS place ON place.id = NEW.placement_id
        WHERE version.id = NEW.version_id AND (place.school_id = asked.school_id OR EXISTS (
            SELECT FROM public.placements_earlierschool AS earlier
            WHERE earlier.placement_id = place.id AND earlier.school_id = asked.school_id))
    ) THEN
        RAISE EXCEPTION 'A school tells of the children who are placed there.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
"""


class ChildOutcomeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(version__in=ReturnVersion.objects.visible_to(user))

    def in_order(self) -> Self:
        return self.order_by("placement__reference", "pk")


@tracked()
class ChildOutcome(models.Model):
    """A version of a return says of a placement: in this area the child has come so far.

    An area without a row is one in which the plan has no outcome.
    """

    PERSONAL = frozenset({"area", "status"})
    NOT_PERSONAL = frozenset({"id", "version", "placement"})

    version = models.ForeignKey(
        ReturnVersion, on_delete=models.CASCADE, related_name="child_outcomes"
    )
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=20, choices=Area)
    status = models.CharField(max_length=20, choices=OutcomeProgress)

    objects = ChildOutcomeQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("area", Area),
            one_of("status", OutcomeProgress),
            models.UniqueConstraint(
                fields=["version", "placement", "area"], name="kpis_childoutcome_once"
            ),
        ]
        triggers = [
            written.in_the_version(),
            *frozen_once_sealed(),
            pgtrigger.Trigger(
                name="of_a_child_at_the_school",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_AT_THE_SCHOOL,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_area_display()} of {self.placement} in {self.version}"
