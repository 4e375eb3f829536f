"""What lists say of schools and children today, worked out for a page at a time."""

from __future__ import annotations

import datetime

from django.db.models import Count, F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from contracts.models import Membership
from nmiss.accounts.models import User
from nmiss.core.calendar import nc_year
from placements.models import Child, Placement
from providers.models import School


def with_today(schools: QuerySet[School], *, on: datetime.date, by: User) -> QuerySet[School]:
    """Schools with ``lots_today`` (their memberships) and ``children_today`` (a count)."""
    placed = (
        Placement.objects.visible_to(by)
        .on(on)
        .filter(school=OuterRef("pk"))
        .order_by()
        .values("school")
        .annotate(children=Count("pk"))
        .values("children")
    )
    memberships = Membership.objects.on(on).with_suspended(on).select_related("lot")
    memberships = memberships.order_by("lot__number")
    return (
        schools.select_related("authority")
        .prefetch_related("needs", Prefetch("memberships", memberships, to_attr="lots_today"))
        .annotate(children_today=Coalesce(Subquery(placed), 0))
    )


def with_place_today(children: QuerySet[Child], *, on: datetime.date, by: User) -> QuerySet[Child]:
    """Children with ``year_today`` and ``places_today``, as far as this person may see."""
    places = Placement.objects.visible_to(by).on(on).select_related("school")
    return children.annotate(year_today=nc_year(F("cohort"), on=on)).prefetch_related(
        Prefetch("placements", places, to_attr="places_today")
    )
