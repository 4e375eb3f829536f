"""Key dates: whose they are, who sees them, and the days that are asked about."""

import datetime
from types import SimpleNamespace

import pytest

from nmiss.base.accounts import handing_over, key_dates
from nmiss.base.accounts.key_dates import KeyDate, dates_of, source
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory
from tests.factories.proposals import a_deputy

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _no_sources(monkeypatch):
    monkeypatch.setattr(key_dates, "SOURCES", [])


def bring(*days, about, own=None, roles=(Role.OFFICER, Role.AUDITOR), team=(Role.OFFICER,)):
    @source("Tea", roles=roles, team=team, who="Kitchen team")
    def of_tea(wanted):
        for number, day in enumerate(days):
            yield KeyDate(day, "Tea", f"pot {number}", about, "/", own=own, part=str(number))


def of(person, first=TODAY, last=TODAY + 9 * DAY):
    return dates_of(person, first, last, today=TODAY)


def test_both_days_of_the_window_count_and_no_other():
    bring(TODAY - DAY, TODAY, TODAY + 9 * DAY, TODAY + 10 * DAY, about=RoundFactory())

    assert [each.subject for each in of(UserFactory())] == ["pot 1", "pot 2"]


def test_dates_are_of_the_roles_that_may_see_them_and_of_nobody_in_particular():
    bring(TODAY, about=RoundFactory())

    assert of(UserFactory(role=Role.FINANCE)) == []
    assert [each.who for each in of(None)] == ["Kitchen team"]


def test_a_date_is_the_teams_until_its_record_is_somebodys():
    round = RoundFactory()
    bring(TODAY, about=round)
    ada, bea = UserFactory(name="Ada Lovelace"), UserFactory()
    auditor = UserFactory(role=Role.AUDITOR)

    (date,) = of(ada)
    assert (date.who, date.is_mine, date.is_teams) == ("Kitchen team", False, True)
    (date,) = of(auditor)
    assert (date.is_mine, date.is_teams) == (False, False)

    handing_over.hand_over(round, to=ada, by=bea, reason="Hers")

    (date,) = of(ada)
    assert (date.who, date.is_mine, date.is_teams) == ("Ada Lovelace", True, True)
    (date,) = of(bea)
    assert (date.is_mine, date.is_teams) == (False, True)

    deputy = a_deputy(of=ada, deputy=bea)
    (date,) = dates_of(bea, TODAY, TODAY, today=deputy.starts_on)
    assert date.is_mine


def test_what_one_person_alone_can_do_is_not_the_teams():
    ada, bea = UserFactory(name="Ada Lovelace"), UserFactory()
    bring(TODAY, about=ada, own=ada)

    assert [(each.is_mine, each.is_teams, each.who) for each in of(ada)] == [
        (True, True, "Ada Lovelace")
    ]
    assert [(each.is_mine, each.is_teams) for each in of(bea)] == [(False, False)]


def test_a_date_keeps_its_number_when_its_day_moves_and_no_two_have_one():
    round = RoundFactory()
    days = [TODAY, TODAY + DAY]
    bring(*days, about=round)
    before = [each.uid for each in of(None)]

    key_dates.SOURCES.clear()
    bring(*(day + 3 * DAY for day in days), about=round)

    assert [each.uid for each in of(None)] == before
    assert len(set(before)) == 2


def test_the_owners_of_many_are_read_at_once(django_assert_num_queries):
    rounds = [SimpleNamespace(_meta=SimpleNamespace(label="a.B"), pk=n) for n in range(30)]

    @source("Tea", roles=[Role.OFFICER], team=[Role.OFFICER], who="")
    def of_tea(wanted):
        return [KeyDate(TODAY, "Tea", str(each.pk), each, "/") for each in rounds]

    officer = UserFactory()
    with django_assert_num_queries(1):
        assert len(of(officer)) == 30
