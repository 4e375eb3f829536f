"""Using an option: the moves, what is missing, and the day on which it takes effect."""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import extending, reconciling
from contracts.arrangements.decide_by import last_days
from contracts.arrangements.home import options_to_use
from contracts.arrangements.law import LawBook
from contracts.models import (
    ExtensionOption,
    OptionStatus,
    ValueBasis,
    Vehicle,
    VehicleFigure,
)
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.factories.extending import DAY, a_member, advice, an_option, prepared
from tests.outbox import messages
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


def value(vehicle, *, spent, basis=ValueBasis.TOTAL):
    vehicle.describe(by=None, advertised_value=Decimal(1000), value_basis=basis)
    today = timezone.localdate()
    VehicleFigure.note(
        vehicle,
        **{"as_at": today, "until": today, "spent": Decimal(spent), "committed": Decimal(0)},
        **{"spent_call_off": Decimal(0), "committed_call_off": Decimal(0)},
    )


class TestTheWay:
    def test_leads_from_available_to_in_effect(self, officer, manager):
        option = prepared(an_option(), officer, manager)
        assert option.status == OptionStatus.NOTIFIED

        extending.take_effect(option, by=manager)

        vehicle = Vehicle.objects.get()
        assert vehicle.ends_on == option.ends_on
        assert vehicle.rounds.exists()
        assert vehicle.end_on(timezone.localdate() - DAY) == vehicle.initial_ends_on

    def test_is_gone_by_the_tick_on_the_first_day(self, officer, manager):
        today = prepared(an_option(), officer, manager)

        reconciling.reconcile()

        today.refresh_from_db()
        assert today.status == OptionStatus.IN_EFFECT

    def test_is_not_gone_by_the_tick_before_that_day(self, officer, manager):
        tomorrow = prepared(an_option(first_day=1), officer, manager)

        reconciling.reconcile()

        tomorrow.refresh_from_db()
        assert tomorrow.status == OptionStatus.NOTIFIED

    def test_is_told_to_the_providers_of_members(self, officer, manager):
        option = an_option(first_day=1)
        owner = a_member(option)

        prepared(option, officer, manager)

        (letter,) = messages(to=owner.email)
        assert f"extension to {option.ends_on:%-d %B %Y}" in letter.payload["subject"]

    def test_of_one_that_lapsed_is_over(self, manager):
        option = an_option()
        option.lapse(by=manager, reason="The framework is in place.")

        with pytest.raises(NotAllowedNow, match="lapsed"):
            option.propose(by=manager, reason="After all.")


class TestMissing:
    def test_is_everything_at_first(self):
        found = extending.missing(an_option(first_day=1), on=timezone.localdate())

        assert [each.split()[0] for each in found] == ["Record", "Record", "Publish", "Wait"]

    def test_is_the_end_of_call_in(self, officer, manager):
        option, today = an_option(), timezone.localdate()
        option.propose(by=officer, reason="Another year.")
        decision = a_decision(option.vehicle, decided_on=today)
        extending.decide(option, by=manager, decision=decision)
        extending.notify(option, by=officer, **advice())

        with pytest.raises(NotAllowedNow, match="Wait until call-in of decision 25/00007"):
            extending.take_effect(option, by=manager)

    def test_is_a_decision_that_stands(self, officer, manager):
        option = prepared(an_option(), officer, manager)
        a_decision(option.vehicle, "25/00009", corrects=option.decision, correction="supersedes")

        with pytest.raises(NotAllowedNow, match="is superseded"):
            extending.take_effect(option, by=manager)

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ({"spent": 1001}, "exceeded by £1"),
            ({"spent": 1, "basis": ValueBasis.UNKNOWN}, "not known"),
            ({"spent": 1, "basis": ValueBasis.ANNUAL}, "not known"),
        ],
    )
    def test_is_headroom_without_legal_advice(self, officer, manager, given, says):
        option = prepared(an_option(), officer, manager, override="")
        value(option.vehicle, **given)

        with pytest.raises(NotAllowedNow, match=says):
            extending.take_effect(option, by=manager)
        with pytest.raises(DatabaseError, match="no headroom"):
            ExtensionOption.objects.filter(pk=option.pk).update(status="in_effect")

    def test_is_no_legal_advice_where_there_is_headroom(self, officer, manager):
        option = prepared(an_option(), officer, manager, override="")
        value(option.vehicle, spent=1000)

        extending.take_effect(option, by=manager)

        assert option.status == OptionStatus.IN_EFFECT

    def test_is_the_consent_that_a_direction_asks_for(self, officer, manager):
        option = prepared(an_option(), officer, manager)
        option.vehicle.describe(by=None, consent_past_on=option.ends_on - DAY)

        with pytest.raises(NotAllowedNow, match="Record the successor’s consent"):
            extending.take_effect(option, by=manager)
        with pytest.raises(DatabaseError, match="consent of the successor"):
            ExtensionOption.objects.filter(pk=option.pk).update(status="in_effect")


