"""What needs somebody today: each a verb, a place to go and, where there is one, a day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.models import Invitation, User
from nmiss.base.core.models import OutboxMessage
from placements.models import EndReason, Placement
from providers.models import EstablishmentStatus, School

SOON = datetime.timedelta(days=30)
LATELY = datetime.timedelta(days=60)
STUCK = datetime.timedelta(minutes=15)
# Endings after which the council need not look for another place.
SETTLED = (EndReason.PLANNED_TRANSFER, EndReason.MOVED_AWAY)
MOST = 15


@dataclass(frozen=True)
class Need:
    """One thing to do. ``on`` is the day it was or is due, where it has one."""

    words: str
    link: str
    on: datetime.date | None = None

    def is_overdue(self, today: datetime.date) -> bool:
        return self.on is not None and self.on < today


def in_order(needs: list[Need]) -> list[Need]:
    """What is longest overdue first; what has no day last."""
    return sorted(needs, key=lambda need: (need.on is None, need.on or datetime.date.max))


def schools_with_children_that_close(user: User, today: datetime.date) -> list[Need]:
    """Schools that the register calls closed, or closing, where children are placed today."""
    placed = Placement.objects.on(today).filter(school=OuterRef("pk")).order_by()
    number = placed.values("school").annotate(number=Count("pk")).values("number")
    schools = (
        School.objects.visible_to(user)
        .closed_or_closing()
        .filter(Exists(placed))
        .annotate(children=Subquery(number))
        .by_name()[:MOST]
    )
    return [
        Need(
            f"Find out about {_children(school.children)} at {school}, which "
            + ("has closed" if school.status == EstablishmentStatus.CLOSED else "is to close"),
            reverse("placements:school_detail", args=[school.urn]),
            school.closed_on,
        )
        for school in schools
    ]


def call_offs_outside_the_dps(user: User, today: datetime.date) -> list[Need]:
    """Schools where children are placed by call-off though the school was in no lot then."""
    outside = Placement.objects.visible_to(user).on(today).call_offs_outside_the_dps()
    # Two queries: in one, PostgreSQL expects many of them and reads every school.
    children = dict(outside.order_by().values_list("school").annotate(Count("pk")))
    schools = School.objects.visible_to(user).filter(pk__in=children).by_name()[:MOST]
    return [
        Need(
            f"Check the route of {_children(children[school.pk])} at {school}: recorded as "
            "call-off, but the school was not in the DPS when the place began",
            reverse("placements:school_detail", args=[school.urn]),
        )
        for school in schools
    ]


def children_without_a_place(user: User, today: datetime.date) -> list[Need]:
    """Children whose place ended lately, not as planned, and who have no place now or to come."""
    ended = _without_a_next(user, today).filter(ended_on__lt=today, ended_on__gte=today - LATELY)
    return [
        Need(
            f"Find a place for {placement.child.reference}: the one at {placement.school} ended",
            reverse("placements:child_detail", args=[placement.child.reference]),
            placement.ended_on,
        )
        for placement in ended.exclude(end_reason__in=SETTLED)[:MOST]
    ]


def places_that_end_soon(user: User, today: datetime.date) -> list[Need]:
    """Places with a last day in the next 30 days and nothing after it."""
    ending = _without_a_next(user, today).filter(ended_on__gte=today, ended_on__lte=today + SOON)
    return [
        Need(
            f"Plan what follows for {placement.child.reference} at {placement.school}",
            reverse("placements:child_detail", args=[placement.child.reference]),
            placement.ended_on,
        )
        for placement in ending[:MOST]
    ]


def _without_a_next(user: User, today: datetime.date) -> QuerySet[Placement]:
    later = Placement.objects.filter(child=OuterRef("child"), starts_on__gt=OuterRef("ended_on"))
    return (
        Placement.objects.visible_to(user)
        .filter(~Exists(later))
        .select_related("child", "school")
        .order_by("ended_on", "pk")
    )


def places_without_a_fee(user: User, today: datetime.date) -> list[Need]:
    """Children placed today for nothing: the fee is yet to be agreed or was not recorded."""
    free = Placement.objects.visible_to(user).on(today).filter(annual_fee=0)
    return [
        Need(
            f"Find the fee of {placement.reference} at {placement.school}: it is £0",
            reverse("placements:school_detail", args=[placement.school.urn]),
            placement.starts_on,
        )
        for placement in free.select_related("school").order_by("starts_on", "pk")[:MOST]
    ]


def imports_that_wait(user: User) -> list[Need]:
    """Tables that were checked, and that nobody has confirmed or dropped."""
    waiting = ImportRun.objects.visible_to(user).waiting_for_a_person().select_related("file")
    return [
        Need(
            f"Confirm or drop the {run}: it is checked"
            + (", with facts to accept or keep" if _has_differences(run) else ""),
            reverse("imports:import_detail", args=[run.pk]),
        )
        for run in waiting[:MOST]
    ]


def _has_differences(run: ImportRun) -> bool:
    return run.asks_about_differences and bool(run.counts.get("changed"))


def people_who_have_not_joined() -> list[Need]:
    """People whose invitation has run out before they used it."""
    now = timezone.now()
    waiting = User.objects.filter(joined_at=None).exclude(
        invitations__in=Invitation.objects.open_at(now)
    )
    return [
        Need(
            f"Invite {person.name} again, or leave it: the invitation was not used",
            reverse("accounts:person_detail", args=[person.pk]),
        )
        for person in waiting.order_by("name", "pk")[:MOST]
    ]


def messages_that_cannot_leave() -> list[Need]:
    """Emails that have waited in the outbox for more than a quarter of an hour."""
    stuck = OutboxMessage.objects.waiting().filter(created_at__lt=timezone.now() - STUCK).count()
    words = "1 email has" if stuck == 1 else f"{stuck} emails have"
    if not stuck:
        return []
    return [Need(f"Look at the mail server: {words} not left", reverse("home:audit_list"))]


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"
