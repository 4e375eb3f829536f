"""How timely schools are, by the council's own records: reviews, their reports, consultations."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from django.db.models import Min, QuerySet
from django.utils import timezone

from contracts.arrangements.law import LawBook
from kpis.periods import Period
from kpis.rating import NA
from placements.models import Consultation, Placement
from placements.reviews.dates import dates_of
from placements.reviews.models import AnnualReview

Key = tuple[int, str]  # a school by its number, and the name of a period
# A school, or a child; the day that counts; the last day for it; the day on which it was done.
Done = tuple[int, datetime.date, datetime.date, datetime.date | None]


def reviews_held(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    """Of the reviews that were due in the period, how many per cent were held by that day.

    A review counts for the school where the child was on the day that it was due.
    """
    reviews = _within(AnnualReview.objects.not_closed(), "due_on", periods)
    found = [
        (child, due_on, due_on, held_on)
        for child, due_on, held_on in reviews.values_list("child", "due_on", "meeting_on")
    ]
    return _shares(_of_schools(found, schools), schools, periods)


def review_reports(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    """Of the review meetings in the period, how many per cent were reported on in time.

    A meeting counts for the school where the child was on its day.
    """
    reviews = _within(AnnualReview.objects.not_closed(), "meeting_on", periods)
    law = LawBook.read()
    found = [
        (child, met_on, dates_of(met_on, law).report_by, _day_of(sent_at))
        for child, met_on, sent_at in reviews.values_list("child", "meeting_on", "reported_at")
    ]
    return _shares(_of_schools(found, schools), schools, periods)


def consultations_answered(
    schools: Collection[int], periods: Iterable[Period]
) -> Mapping[Key, object]:
    """Of the consultations that were due in the period, how many per cent were answered by then.

    One that the council closed before a reply was due is not asked about.
    """
    asked = _within(Consultation.objects.filter(school__in=schools), "due_on", periods)
    facts = asked.annotate(first_sent_at=Min("replies__sent_at"))
    found = [
        (school, due_on, due_on, _day_of(sent_at))
        for school, due_on, sent_at, closed_at in facts.values_list(
            "school", "due_on", "first_sent_at", "closed_at"
        )
        if sent_at or not closed_at or _day_of(closed_at) > due_on
    ]
    return _shares(found, schools, periods)


def _day_of(instant: datetime.datetime | None) -> datetime.date | None:
    return timezone.localdate(instant) if instant else None


def _within(rows: QuerySet, day: str, periods: Iterable[Period]) -> QuerySet:
    """Those whose day is in one of these periods, or between two of them."""
    periods = list(periods)
    if not periods:
        return rows.none()
    first = min(period.first_day for period in periods)
    return rows.filter(**{f"{day}__range": (first, max(period.last_day for period in periods))})


def _of_schools(found: list[Done], schools: Collection[int]) -> list[Done]:
    """The same, each with the school of the child on the day, where it is one of these."""
    stays = defaultdict(list)
    rows = Placement.objects.filter(school__in=schools, child__in={child for child, *_ in found})
    for child, school, first, last in rows.values_list("child", "school", "starts_on", "ended_on"):
        stays[child].append((school, first, last or datetime.date.max))
    return [
        (school, day, *rest)
        for child, day, *rest in found
        for school, first, last in stays[child]
        if first <= day <= last
    ]


def _shares(
    found: list[Done], schools: Collection[int], periods: Iterable[Period]
) -> Mapping[Key, object]:
    """How many per cent were done by the last day, of what there was; not applicable of none.

    Nothing yet where something may still be done in time.
    """
    of_school = defaultdict(list)
    for school, day, by, done_on in found:
        of_school[school].append((day, by, done_on))
    today = timezone.localdate()
    return {
        (school, period.name): _share(
            [each for each in of_school[school] if period.first_day <= each[0] <= period.last_day],
            today,
        )
        for period in periods
        for school in schools
    }


def _share(done: list[tuple], today: datetime.date) -> object:
    if not done:
        return NA
    if any(done_on is None and by >= today for _, by, done_on in done):
        return None
    in_time = sum(done_on is not None and done_on <= by for _, by, done_on in done)
    return Fraction(100 * in_time, len(done))