class TestThePages:
    def move(self, client, option, move, **given):
        there = reverse("contracts:option_move", args=[option.pk, move])
        return read_and_send(client, there, given, follow=True)

    def test_lead_through_the_moves(self, client, officer, manager):
        option = an_option()
        decision = a_decision(option.vehicle)
        client.force_login(officer)
        self.move(client, option, "propose", reason="Another year.")
        client.force_login(manager)
        self.move(client, option, "decide", decision=decision.pk)
        client.force_login(officer)
        page = self.move(client, option, "notify", **advice())
        assert "Nothing is missing." in page.content.decode()
        client.force_login(manager)

        page = self.move(client, option, "take-effect")

        assert "Option 1 is in effect." in page.content.decode()

    def test_have_another_decide_than_who_proposed(self, client, manager):
        option = an_option()
        client.force_login(manager)
        self.move(client, option, "propose", reason="Another year.")

        page = self.move(client, option, "decide", decision=a_decision(option.vehicle).pk)

        assert page.status_code == 409
        assert "Another manager records the decision" in page.content.decode()

    def test_take_no_decision_from_before_the_arrangement_began(self, officer, manager):
        option = an_option()
        option.propose(by=officer, reason="Another year.")
        first = a_decision(option.vehicle, decided_on=datetime.date(2022, 6, 1))

        with pytest.raises(NotAllowedNow, match="made before the arrangement began"):
            extending.decide(option, by=manager, decision=first)

    def test_take_no_decision_that_used_another_option(self, officer, manager):
        option = prepared(an_option(), officer, manager)
        option.take_effect(by=None)
        second = option.vehicle.options.get(number=2)
        second.propose(by=officer, reason="One more.")

        with pytest.raises(NotAllowedNow, match="used option 1"):
            extending.decide(second, by=manager, decision=option.decision)
        with pytest.raises(DatabaseError, match="has used another option"):
            ExtensionOption.objects.filter(pk=second.pk).update(decision=option.decision)

    def test_take_no_decision_of_another_vehicle(self, client, officer, manager):
        option = an_option()
        option.propose(by=officer, reason="Another year.")
        client.force_login(manager)

        page = self.move(client, option, "decide", decision=a_decision(None).pk)

        assert "Select a decision" in page.content.decode()

    def test_take_one_option_at_a_time(self, client, officer):
        option = an_option()
        option.propose(by=officer, reason="Another year.")
        second = option.vehicle.options.get(number=2)
        client.force_login(officer)

        page = self.move(client, second, "propose", reason="And another.")

        assert page.status_code == 409
        assert "one after another" in page.content.decode()

    def test_know_no_other_move(self, client, officer):
        client.force_login(officer)

        assert self.move(client, an_option(), "extend").status_code == 404


class TestTheTask:
    @pytest.mark.parametrize(
        ("do", "words", "last"),
        [
            (lambda option, officer, manager: None, "Propose or let lapse option 1", "notice_by"),
            (
                lambda option, officer, manager: option.propose(by=officer, reason="Another year."),
                "Record the decision on option 1",
                "decide_by",
            ),
        ],
    )
    def test_is_the_next_step(self, officer, manager, do, words, last):
        option = an_option(first_day=300)
        do(option, officer, manager)

        (task,) = read(options_to_use(officer, timezone.localdate()))

        assert task.words == f"{words} of Another DPS"
        assert task.on == getattr(last_days(option, LawBook.read()), last)
        assert task.on < option.starts_on - 30 * DAY

    def test_is_none_once_providers_are_told_or_the_end_is_far(self, officer, manager):
        an_option(first_day=400)
        assert read(options_to_use(officer, timezone.localdate())) == []
        Vehicle.objects.update(name="Far DPS")
        prepared(an_option(first_day=1), officer, manager)

        assert read(options_to_use(officer, timezone.localdate())) == []


class TestTheDatabase:
    """As the web's role, by SQL alone."""

    def test_has_an_option_proposed_in_person(self, as_web, officer):
        with as_owner(connection):
            option = an_option()
        with pytest.raises(DatabaseError, match="does it in person"):
            ExtensionOption.objects.filter(pk=option.pk).update(proposed_by=officer)

    def test_has_an_option_used_by_two(self, as_web):
        with as_owner(connection):
            option = an_option()
        says = "One person proposes an option, and another"
        with pytest.raises(DatabaseError, match=says), acting_for(UserFactory()):
            ExtensionOption.objects.filter(pk=option.pk).update(status="decided")
