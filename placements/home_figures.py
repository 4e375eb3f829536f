"""The figures that placements bring to the landing pages: children, spend, views, own schools."""

from __future__ import annotations

import datetime

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.landing import BoardPart, HomeFigure, figures, parts
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.templatetags.components import percent, pounds, whole
from placements.models import Look, Placement
from placements.reports import DpsStatus, Window, dps_status
from providers.models import Provider, School

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
A_WEEK = datetime.timedelta(days=7)
KEPT_FOR = 5 * 60


@figures(*COMMISSIONING, Role.PLACEMENTS, weight=20)
def places_today(user: User, today: datetime.date) -> list[HomeFigure]:
    year = financial_year_of(today)
    status = _status(user, Window(today, today, year))
    link = f"{reverse('placements:dps_status')}?from={today}&to={today}&financial_year={year}"
    return [
        HomeFigure("children placed", whole(status.total.placements), link),
        HomeFigure("at DPS schools", percent(status.dps.placements_percent), link),
        HomeFigure("schools where we have placed children", whole(status.total.schools), link),
    ]


@figures(Role.FINANCE, weight=20)
def spend_of_the_year(user: User, today: datetime.date) -> list[HomeFigure]:
    year = financial_year_of(today)
    first, last = financial_year(year)
    status = _status(user, Window(first, last, year))
    link = f"{reverse('placements:dps_status')}?from={first}&to={last}&financial_year={year}"
    average = pounds(status.total.average_cost or 0)
    return [
        HomeFigure(
            f"gross forecast spend, all of {year}-{(year + 1) % 100:02}",
            pounds(status.total.spend),
            link,
        ),
        HomeFigure("spend at DPS schools", pounds(status.dps.spend), link),
        HomeFigure("average for each child, part-years included", average, link),
    ]


def _status(user: User, window: Window) -> DpsStatus:
    """The table for a window, at most five minutes old: it reads every child of the county.

    Everybody who meets it here sees every case, so one answer serves them all.
    """
    return cache.get_or_set(f"home-{window.query}", lambda: dps_status(window, by=user), KEPT_FOR)


@figures(Role.AUDITOR, weight=20)
def views_of_children(user: User, today: datetime.date) -> list[HomeFigure]:
    looks = Look.objects.filter(looked_at__gte=timezone.now() - A_WEEK)
    with_identity = looks.filter(with_identity=True)
    return [
        HomeFigure("views of children’s records in 7 days", whole(looks.count())),
        HomeFigure("including identity", whole(with_identity.count())),
    ]


@figures(Role.PROVIDER, weight=20)
def children_with_a_provider(user: User, today: datetime.date) -> list[HomeFigure]:
    schools = School.objects.visible_to(user).filter(provider__in=Provider.objects.visible_to(user))
    placed = Placement.objects.visible_to(user).on(today)
    ours = reverse("placements:school_list") + "?status=any"
    return [
        HomeFigure("schools", whole(schools.count()), ours),
        HomeFigure(
            "children placed with you", whole(placed.count()), reverse("placements:child_list")
        ),
    ]


@parts(Role.PROVIDER, weight=20)
def own_schools(user: User, today: datetime.date) -> list[BoardPart]:
    providers = Provider.objects.visible_to(user).prefetch_related("schools").by_name()
    return [BoardPart("placements/_own_schools.html", {"providers": list(providers)})]
