"""An open framework is re-opened: the days of section 49, its rounds, its key date and reminder."""

import datetime

import pytest
from django.db import Error, transaction
from django.utils import timezone

from contracts.arrangements import reopening
from contracts.arrangements.quarters import if_extended
from contracts.arrangements.terms import long_stop
from contracts.membership import audience
from contracts.models import Round, Vehicle
from contracts.tasks import reconcile
from nmiss.base.accounts.key_dates import dates_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.models import LegalParameter, OutboxMessage
from tests.contracts.arrangements.pages import get, post
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory
from tests.factories.joining import in_force
from tests.factories.takeovers import a_framework
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
KIND = "Framework to re-open"


def day(text):
    return datetime.date.fromisoformat(text)


def framework(starts_on="2027-09-01", ends_on="2031-08-31", **term):
    return a_framework(starts_on=day(starts_on), initial_ends_on=day(ends_on), **term)


def awards(patch, *days):
    """Have agreements in rounds been signed on these days."""

    def answer(*, vehicles, **_):
        return [(key, number, day(each)) for key in vehicles for number, each in enumerate(days)]

    patch.setattr(reopening.signals.signed_in_rounds, "send", lambda *_, **k: [(0, answer(**k))])


class TestTheLastDay:
    def test_is_three_years_from_the_first_day(self):
        found = reopening.reopening_of(framework())

        assert (found.award_by, found.number) == (day("2030-08-31"), 1)
        assert found.source == "Procurement Act 2023, s.49(2)(a)"

    @pytest.mark.parametrize(
        ("signed", "award_by"),
        [(["2029-03-15"], "2034-03-14"), (["2029-03-15", "2033-06-01"], None)],
    )
    def test_is_five_years_from_the_last_award_after_that(self, monkeypatch, signed, award_by):
        awards(monkeypatch, *signed)

        found = reopening.reopening_of(framework(ends_on="2035-08-31"))

        assert (found and str(found.award_by)) == award_by

    def test_is_asked_of_no_term_that_ends_before(self):
        assert reopening.reopening_of(framework(ends_on="2030-08-30")) is None

    def test_is_that_of_the_law_where_its_term_is_open(self):
        assert reopening.reopening_of(a_framework(starts_on=day("2027-09-01"))).award_by == day(
            "2030-08-31"
        )

    def test_counts_from_29_february(self):
        found = reopening.reopening_of(framework("2028-02-29", "2035-08-31"))

        assert found.award_by == day("2031-02-27")

    @pytest.mark.parametrize("kind", ["framework", "dynamic_market"])
    def test_is_of_open_frameworks_alone(self, kind):
        vehicle = framework()
        Vehicle.objects.filter(pk=vehicle.pk).update(kind=kind)
        vehicle.refresh_from_db()

        assert reopening.reopening_of(vehicle) is None

    def test_is_none_once_another_arrangement_has_taken_over(self):
        vehicle = framework()
        vehicle.give_way(a_framework(name="Another"), starts_on=day("2028-09-01"))

        assert reopening.reopening_of(vehicle) is None


class TestItsRound:
    def test_is_planned_by_the_tick_once_with_another_quarter_to_spare(self):
        vehicle = framework()

        reconcile()
        reconcile()

        (found,) = vehicle.rounds.all()
        # One that opens in June 2030 is assessed, with its standstill, on 12 August: in time, too.
        assert timezone.localdate(found.opens_at) == day("2030-03-01")
        assert found.evaluation_ends_on <= day("2030-06-01")

    def test_leaves_one_more_round_in_time_and_no_second(self):
        found = reopening.reopening_of(framework())
        made = reopening.plan(found)

        later = reopening.quarters.free_dates(found.vehicle, made.quarter, day("2031-08-31"))

        law = reopening.LawBook.read()
        in_time = [reopening._ready_on(each, law) <= found.award_by for each in later]
        assert in_time[:2] == [True, False]

    def test_is_the_next_where_none_is_in_time(self):
        today = timezone.localdate()
        LegalParameter.objects.filter(key="reopen_first").update(value=1)
        vehicle = framework(str(today - 350 * DAY))

        made = reopening.plan(reopening.reopening_of(vehicle))

        assert today < timezone.localdate(made.opens_at) < today + 100 * DAY

    def test_is_planned_anew_where_the_last_one_admitted_nobody(self):
        vehicle = framework(str(timezone.localdate() - 400 * DAY))
        over = reopening.plan(reopening.reopening_of(vehicle))
        past, rows = timezone.now() - 90 * DAY, Round.objects.filter(pk=over.pk)
        days = {"opens_at": past, "closes_at": past + 31 * DAY, "opened_at": past}
        days |= {
            "clarifications_close_at": None,
            "scheme": EvaluationSchemeFactory(vehicle=vehicle),
        }
        rows.update(status="open", evaluation_ends_on=timezone.localdate() - DAY, **days)
        rows.update(status="closed", closed_at=timezone.now())

        again = reopening.plan(reopening.reopening_of(vehicle))

        assert again.number == over.number + 1
        assert reopening.plan(reopening.reopening_of(vehicle)) is None

    def test_no_rounds_by_quarter_are_promised_if_it_is_extended(self):
        vehicle = framework(option_count=1)

        assert if_extended(vehicle, today=day("2031-06-01")) == []


