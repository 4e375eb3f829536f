"""Consequences: what proposes them, the right of reply, a manager’s decision, and what it does."""

import datetime

import pytest
from django.db import transaction
from django.db.utils import InternalError
from django.urls import reverse
from django.utils import timezone

from contracts.models import Membership, Suspension
from kpis import consequences
from kpis.models import Consequence, ConsequenceRules, ImprovementPlan, ReturnStatus
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.consequences import a_duty, a_plan, answered, proposed
from tests.factories.kpis import a_return, a_term
from tests.factories.providers import ProviderMemberFactory
from tests.kpis.following.quarters import QUARTERS, TODAY, told
from tests.outbox import messages

pytestmark = pytest.mark.django_db


def causes():
    return list(Consequence.objects.order_by("pk").values_list("school__urn", "kind", "codes"))


class TestWhatProposes:
    def test_one_red_proposes_nothing_and_two_in_a_row_a_plan(
        self, school, indicators, take_returns
    ):
        told(take_returns, (1, 1, 1), (1, 9, 1), (9, 9, 1))

        assert consequences.propose_due(TODAY) == 1
        assert causes() == [(900001, "plan", ["K02"])]
        found = Consequence.objects.get()
        assert (
            "K02 Attendance: red in 2 periods in a row, the last of them 2025-Q3 (1 July"
            in found.grounds
        )
        assert consequences.propose_due(TODAY) == 0

    def test_a_period_without_a_value_neither_counts_nor_breaks_the_run(
        self, school, indicators, take_returns
    ):
        told(take_returns, (9, 1, 1), (None, 1, 1), (9, 1, 1))

        consequences.propose_due(TODAY)

        assert causes() == [(900001, "plan", ["K01"])]

    def test_a_good_period_between_breaks_it(self, school, indicators, take_returns):
        told(take_returns, (9, 1, 1), (3, 1, 1), (9, 1, 1))

        assert consequences.propose_due(TODAY) == 0

    @pytest.mark.parametrize(
        ("has_duty", "values", "kind"),
        [
            (True, [(9, 9, 9)] * 3, "stop"),
            (False, [(9, 9, 9)] * 3, "plan"),  # a duty to report alone stops no placement
            (True, [(9, 9, 1)] * 3, "plan"),  # not broad enough
            (True, [(1, 1, 9), (9, 9, 9), (9, 9, 9)], "plan"),  # not long enough
            (True, [(9, 1, 1)] * 3, "plan"),  # one alone, however red
        ],
    )
    def test_to_stop_placements_needs_breadth_duration_and_a_duty(
        self, school, indicators, take_returns, has_duty, values, kind
    ):
        if has_duty:
            a_duty()
        told(take_returns, *values)

        consequences.propose_due(TODAY)

        assert [each for _, each, _ in causes()] == [kind]

    def test_two_returns_in_a_row_not_sent_propose_a_conversation(self, school, indicators):
        for quarter in QUARTERS[1:]:
            a_return(quarter, school)
        other = School.objects.get(urn=900002)
        a_return(QUARTERS[1], other)
        a_return(
            QUARTERS[2], other, status=ReturnStatus.EXCUSED, not_asked_reason="A flood closed it."
        )

        consequences.propose_due(TODAY)

        assert causes() == [(900001, "conversation", [])]

    def test_a_return_that_came_ends_the_run_of_those_not_sent(self, school, indicators):
        for quarter in QUARTERS[:2]:
            a_return(quarter, school)
        a_return(QUARTERS[2], school, status=ReturnStatus.SUBMITTED)

        assert consequences.propose_due(TODAY) == 0

    def test_while_a_plan_is_open_another_run_proposes_none(
        self, school, indicators, take_returns, owner
    ):
        a_plan(school, by=owner)
        told(take_returns, (9, 1, 1), (9, 1, 1), (9, 1, 1))

        assert consequences.propose_due(TODAY) == 0

    def test_the_rules_of_a_day_hold(self, school, indicators, take_returns):
        officer = UserFactory(role=Role.OFFICER)
        ConsequenceRules.set_from(datetime.date(2025, 1, 1), by=officer, reds_in_row=4)
        told(take_returns, (9, 1, 1), (9, 1, 1), (9, 1, 1))

        assert consequences.propose_due(TODAY) == 0


