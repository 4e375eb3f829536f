"""What lists say of schools and children today, worked out for a page at a time."""

from __future__ import annotations

import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from contracts.models import Membership
from nmiss.accounts.models import User
from nmiss.core.calendar import nc_year
from placements.models import Child, Placement
from providers.models import School, SchoolNeed


def with_today(schools: QuerySet[School], *, on: datetime.date, by: User) -> QuerySet[School]:
    """Schools with ``need_codes``, ``lots_today`` (by number) and ``children_today`` (a count)."""
    placed = (
        Placement.objects.visible_to(by)
        .on(on)
        .filter(school=OuterRef("pk"))
        .order_by()
        .values("school")
        .annotate(children=Count("pk"))
        .values("children")
    )
    needs = SchoolNeed.objects.filter(school=OuterRef("pk")).order_by("need")
    lots = Membership.objects.on(on).filter(school=OuterRef("pk")).order_by("lot__number")
    suspended = lots.suspended_on(on)
    return schools.select_related("authority").annotate(
        need_codes=ArraySubquery(needs.values("need")),
        lots_today=ArraySubquery(lots.values("lot__number")),
        suspended_today=ArraySubquery(suspended.values("lot__number")),
        children_today=Coalesce(Subquery(placed), 0),
    )


def with_place_today(children: QuerySet[Child], *, on: datetime.date, by: User) -> QuerySet[Child]:
    """Children with ``year_today`` and ``places_today``, as far as this person may see."""
    places = Placement.objects.visible_to(by).on(on).select_related("school")
    places = places.only("child", "school__urn", "school__name")
    return children.annotate(year_today=nc_year(F("cohort"), on=on)).prefetch_related(
        Prefetch("placements", places, to_attr="places_today")
    )
