"""Standings are written down, and never changed; the catalogue that comes with the hub is whole."""

import datetime
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from kpis.actions import settle_standings, write_standings
from kpis.imports import import_indicators
from kpis.models import IndicatorSet, ReturnRules, Term
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from nmiss.demo.returns import terms_around
from providers.models import Standing
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def period(two_schools, take_indicators):
    take_indicators()
    return Term.objects.periods().named("2024-Q4")


def words(school=900001):
    rows = Standing.objects.filter(school__urn=school).order_by("written_at", "pk")
    return [each.word for each in rows]


def test_a_standing_is_written_once_and_again_where_it_changes(period, take_returns):
    officer = UserFactory(role=Role.OFFICER)
    assert write_standings(period, by=officer) == 2
    assert write_standings(period, by=officer) == 0

    take_returns(("attended", 95), ("possible", 100))

    assert write_standings(period, by=officer) == 1
    assert (words(), words(900002)) == (["not_returned", "good"], ["not_returned"])
    newest = Standing.objects.newest_first()[0]
    assert (newest.score, newest.coverage, newest.as_at) == (1, 1, datetime.date(2024, 12, 31))
    assert AuditEvent.objects.filter(verb="write_standings").count() == 2


def test_it_is_written_ten_working_days_after_the_deadline_and_again_where_it_changes(
    period, take_returns
):
    ReturnRules.set_from(datetime.date(2024, 12, 1), by=None)
    # The quarter ended on 31 December; the deadline was on 15 January, ten working days later.
    assert settle_standings(datetime.date(2025, 1, 28)) == 0
    assert settle_standings(datetime.date(2025, 1, 29)) == 2
    assert settle_standings(datetime.date(2025, 1, 30)) == 0

    take_returns(("attended", 95), ("possible", 100))  # late

    assert settle_standings(datetime.date(2025, 3, 3)) == 1
    assert words() == ["not_returned", "good"]


def test_nothing_is_written_of_quarters_in_which_nobody_was_asked(period):
    assert settle_standings(datetime.date(2025, 3, 3)) == 0


def test_not_returned_is_read_as_the_lowest_band_and_nothing_applicable_as_none(
    period, take_returns
):
    take_returns(("attended", "NA"), ("possible", "NA"))
    write_standings(period, by=None)

    read_as = {each.word: each.read_as for each in Standing.objects.all()}
    assert read_as == {"nothing_applicable": "", "not_returned": "below"}


def test_the_standing_known_on_a_day_is_the_newest_of_each_school(period, take_returns):
    write_standings(period, by=None)
    take_returns(("attended", 89), ("possible", 100))
    write_standings(period, by=None)
    today = Standing.objects.newest_first()[0].written_at.date()

    known = Standing.objects.known_on(today)
    assert Counter(each.word for each in known) == {"approaching": 1, "not_returned": 1}
    assert not Standing.objects.known_on(datetime.date(2020, 1, 1)).exists()


def test_a_provider_sees_the_standing_of_its_own_schools_alone(period):
    write_standings(period, by=None)
    own = Standing.objects.filter(school__urn=900001).get()
    theirs = ProviderMemberFactory(provider=own.school.provider).user
    strangers = ProviderMemberFactory().user

    assert own in Standing.objects.visible_to(theirs)
    assert not Standing.objects.visible_to(strangers).exists()
    assert Standing.objects.visible_to(UserFactory(role=Role.PLACEMENTS)).count() == 2


def test_the_catalogue_comes_in_with_its_two_versions():
    outcome = import_indicators(Path(settings.BASE_DIR) / "kpis/data/indicators.csv", by=None)

    early, whole = IndicatorSet.objects.published().order_by("valid_from")
    assert outcome.warnings == []
    assert (early.version, early.indicators.count()) == ("2022-09", 6)
    assert (whole.version, whole.indicators.count()) == ("2024-09", 26)
    codes = {each.code: each for each in whole.indicators.all()}
    assert {code for code, each in codes.items() if not each.is_rated} == {"K12", "K17"}
    assert {code for code, each in codes.items() if not each.formula} == {"K20", "K22", "K23"}
    assert {"K10A", "K10B", "K15A", "K15B", "K16A", "K16B"} <= codes.keys()
    assert all(each.weight > 0 for each in codes.values() if each.is_rated)
    assert codes["K01"].target == Decimal(92)


def test_the_terms_of_the_demo_are_terms_on_whatever_day_it_is_made(take_terms):
    days = [datetime.date(2024, 2, 29), datetime.date(2026, 11, 26), datetime.date(2031, 8, 31)]
    for day in days:
        rows = list(terms_around(day))
        assert len(rows) == 18
        assert sum(last < day for _, _, last in rows) >= 11

        names = ("name", "first_day", "last_day")
        take_terms(*(dict(zip(names, map(str, row), strict=True)) for row in rows))
