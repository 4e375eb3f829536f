"""Both clocks of applications, counted for many at once, at the edges of reg 34."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import Timekeeper, clocks_of, decide_by
from contracts.applications.home import applications_that_would_go_red
from contracts.models import Application, EarlyEvaluation, Prolongation, RoundMode, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.core.working_days import working_days_between
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, received, the_dps

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


def clocked(received_on, today, **given):
    with clock.at(noon(day(received_on))):
        received(**given)
    return clocks_of(Application.objects.with_clocks(), today=day(today))[0]


class TestTheStatutoryClock:
    @pytest.mark.parametrize(
        ("received_on", "ten", "fifteen"),
        [
            ("2025-04-14", "2025-04-30", "2025-05-08"),
            ("2025-12-22", "2026-01-08", "2026-01-15"),
            ("2026-03-27", "2026-04-14", "2026-04-21"),
            ("2026-08-21", "2026-09-07", "2026-09-14"),
            ("2026-12-18", "2027-01-06", "2027-01-13"),
            # Received on a Saturday: it counts from its true day, and the first day is Monday.
            ("2026-11-21", "2026-12-04", "2026-12-11"),
        ],
    )
    def test_is_ten_working_days_or_fifteen(self, received_on, ten, fifteen):
        clocks = clocked(received_on, received_on)
        assert clocks.statutory.due_on == decide_by(clocks.application) == day(ten)
        assert "reg 34(16)" in clocks.statutory.source

        Prolongation.grant(
            Application.objects.get(), by=UserFactory(), reason="Accounts are checked."
        )
        (clocks,) = clocks_of(Application.objects.with_clocks(), today=day(received_on))
        assert clocks.statutory.due_on == decide_by(clocks.application) == day(fifteen)

    @pytest.mark.parametrize(
        ("today", "age", "state", "is_red"),
        [
            ("2026-11-02", 0, "on time", False),
            ("2026-11-10", 6, "on time", False),
            ("2026-11-11", 7, "due soon", False),
            ("2026-11-13", 9, "due soon", False),
            ("2026-11-16", 10, "last day", True),
            ("2026-11-17", 11, "overdue", True),
        ],
    )
    def test_is_red_at_the_limit(self, today, age, state, is_red):
        clocks = clocked("2026-11-02", today)

        found = clocks.statutory
        assert (clocks.age, found.state, found.is_red) == (age, state, is_red)
        assert found.sign

    def test_counts_a_day_off_of_our_own(self):
        NonWorkingDay.objects.create(day=day("2026-11-05"), reason="Offices closed: flood")

        assert clocked("2026-11-02", "2026-11-02").statutory.due_on == day("2026-11-17")

    def test_knows_the_number_in_force_on_the_day_of_receipt(self):
        LegalParameter.objects.filter(key="assess_request").update(valid_to=day("2026-10-31"))
        LegalParameter.objects.create(
            key="assess_request",
            value=7,
            unit="working days",
            regime="pcr2015",
            valid_from=day("2026-11-01"),
            meaning="A new limit",
            source="A new law",
        )

        assert clocked("2026-11-02", "2026-11-02").statutory.due_on == day("2026-11-11")

    @pytest.mark.parametrize(
        ("field", "stopped_on", "said"),
        [
            ("decided_at", "2026-11-16", "met"),
            ("decided_at", "2026-11-17", "missed"),
            ("withdrawn_at", "2026-11-05", "stopped"),
        ],
    )
    def test_stops_for_good(self, field, stopped_on, said):
        clocks = clocked("2026-11-02", "2026-11-30")
        setattr(clocks.application, field, noon(day(stopped_on)))

        found = Timekeeper.ready().clocks(clocks.application, today=day("2027-11-30"))

        assert found.age == working_days_between(day("2026-11-02"), day(stopped_on))
        assert found.statutory.state == said

    @pytest.mark.parametrize(
        ("prolonged_on", "says"),
        [("2026-11-16", False), ("2026-11-17", True)],
    )
    def test_says_when_it_was_prolonged_too_late(self, prolonged_on, says):
        clocks = clocked("2026-11-02", "2026-11-18")
        with clock.at(noon(day(prolonged_on))):
            Prolongation.grant(clocks.application, by=UserFactory(), reason="Accounts came late.")

        found = Timekeeper.ready().clocks(clocks.application, today=day("2026-11-18"))

        assert found.statutory.due_on == day("2026-11-23")
        assert ("ended on 16 November 2026" in found.statutory.source) is says

    def test_costs_the_same_queries_for_many(self):
        received()
        with CaptureQueriesContext(connection) as one:
            clocks_of(Application.objects.with_clocks(), today=timezone.localdate())
        for _ in range(3):
            received()
        with CaptureQueriesContext(connection) as four:
            clocks_of(Application.objects.with_clocks(), today=timezone.localdate())

        assert len(one) == len(four) == 3


class TestWhichBinds:
    def test_the_laws_in_strict_mode(self):
        RoundFactory(evaluation_ends_on="2099-01-01")

        (clocks,) = clocks_of(_one(), today=timezone.localdate())

        assert clocks.binding == clocks.statutory

    def test_the_rounds_in_light_touch_rounds(self):
        RoundFactory(evaluation_ends_on="2099-01-01")
        the_dps().set_mode(
            by=UserFactory(role=Role.MANAGER),
            mode=RoundMode.LIGHT_TOUCH,
            legal_advice="L/1",
            documents="D/1",
        )

        (clocks,) = clocks_of(_one(), today=timezone.localdate())

        assert clocks.binding == clocks.round
        assert not clocks.would_go_red


class TestTheOrderOfTheQueue:
    def test_is_that_of_the_deadlines_that_apply(self, client):
        for received_on in ("2026-11-02", "2026-11-04", "2026-11-06", "2026-11-07"):
            with clock.at(noon(day(received_on))):
                received()
        with clock.at(noon(day("2026-11-09"))):
            Prolongation.grant(Application.objects.earliest("pk"), by=UserFactory(), reason="Late.")
        dues = {each.pk: decide_by(each) for each in Application.objects.with_clocks()}
        client.force_login(UserFactory(role=Role.OFFICER))

        def listed(query):
            page = client.get(reverse("contracts:admission"), query).context_data["page"]
            return [row.application.pk for row in page.rows]

        first, second, third, fourth = sorted(dues)
        assert listed({}) == listed({"sort": "deadline"}) == [second, third, fourth, first]
        assert sorted(dues, key=lambda key: (dues[key], key)) == listed({})
        assert listed({"sort": "-deadline"}) == [first, fourth, third, second]


class TestGoingRedInTheQueue:
    def test_is_put_before_an_officer(self):
        RoundFactory(planned=True)
        application = received()
        officer = UserFactory()

        (need,) = applications_that_would_go_red(officer, timezone.localdate())
        assert application.reference in need.words
        assert need.on == decide_by(application)

        EarlyEvaluation.decide(application, by=officer, reason="Its time would run out.")
        assert not applications_that_would_go_red(officer, timezone.localdate())

    def test_is_so_in_an_open_round_that_closes_too_late(self):
        RoundFactory(closes_at=timezone.now() + datetime.timedelta(days=30))
        received()

        assert applications_that_would_go_red(UserFactory(), timezone.localdate())

    def test_is_not_where_the_round_closes_in_time(self):
        RoundFactory(closes_at=timezone.now() + datetime.timedelta(days=2))
        received()

        assert not applications_that_would_go_red(UserFactory(), timezone.localdate())


def _one():
    received()
    return Application.objects.with_clocks()


class TestRegime:
    """The law is that of the day of establishment (domain: before 24 February 2025 the old)."""

    @pytest.mark.parametrize(
        ("established_on", "regime"), [("2025-02-23", "pcr2015"), ("2025-02-24", "pa2023")]
    )
    def test_turns_on_the_day_of_the_act(self, established_on, regime):
        vehicle = Vehicle(established_on=day(established_on), starts_on=day("2026-01-01"))

        assert vehicle.regime == regime
