"""Indicators that our own records answer: reviews, their reports, replies to consultations."""

import datetime
from fractions import Fraction

import pytest
from django.utils import timezone

from kpis import computed, known
from kpis.periods import Frequency, Period
from kpis.rating import NA
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from placements.reviews.models import AnnualReview
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_consultation, a_reply, a_school_with_people
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.reviews import reported

pytestmark = pytest.mark.django_db
D = datetime.date
SUMMER = Period(Frequency.TERM, "summer", D(2026, 4, 13), D(2026, 7, 21), 8)
AUTUMN = Period(Frequency.TERM, "autumn", D(2026, 9, 1), D(2026, 12, 18), 9)
LATER = Period(Frequency.TERM, "later", D(2096, 9, 1), D(2096, 12, 18), 300)


def at(day):
    return clock.at(datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC))


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def school():
    return a_school_with_people()


def _review(school, officer, *, due_on, met_on=None, **place):
    child = ChildFactory()
    PlacementFactory(child=child, school=school[0], **place)
    last_on = due_on.replace(year=due_on.year - 1)
    review = AnnualReview.open_for(child, by=officer, last_on=last_on)
    if met_on:
        review.arrange(by=officer, meeting_on=met_on, invited_on=met_on)
    return review


def _values(code, school, *periods):
    found = computed.values_of(code, [school[0].pk], periods)
    return [found[school[0].pk, period.name] for period in periods]


class TestReviews:
    def test_are_held_by_the_day_that_they_are_due(self, school, officer):
        _review(school, officer, due_on=D(2026, 5, 4), met_on=D(2026, 5, 4))
        _review(school, officer, due_on=D(2026, 6, 1), met_on=D(2026, 6, 2))
        _review(school, officer, due_on=D(2026, 7, 1))
        _review(school, officer, due_on=D(2026, 7, 1), ended_on=D(2026, 6, 30))  # elsewhere
        _review(school, officer, due_on=D(2026, 7, 2)).close(by=officer, reason="moved")
        _review(a_school_with_people(), officer, due_on=D(2026, 5, 4))
        _review(school, officer, due_on=D(2096, 10, 1))

        assert _values("K07", school, SUMMER, AUTUMN, LATER) == [Fraction(100, 3), NA, None]

    def test_may_still_be_held_on_the_day_that_they_are_due(self, school, officer):
        today = timezone.localdate()
        week = datetime.timedelta(7)
        _review(school, officer, due_on=today)

        around = Period(Frequency.TERM, "around today", today - week, today + week, 99)
        assert _values("K07", school, around) == [None]

    def test_are_reported_on_within_two_weeks(self, school, officer):
        for met_on, sent_on in (
            (D(2026, 5, 4), D(2026, 5, 18)),
            (D(2026, 5, 5), D(2026, 5, 20)),
            (D(2026, 5, 6), None),
        ):
            review = _review(school, officer, due_on=D(2026, 6, 1), met_on=met_on)
            if sent_on:
                with at(sent_on):
                    reported(review, by=officer)

        assert _values("K08", school, SUMMER, AUTUMN) == [Fraction(100, 3), NA]


class TestFiguresOfReviews:
    """What K07 and K08 are made of is filled in from our own reviews, and never asked."""

    NAMES = ("reviews_due", "reviews_held_in_time", "reviews_held", "review_papers_in_time")

    def _figures(self, school, period):
        found = known.figures_of(self.NAMES, [school[0].pk], period, until=period.last_day)
        return [int(found[school[0].pk, name].value) for name in self.NAMES]

    def test_are_those_of_the_period_where_the_child_was(self, school, officer):
        _review(school, officer, due_on=D(2026, 5, 4), met_on=D(2026, 5, 4))
        late = _review(school, officer, due_on=D(2026, 6, 1), met_on=D(2026, 6, 2))
        _review(school, officer, due_on=D(2026, 7, 1))
        _review(school, officer, due_on=D(2026, 9, 4))
        elsewhere = a_school_with_people()
        _review(elsewhere, officer, due_on=D(2026, 5, 4), met_on=D(2026, 5, 4))
        left = {"ended_on": D(2026, 4, 30)}
        _review(school, officer, due_on=D(2026, 5, 11), met_on=D(2026, 5, 11), **left)
        closed = _review(school, officer, due_on=D(2026, 5, 12))
        closed.close(by=officer, reason="moved")
        with at(D(2026, 6, 16)):
            reported(late, by=officer)

        assert self._figures(school, SUMMER) == [3, 1, 2, 1]
        assert self._figures(school, AUTUMN) == [1, 0, 0, 0]
        assert self._figures(elsewhere, SUMMER) == [1, 1, 1, 0]

    def test_a_report_is_in_time_within_two_weeks(self, school, officer):
        review = _review(school, officer, due_on=D(2026, 6, 1), met_on=D(2026, 6, 1))
        with at(D(2026, 6, 16)):
            reported(review, by=officer)

        assert self._figures(school, SUMMER) == [1, 1, 1, 0]


def test_consultations_are_answered_by_their_day(school, officer):
    for day, answered_on, closed_on in (
        (D(2026, 5, 1), D(2026, 5, 16), None),
        (D(2026, 5, 2), D(2026, 5, 18), None),
        (D(2026, 5, 3), None, D(2026, 5, 10)),  # before it was due
        (D(2026, 5, 4), None, D(2026, 5, 30)),
    ):
        with at(day):
            asked = a_consultation(by=officer, school=school[0])
        if answered_on:
            with at(answered_on):
                a_reply(asked, by=school[1])
        if closed_on:
            with at(closed_on):
                asked.close(by=officer, reason="withdrawn")

    assert _values("K09", school, SUMMER, AUTUMN) == [Fraction(100, 3), NA]
