"""Appraisals of the ways on from a term: what was assumed, what was worked out, and the finding."""

from __future__ import annotations

import datetime
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from contracts.arrangements import permissions
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


class AppraisalQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Whoever of the council may see the vehicle: what it costs is not advertised."""
        seen = Vehicle.objects.visible_to(user)
        return self.none() if user.is_provider else self.filter(vehicle__in=seen)

    def with_findings(self) -> Self:
        return self.select_related("vehicle", "prepared_by", "finding__found_by")

    def newest_first(self) -> Self:
        return self.order_by("-prepared_at", "-pk")


class Appraisal(models.Model):
    """The ways on from the end of a term, laid side by side. The database lets none change or go.

    ``assumptions`` are a person's. ``figures`` were worked out by what knows placements, from the
    live fees of ``as_at``, each with its source; they are pounds in words, and no child.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="appraisals")
    title = models.CharField(max_length=200)
    as_at = models.DateField()
    assumptions = models.JSONField()
    figures = models.JSONField()
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    prepared_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="contracts_appraisal_has_its_title", condition=~Q(title=""))
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("prepared_at"),
            DoneInPerson(prepared_by=()),
        ]

    def __str__(self) -> str:
        return f"appraisal “{self.title}”"

    # Verbs

    @classmethod
    @in_person
    def prepare(
        cls,
        vehicle: Vehicle,
        *,
        by: User,
        title: str,
        as_at: datetime.date,
        assumptions: list[dict[str, Any]],
        figures: dict[str, Any],
    ) -> Self:
        """Keep what was assumed, and what came of it."""
        stop_if(permissions.why_not_appraise(by, vehicle))
        facts = {"assumptions": assumptions, "figures": figures, "as_at": as_at}
        appraisal = cls.objects.create(vehicle=vehicle, title=title, prepared_by=by, **facts)
        AuditEvent.record("prepare", appraisal, by=by, title=title)
        return appraisal

    @in_person
    @transaction.atomic
    def find(self, *, by: User, way: str, reason: str) -> AppraisalFinding:
        """Record which way a person recommends, and why: no figure decides."""
        # Appraisals never change, so the hub's role may lock none of them: two wait at the vehicle.
        Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=self.vehicle_id)
        self.refresh_from_db()
        stop_if(permissions.why_not_find(by, self))
        finding = AppraisalFinding.objects.create(
            appraisal=self, way=way, reason=reason, found_by=by
        )
        AuditEvent.record("find", self, by=by, way=self.title_of(way), reason=reason)
        return finding

    # Questions

    @property
    def ways(self) -> list[dict[str, Any]]:
        return self.figures["ways"]

    @property
    def years(self) -> list[tuple[datetime.date, datetime.date]]:
        """First and last day of each year that is appraised: the same for all ways."""
        read = datetime.date.fromisoformat
        return [(read(year["first"]), read(year["last"])) for year in self.ways[0]["years"]]

    @property
    def its_finding(self) -> AppraisalFinding | None:
        """None until a person has recorded it."""
        return getattr(self, "finding", None)

    @property
    def anchor(self) -> str:
        """Of its table on a page where two may stand."""
        return f"appraisal-{self.pk}"

    def title_of(self, way: str) -> str:
        return next((each["title"] for each in self.ways if each["key"] == way), way)


class AppraisalFinding(models.Model):
    """Which way a person recommends, and why. Another view is another appraisal."""

    appraisal = models.OneToOneField(Appraisal, on_delete=models.PROTECT, related_name="finding")
    way = models.CharField(max_length=20)
    reason = models.TextField()
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    found_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_appraisalfinding_has_its_way_and_reason",
                condition=~Q(way="") & ~Q(reason=""),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("found_at"),
            DoneInPerson(found_by=()),
        ]

    def __str__(self) -> str:
        return f"finding on the {self.appraisal}"

    # Questions

    @property
    def title(self) -> str:
        return self.appraisal.title_of(self.way)
