"""The term of a vehicle: its end follows from the initial term and the options in effect."""

import datetime

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import quarters
from contracts.arrangements.terms import long_stop
from contracts.models import Clarification, Decision, Membership, OptionStatus, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.days import months_after
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import LegalParameter
from tests.factories.accounts import UserFactory
from tests.factories.contracts import (
    RoundFactory,
    a_decision,
    the_dps,
    the_dps_of_the_report,
    use_option,
)
from tests.factories.joining import signed
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.owners import without

pytestmark = pytest.mark.django_db
ENDED = datetime.date(2025, 8, 31)


def day(text):
    return datetime.date.fromisoformat(text)


def in_effect(dps, number):
    use_option(dps, number)


def under_way(dps, number, status):
    """What the database asks of a status beside its order is there."""
    decision = Decision.objects.first() or a_decision(dps)
    with without("contracts.ExtensionOption:by_its_moves"):
        dps.options.filter(number=number).update(
            status=status,
            decision=decision,
            notified_on=ENDED,
            notice_reference="F20",
            override="Advice 1",
        )


def refused(words):
    return pytest.raises(DatabaseError, match=words)


class TestTheEnd:
    def test_is_that_of_the_initial_term_without_options_in_effect(self):
        dps = the_dps_of_the_report()

        assert dps.ends_on == ENDED == dps.end_on(day("2026-11-26"))
        assert dps.latest_ends_on == day("2028-08-31")
        assert list(dps.options.in_order().values_list("number", "starts_on", "ends_on")) == [
            (1, day("2025-09-01"), day("2026-08-31")),
            (2, day("2026-09-01"), day("2027-08-31")),
            (3, day("2027-09-01"), day("2028-08-31")),
        ]

    def test_moves_with_each_option_in_effect(self):
        dps = the_dps_of_the_report()

        in_effect(dps, 1)

        assert dps.ends_on == day("2026-08-31")
        assert dps.end_on(day("2025-08-31")) == ENDED  # as it was known then
        assert dps.end_on(day("2025-09-01")) == day("2026-08-31")
        in_effect(dps, 2)
        assert dps.ends_on == day("2027-08-31")

    def test_is_open_where_the_term_is(self):
        assert the_dps().end_on(day("2030-01-01")) is None

    def test_is_nobodys_to_write(self):
        dps = the_dps_of_the_report()

        Vehicle.objects.update(ends_on=day("2028-08-31"))

        dps.refresh_from_db()
        assert dps.ends_on == ENDED


class TestSetTerm:
    def test_keeps_the_end_of_february(self):
        assert months_after(day("2024-02-29"), 12) == day("2025-02-28")
        assert months_after(day("2024-02-29"), 48) == day("2028-02-29")
        assert months_after(day("2025-08-31"), 6) == day("2026-02-28")
        assert months_after(day("2025-12-31"), 12) == day("2026-12-31")

    def test_refuses_once_an_option_was_used(self):
        dps = the_dps_of_the_report()
        in_effect(dps, 1)

        with pytest.raises(NotAllowedNow, match="An option of this term has been used"):
            dps.set_term(by=None, initial_ends_on=day("2026-08-31"), option_count=2)

    def test_gives_up_planned_rounds_beyond_it(self):
        dps = the_dps()
        beyond = RoundFactory(vehicle=dps, planned=True)
        asker = ProviderMemberFactory()
        question = Clarification.ask(asker.provider, dps, by=asker.user, question="May we?")
        assert question.round == beyond

        dps.set_term(by=None, initial_ends_on=timezone.localdate() + datetime.timedelta(days=60))

        assert not dps.rounds.filter(pk=beyond.pk).exists()
        question.refresh_from_db()
        assert (question.vehicle, question.round) == (dps, None)


class TestTheDatabaseRefuses:
    @pytest.mark.parametrize("status", OptionStatus.under_way())
    def test_a_second_option_at_once(self, status):
        dps = the_dps_of_the_report()
        under_way(dps, 1, status)

        with refused("one after another"):
            dps.options.filter(number=2).update(status="proposed")

    def test_a_second_under_way_where_the_first_does_not_come_before_it(self):
        dps = the_dps_of_the_report()
        Vehicle.objects.update(options_at_once=2)
        dps.options.filter(number=1).update(status="proposed")
        dps.options.filter(number=2).update(status="proposed")

        with refused("under way"):
            dps.options.filter(number=3).update(status="proposed")

    def test_an_option_out_of_order(self):
        dps = the_dps_of_the_report()

        with refused("one after another"):
            under_way(dps, 2, "in_effect")

    def test_a_fourth(self):
        dps = the_dps_of_the_report()

        with refused("no more options"):
            dps.options.create(number=4, starts_on=day("2028-09-01"), ends_on=day("2029-02-01"))

    def test_a_gap(self):
        dps = the_dps_of_the_report()

        with refused("the day after"):
            dps.options.filter(number=3).update(starts_on=day("2027-09-02"))

    def test_an_end_past_the_latest(self):
        dps = the_dps_of_the_report()

        with refused("past the latest end"):
            dps.options.filter(number=3).update(ends_on=day("2028-09-01"))

    def test_an_end_past_the_long_stop_of_the_law(self):
        dps = the_dps_of_the_report()
        assert long_stop(dps.kind) == day("2029-02-23")
        LegalParameter.objects.filter(key="dps_long_stop").update(value=3)
        assert long_stop(dps.kind) == day("2028-02-23")

        with refused("the long stop"):
            dps.options.filter(number=3).update(ends_on=day("2028-08-30"))

    def test_other_days_of_an_option_that_was_used(self):
        dps = the_dps_of_the_report()
        dps.options.filter(number=1).update(status="proposed")

        with refused("is used stand"):
            dps.options.filter(number=1).update(ends_on=day("2026-08-30"))

    @pytest.mark.parametrize("status", ["in_effect", "lapsed"])
    def test_that_what_is_over_goes_back(self, status):
        dps = the_dps_of_the_report()
        under_way(dps, 1, status)

        with refused("stays so"):
            dps.options.filter(number=1).update(status="proposed")

    @pytest.mark.parametrize("field", ["initial_ends_on", "latest_ends_on"])
    def test_another_term_under_its_options(self, field):
        the_dps_of_the_report()

        with refused("both are set together"):
            Vehicle.objects.update(**{field: day("2028-09-30")})

    def test_a_member_by_agreement_from_a_day_after_the_end(self):
        agreement = signed()
        end = timezone.localdate() - datetime.timedelta(days=1)
        Vehicle.objects.update(initial_ends_on=end)

        with refused("a day of the vehicle"):
            a_member(agreement.vehicle, timezone.localdate(), agreement=agreement)

    def test_a_round_beyond_the_end(self):
        dps = the_dps_of_the_report()

        with refused("while the term lasts"):
            RoundFactory(vehicle=dps)


