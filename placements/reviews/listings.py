"""The board of annual reviews: the council's by deadline, and a provider's own."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import day, status_tag
from placements.models import Placement
from placements.reviews.models import AnnualReview

MOST_TO_ARRANGE = 100


def _reviews(user: User, query: Mapping[str, str]) -> QuerySet:
    return AnnualReview.objects.visible_to(user).open()


def _facts(reviews: QuerySet, asked: Asked) -> QuerySet:
    today = Placement.objects.on(timezone.localdate()).select_related("school")
    places = Prefetch("child__placements", today, to_attr="places_today")
    return reviews.select_related("child").prefetch_related(places)


def to_arrange(waiting: QuerySet, *, urn: int | None) -> list[AnnualReview]:
    """The most urgent of these, each with where the child is today; of one school where asked."""
    today = Placement.objects.on(timezone.localdate())
    if urn is not None:
        there = today.filter(school__urn=urn, child=OuterRef("child"))
        waiting = waiting.filter(Exists(there))
    today = today.select_related("school__provider")
    places = Prefetch("child__placements", today, to_attr="places_today")
    found = waiting.select_related("child").prefetch_related(places)
    rows = list(found.soonest_first()[:MOST_TO_ARRANGE])
    for each in rows:
        each.school = next((place.school for place in each.child.places_today), None)
    return rows


def _school(review: AnnualReview) -> str:
    return next((str(each.school) for each in review.child.places_today), "")


def _how_late(review: AnnualReview) -> str:
    days = (review.next_on - timezone.localdate()).days
    count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    if days == 0:
        return "due today"
    return f"{count} left" if days > 0 else f"{count} late"


def _due(review: AnnualReview) -> str:
    return f"{day(review.next_on)} ({_how_late(review)})"


REVIEWS = List(
    name="annual-reviews",
    title="Annual reviews",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    rows=_reviews,
    by="next_on",
    facts=_facts,
    identifies_children=True,
    columns=(
        Column(
            "Review",
            "Its number, which stands in emails",
            lambda r: r.pk,
            lambda r: link("placements:review_detail", r.pk, f"Annual review {r.pk}"),
        ),
        Column(
            "Child",
            "The reference, which does not identify the child",
            lambda r: r.child.reference,
        ),
        Column("School", "Where the child is today", _school),
        Column(
            "Status",
            "Where the review stands",
            lambda r: r.get_status_display(),
            lambda r: status_tag(r.status),
        ),
        Column("Next step", "The next step of the review", lambda r: r.next_step),
        Column(
            "Next step by",
            "The last day for the next step",
            lambda r: r.next_on,
            _due,
        ),
        Column("Days", "Days left or late for the next step", _how_late, on_page=False),
        Column(
            "Review due",
            "Within 12 months of the plan, or of the review before",
            lambda r: r.due_on,
        ),
        Column("Meeting", "The day of the meeting", lambda r: r.meeting_on or ""),
        Column(
            "Invitations sent",
            "For letters to parents and others: names and addresses are not held here",
            lambda r: r.invited_on or "",
            on_page=False,
        ),
    ),
)
