"""What lists say of schools and children today, worked out for a page at a time."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Count,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat, Greatest, JSONObject, Least

from contracts.models import Membership, Suspension
from nmiss.base.accounts.models import User
from nmiss.base.core.days import YEARS, nc_year
from placements.models import Charge, Child, Placement
from providers.models import Inspection, School, SchoolNeed, Standing


def with_today(schools: QuerySet[School], *, on: datetime.date, by: User) -> QuerySet[School]:
    """Schools with ``need_codes``, ``lots_today``, ``suspended_today``, ``children_today``,
    ``standing_word``, and of the last inspection ``inspection_word`` and ``inspected_last_on``.

    Lots are numbers; a suspension is a lot's number and the day from which it holds.
    """
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
    members = Membership.objects.of_the_dps().on(on)
    lots = members.filter(school=OuterRef("pk"))
    lots = lots.order_by("lot__number")
    suspended = (
        Suspension.objects.on(on)
        .filter(membership__in=members, membership__school=OuterRef("pk"))
        .order_by("membership__lot__number")
        .values(both=JSONObject(lot="membership__lot__number", since="starts_on"))
    )
    inspected = Inspection.objects.of_row(OuterRef("pk"))
    return schools.select_related("authority").annotate(
        need_codes=ArraySubquery(needs.values("need")),
        lots_today=ArraySubquery(lots.values("lot__number")),
        suspended_today=ArraySubquery(suspended),
        children_today=Coalesce(Subquery(placed), 0),
        standing_word=Subquery(Standing.objects.word_of(OuterRef("pk"))),
        inspection_word=Subquery(inspected.values("outcome")),
        inspected_last_on=Subquery(inspected.values("inspected_on")),
    )


def suspended_since(school: School) -> dict[int, datetime.date]:
    """The lots in which a school is suspended today, each with the first day of that."""
    return {
        each["lot"]: datetime.date.fromisoformat(each["since"]) for each in school.suspended_today
    }


def with_place_today(children: QuerySet[Child], *, on: datetime.date, by: User) -> QuerySet[Child]:
    """Children with ``year_today`` and ``places_today``, as far as this person may see."""
    places = Placement.objects.visible_to(by).on(on).select_related("school")
    places = places.only("child", *(f"school__{field}" for field in School.LABEL))
    return children.annotate(year_today=nc_year(F("cohort"), on=on)).prefetch_related(
        Prefetch("placements", places, to_attr="places_today")
    )


def joined_to_place_today(children: QuerySet[Child], *, on: datetime.date) -> QuerySet[Child]:
    """Children with ``year_today``, ``year_in_words`` and their ``place``, for a file by SQL alone.

    A child has one place a day: the database refuses overlaps, and a voided place has no day.
    """
    last = Q(placements__ended_on=None) | Q(placements__ended_on__gte=on)
    there = Q(placements__starts_on__lte=on) & last
    children = children.annotate(
        year_today=nc_year(F("cohort"), on=on),
        place=FilteredRelation("placements", condition=there),
    )
    return children.annotate(year_in_words=year_in_sql("year_today"))


def year_in_sql(year: str) -> Case:
    """As ``year_in_words`` says it."""
    last, first_age, last_age = YEARS[-1], F(year) + 4, F(year) + 5
    after = ("After year ", last, " (aged ", first_age, " to ", last_age, ")")
    return Case(
        When(**{f"{year}__lt": 0}, then=Value("Before reception")),
        When(**{year: 0}, then=Value("Reception")),
        When(**{f"{year}__gt": last}, then=Concat(*map(_text, after))),
        default=Concat(_text("Year "), _text(F(year))),
        output_field=TextField(),
    )


def _text(part: str | int | Combinable) -> Combinable:
    return (
        Cast(part, TextField()) if isinstance(part, Combinable) else Value(str(part), TextField())
    )


def with_cost(placements: QuerySet[Placement], *, on: datetime.date) -> QuerySet[Placement]:
    """Placements with ``cost_a_year``: all prices that count on the day, for a whole year.

    Of one that is over it is that of its last day, of one that is to come that of its first.
    """
    day = Greatest(Least(Value(on), F("ended_on")), F("starts_on"))
    then = OuterRef("priced_on")
    charges = Charge.objects.filter(placement=OuterRef("pk"), first_on__lte=then)
    charges = charges.filter(Q(last_on=None) | Q(last_on__gte=then)).order_by()
    together = charges.values("placement").annotate(cost=Sum("cost_a_year")).values("cost")
    return placements.annotate(
        priced_on=day, cost_a_year=Coalesce(Subquery(together), Value(Decimal(0)))
    )
