"""The demo's DPS is Kent's as it was tendered."""

import datetime

import pytest
from django.utils import timezone

from contracts.models import RoundStatus
from nmiss.base.accounts.models import Role
from nmiss.base.core.working_days import is_working_day
from nmiss.demo.rounds import found_dps
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def dps():
    UserFactory(role=Role.MANAGER)
    return found_dps()


def test_has_the_two_lines(dps):
    thresholds = dps.scheme().thresholds.order_by("lot__number")

    assert [each.total_minimum for each in thresholds] == [30, 60]
    assert [set(each.minimums.values_list("minimum", flat=True)) for each in thresholds] == [
        {3},
        {6},
    ]
    assert dps.scheme().weight() == 100
    assert [question.number for question in dps.scheme().questions.in_order()] == [
        11, 12, 13, 14, 15, 16,
    ]  # fmt: skip


def test_has_rounds_before_and_after_today(dps):
    rounds = dps.rounds.by_time()

    assert {each.status for each in rounds} >= {RoundStatus.PLANNED, RoundStatus.CLOSED}
    assert rounds.last().closes_at.date() <= datetime.date(2028, 8, 31)
    for each in rounds:
        opens, closes = timezone.localtime(each.opens_at), timezone.localtime(each.closes_at)
        assert (opens.hour, closes.hour) == (12, 12)
        assert (closes.date() - opens.date()).days >= 30
        assert is_working_day(opens.date())
        assert each.evaluation_ends_on > closes.date()
    assert dps.scheme().published_at < rounds.first().opens_at


def test_is_founded_once(dps):
    found_dps()

    assert dps.schemes.count() == 2
    assert dps.notices.count() == 6