class TestMemberships:
    def test_never_outlast_the_vehicle(self):
        member = a_member(the_dps_of_the_report())

        on = Membership.objects.on
        assert on(ENDED).get() == member
        assert not on(day("2025-09-01")).exists()
        assert not Membership.objects.not_over(day("2025-09-01")).exists()
        assert member.last_on == ENDED
        assert member.has_ended(day("2025-09-01"))

    def test_go_on_with_an_option_in_effect(self):
        dps = the_dps_of_the_report()
        member = a_member(dps)

        in_effect(dps, 1)

        assert Membership.objects.on(day("2026-08-31")).get() == member
        assert not Membership.objects.on(day("2026-09-01")).exists()
        assert not Membership.objects.in_state("over", on=day("2026-08-31")).exists()
        assert Membership.objects.in_state("over", on=day("2026-09-01")).get() == member

    def test_that_begin_after_the_end_are_in_force_on_no_day(self):
        a_member(the_dps_of_the_report(), admitted_on=day("2026-01-01"))

        assert not Membership.objects.touching(day("2022-01-01"), day("2027-01-01")).exists()
        assert not Membership.objects.in_state("planned", on=ENDED).exists()

    def test_are_not_removed_after_the_end(self):
        end = timezone.localdate() + datetime.timedelta(days=10)
        member = a_member(the_dps(ends_on=end))

        with pytest.raises(NotAllowedNow, match="and every membership with it"):
            member.remove(
                by=UserFactory(), last_on=end + datetime.timedelta(days=1), reason="Closed."
            )


class TestRoundsIfExtended:
    def test_are_those_of_the_next_option(self):
        found = quarters.if_extended(the_dps_of_the_report(), today=day("2025-06-15"))

        assert [str(each.opens_on) for each in found] == [
            "2025-09-01",
            "2025-12-01",
            "2026-03-02",
            "2026-06-01",
        ]

    def test_are_none_without_an_option(self):
        assert quarters.if_extended(the_dps(ends_on=ENDED), today=day("2025-06-15")) == []


class TestTheTermPage:
    def test_sets_term_and_options(self, client):
        dps = the_dps()
        client.force_login(UserFactory(role=Role.OFFICER))

        client.post(reverse("contracts:vehicle_term", args=[dps.pk]), the_term())

        dps.refresh_from_db()
        assert (dps.ends_on, dps.latest_ends_on) == (day("2027-08-31"), day("2028-08-31"))

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"initial_ends_on": "2021-01-01"}, "Enter 1 September 2022, on which the term begins"),
            ({"initial_ends_on": ""}, "Enter the last day: options extend a term that ends"),
            ({"option_count": "3"}, "the law ends this arrangement by 23 February 2029"),
            ({"option_count": "-1"}, "Enter a number of options from 0 to 10"),
            ({"option_months": "0"}, "Enter a number of months from 1 to 60"),
        ],
    )
    def test_says_what_is_wrong(self, client, wrong, words):
        dps = the_dps()
        client.force_login(UserFactory(role=Role.OFFICER))
        page = reverse("contracts:vehicle_term", args=[dps.pk])

        answer = client.post(page, the_term(**wrong))

        assert words in answer.content.decode()
        dps.refresh_from_db()
        assert dps.ends_on is None

    def test_is_closed_once_an_option_was_used(self, client):
        dps = the_dps_of_the_report()
        in_effect(dps, 1)
        client.force_login(UserFactory(role=Role.OFFICER))

        answer = client.post(reverse("contracts:vehicle_term", args=[dps.pk]), the_term())

        assert answer.status_code == 409


def the_term(**other):
    return {
        "initial_ends_on": "2027-08-31",
        "option_count": "1",
        "option_months": "12",
        "options_at_once": "1",
    } | other


def a_member(dps, admitted_on=datetime.date(2022, 9, 1), **given):
    return Membership.objects.create(
        school=SchoolFactory(),
        lot=dps.lots.first(),
        provider=ProviderFactory(),
        admitted_on=admitted_on,
        **given,
    )