class TestTheRightOfReply:
    def test_it_lasts_working_days_outside_the_holidays(self):
        a_term("2025-26 autumn", datetime.date(2025, 9, 1), datetime.date(2025, 12, 19))
        a_term("2025-26 spring", datetime.date(2026, 1, 5), datetime.date(2026, 3, 27))
        rules = ConsequenceRules(valid_from=TODAY)

        def until(day):
            return consequences.reply_until(day, rules)

        assert until(datetime.date(2025, 11, 20)) == datetime.date(2025, 11, 25)
        # Of Thursday 18 December one day is left, and two come after the holidays.
        assert until(datetime.date(2025, 12, 18)) == datetime.date(2026, 1, 6)
        rules.outside_holidays = False
        assert until(datetime.date(2025, 12, 18)) == datetime.date(2025, 12, 23)
        # Nobody knows the terms after the last: each working day counts.
        rules.outside_holidays = True
        assert until(datetime.date(2027, 6, 7)) == datetime.date(2027, 6, 10)

    def test_the_provider_is_told_and_replies_once(self, client, school, owner):
        found = proposed(school)
        (letter,) = messages(to=owner.email)
        assert "Improvement plan proposed" in letter.payload["subject"]
        client.force_login(owner)
        address = reverse("kpis:consequence_reply", args=[found.pk])
        assert "Enter your reply" in client.post(address, {"reply": ""}).text
        assert "Your reply is sent" in client.post(address, {"reply": "Sorry."}, follow=True).text

        assert client.post(address, {"reply": "No."}).status_code == 409
        found.refresh_from_db()
        assert (found.reply, found.replied_by) == ("Sorry.", owner)

    def test_nobody_decides_before_it_is_over_or_used(self, school, manager, client):
        found = proposed(school)
        with pytest.raises(NotAllowedNow, match="The provider can reply until"):
            found.decide(by=manager, kind="plan", decision="Now.")
        client.force_login(manager)
        address = reverse("kpis:consequence_decide", args=[found.pk])
        assert client.get(address).status_code == 409
        # The database says so, too, whatever Python thinks.
        with pytest.raises(InternalError, match="may still reply"), transaction.atomic():
            Consequence.objects.filter(pk=found.pk).update(
                status="dropped",
                decision="No.",
                decided_at=timezone.now(),
                decided_by=None,
            )

    def test_only_who_writes_for_the_school_replies(self, client, school):
        found = proposed(school)
        address = reverse("kpis:consequence_reply", args=[found.pk])
        for user, status in (
            (ProviderMemberFactory(provider=school.provider, role="viewer").user, 403),
            (ProviderMemberFactory().user, 404),
            (UserFactory(role=Role.OFFICER), 403),
        ):
            client.force_login(user)
            assert client.post(address, {"reply": "No."}).status_code == status


class TestTheDecision:
    def decide(self, client, manager, found, **given):
        client.force_login(manager)
        usual = {"kind": found.kind, "decision": "As agreed.", "starts_on": timezone.localdate()}
        address = reverse("kpis:consequence_decide", args=[found.pk])
        return client.post(address, usual | given, follow=True)

    def test_both_texts_stand_in_the_record_with_the_manager_by_name(
        self, client, school, owner, manager
    ):
        found = answered(school, by=owner)

        shown = self.decide(client, manager, found)

        assert "Two teachers left." in shown.text
        assert "As agreed." in shown.text
        assert manager.name in shown.text
        assert ImprovementPlan.objects.get().consequence == found
        assert "Our decision about" in messages(to=owner.email)[-1].payload["subject"]
        verbs = set(AuditEvent.objects.values_list("verb", flat=True))
        assert {"propose", "answer", "decide", "open_plan"} <= verbs

    @pytest.mark.parametrize("kind", ["stop", "suspension"])
    def test_it_suspends_the_memberships_under_a_duty_in_one_transaction(
        self, client, school, owner, manager, kind, take_members, settings
    ):
        # Each membership is suspended by its own verb, read again under its lock.
        settings.ZEAL_RAISE, settings.ZEAL_ALLOWLIST = False, [{"model": "*"}]
        take_members({"lot": "2"})
        found = answered(school, by=owner, kind=kind)
        refused = self.decide(client, manager, found)
        assert refused.status_code == 409
        assert "contract with a duty to perform" in refused.text
        found.refresh_from_db()
        assert (found.status, Suspension.objects.count()) == ("proposed", 0)

        a_duty()
        self.decide(client, manager, found)

        suspended = {each.membership for each in Suspension.objects.all()}
        assert len(suspended) == 2
        assert suspended == set(Membership.objects.filter(school=school))
        assert "As agreed." in Suspension.objects.first().reason
        found.refresh_from_db()
        assert (found.status, found.decided_kind) == ("decided", kind)

    def test_no_more_is_decided_than_was_proposed(self, client, school, owner, manager):
        a_duty()
        found = answered(school, by=owner)

        shown = self.decide(client, manager, found, kind="suspension")

        assert "choose from the list" in shown.text
        with pytest.raises(NotAllowedNow, match="something milder"):
            consequences.decide(
                found, by=manager, kind="stop", decision="So.", starts_on=timezone.localdate()
            )
        assert not Suspension.objects.exists()

    def test_something_milder_or_nothing_can_be_decided(self, client, school, owner, manager):
        mild, none = answered(school, by=owner, kind="stop"), answered(school, by=owner)
        self.decide(client, manager, mild, kind="conversation")
        self.decide(client, manager, none, kind="drop")

        mild.refresh_from_db(), none.refresh_from_db()
        assert (mild.decided_kind, none.status) == ("conversation", "dropped")
        assert not ImprovementPlan.objects.exists()
        assert self.decide(client, manager, mild).status_code == 409

    def test_an_officer_does_not_decide(self, client, school, owner):
        found = answered(school, by=owner)
        officer = UserFactory(role=Role.OFFICER)

        assert self.decide(client, officer, found).status_code == 403
        with pytest.raises(NotAllowedNow, match="A manager decides"):
            found.drop(by=officer, decision="No.")

    def test_a_decision_never_changes(self, school, owner, manager):
        found = answered(school, by=owner)
        found.drop(by=manager, decision="No.")

        for change in ({"decision": "Yes."}, {"grounds": "Others."}, {"reply": "Never said."}):
            with pytest.raises(InternalError), transaction.atomic():
                Consequence.objects.filter(pk=found.pk).update(**change)


def test_home_pages_say_what_is_due(client, school, owner, manager):
    found = proposed(school)
    client.force_login(owner)
    assert "Reply about the improvement plan proposed" in client.get("/").text
    found.answer(by=owner, reply="Yes.")
    assert "Reply about the improvement plan" not in client.get("/").text
    client.force_login(manager)
    assert "Decide about the improvement plan proposed" in client.get("/").text
