"""Annual reviews of the demo: one at each step, at the schools of its provider and elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.days import months_after
from nmiss.demo.consultations import days_ago_at
from nmiss.demo.dated import moved_to
from placements.models import Child, Placement
from placements.reviews.models import AnnualReview
from placements.reviews.status import ReviewOutcome

ELSEWHERE = 24
WORDS = (
    "The child has made good progress in a small group. Everyone at the meeting wants to keep the "
    "place. Speech and language therapy should go on each week."
)


@dataclass(frozen=True)
class CourseOfReview:
    """When a review was due, and how many days ago each step was taken; None where it was not."""

    due_in: int
    met: int | None = None
    reported: int | None = None
    decided: int | None = None
    outcome: str = ReviewOutcome.MAINTAIN
    issued: int | None = None


COURSES = (
    CourseOfReview(due_in=35),
    CourseOfReview(due_in=-6),
    CourseOfReview(due_in=20, met=-10),  # the meeting is in ten days
    CourseOfReview(due_in=-10, met=20),  # the report is late
    CourseOfReview(due_in=3, met=12, reported=4),
    CourseOfReview(due_in=-30, met=35, reported=24),  # the decision is late
    CourseOfReview(due_in=-40, met=50, reported=38, decided=25, outcome=ReviewOutcome.AMEND),
    CourseOfReview(due_in=-55, met=60, reported=50, decided=35),
    CourseOfReview(
        due_in=-90, met=95, reported=84, decided=70, outcome=ReviewOutcome.AMEND, issued=30
    ),
)


def review_plans(*, officer: User, owner: User) -> None:
    """Take a review as far as each course goes, and open others that are due over the year."""
    today = timezone.localdate()
    ours = Placement.objects.visible_to(owner)
    children = _placed(ours, today)
    for course, child in zip(COURSES, children, strict=False):
        _follow(course, child, officer, owner, today)
    others = _placed(Placement.objects.exclude(pk__in=ours.values("pk")), today)
    for number, child in enumerate(others[:ELSEWHERE]):
        _open(child, officer, today + datetime.timedelta(days=14 * number - 20), today)


def _placed(places: object, today: datetime.date) -> list[Child]:
    """Children with one of these places today, for whom no other place is looked for."""
    found = Child.objects.filter(placements__in=places.on(today), cases=None, reviews=None)
    return list(found.distinct().by_reference()[: max(ELSEWHERE, len(COURSES))])


def _open(child: Child, officer: User, due_on: datetime.date, today: datetime.date) -> AnnualReview:
    """A review that was opened when the last one ended, or the hub began."""
    last_on = months_after(due_on, -12)
    with moved_to(days_ago_at(min((today - last_on).days, 150))):
        return AnnualReview.open_for(child, by=officer, last_on=last_on)


def _follow(
    course: CourseOfReview, child: Child, officer: User, owner: User, today: datetime.date
) -> None:
    review = _open(child, officer, today + datetime.timedelta(days=course.due_in), today)
    if course.met is None:
        return
    met_on = today - datetime.timedelta(days=course.met)
    invited_on = met_on - datetime.timedelta(days=18)
    _done(
        course.met + 18, lambda: review.arrange(by=owner, meeting_on=met_on, invited_on=invited_on)
    )
    if course.reported is None:
        return
    report = {"recommendation": course.outcome, "words": WORDS, "file": None}
    _done(course.reported, lambda: review.send_report(by=owner, **report))
    if course.decided is None:
        return
    decision = {"outcome": course.outcome, "seen": review.digest}
    decided_on = today - datetime.timedelta(days=course.decided)
    _done(course.decided, lambda: review.decide(by=officer, on=decided_on, **decision))
    if course.issued is not None:
        issued_on = today - datetime.timedelta(days=course.issued)
        _done(course.issued, lambda: review.issue(by=officer, on=issued_on))


def _done(days_ago: int, step: Callable[[], None]) -> None:
    with moved_to(days_ago_at(days_ago)):
        step()