class TestItsAward:
    def test_is_the_day_on_which_both_have_signed_in_a_round_of_the_term(self):
        RoundFactory()
        agreement = in_force()
        vehicle = agreement.vehicle

        rows = list(audience.agreements_of_rounds(Vehicle, vehicles=[vehicle.pk]))

        signed_on = max(timezone.localdate(each.signed_at) for each in agreement.signatures.all())
        assert rows == [(vehicle.pk, agreement.application.round_id, signed_on)]

    def test_is_none_of_a_round_before_the_term(self):
        RoundFactory()
        agreement = in_force()
        later = timezone.localdate(agreement.application.round.opens_at) + DAY
        Vehicle.objects.filter(pk=agreement.vehicle_id).update(starts_on=later)

        assert list(audience.agreements_of_rounds(Vehicle, vehicles=[agreement.vehicle_id])) == []


class TestTheKeyDate:
    def test_is_everybodys_who_knows_of_arrangements(self):
        vehicle = framework()
        first = day("2030-08-01")

        for role in Role.with_cases():
            found = dates_of(UserFactory(role=role), first, first + 90 * DAY, today=first)
            assert [(each.on, each.subject) for each in found if each.kind == KIND] == [
                (day("2030-08-31"), vehicle.name)
            ]

    def test_is_reminded_of_a_year_before(self):
        framework()
        officer = UserFactory(role=Role.OFFICER)

        remind_of(KIND.lower(), noon(day("2029-08-31")))

        (letter,) = OutboxMessage.objects.all()
        assert letter.payload["to"] == [officer.email]
        assert letter.payload["subject"] == "Framework to re-open, 31 August 2030"


class TestEightYears:
    def test_are_the_most_by_number_of_the_law(self):
        assert long_stop("open_framework", day("2027-09-01")) == day("2035-08-31")
        assert long_stop("open_framework") is None

    @pytest.mark.parametrize(
        "term", [{"ends_on": "2035-09-01"}, {"option_count": 5, "option_months": 12}]
    )
    def test_are_the_most_for_the_database(self, term):
        with pytest.raises(Error, match="law"), transaction.atomic():
            framework(**term)

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"initial_ends_on": "1/9/2035"}, "Enter 31 August 2035 or an earlier day"),
            ({"initial_ends_on": ""}, "an open framework has one"),
            ({"option_count": 5}, "Enter fewer options"),
        ],
    )
    def test_are_said_by_the_form(self, client, typed, words):
        client.force_login(UserFactory(role=Role.OFFICER))
        facts = {"name": "F", "kind": "open_framework", "starts_on": "1/9/2027", "lots": 2}
        facts |= {"established_on": "11/6/2026", "option_count": 0, "value_basis": "unknown"}
        facts |= {"option_months": 12, "options_at_once": 1, "initial_ends_on": "31/8/2031"}

        answer = post(client, "vehicle_add", **(facts | typed))

        assert words in answer.content.decode()
        assert not Vehicle.objects.filter(name="F").exists()


def test_the_page_says_by_when_and_in_which_round(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    vehicle = framework()
    assert "No round is planned for this yet" in get(client, "vehicle_detail", vehicle.pk)
    reconcile()

    page = get(client, "vehicle_detail", vehicle.pk)

    assert "Admit new members by" in page
    assert "31 August 2030: the law re-opens an open framework within 3 years" in page
    assert "Round 1</a> opens on 1 March 2030 for this" in page
