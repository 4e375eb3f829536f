"""Consequences: what proposes them, the right of reply, a manager’s decision, and what it does."""

import datetime

import pytest
from django.db import transaction
from django.db.utils import InternalError
from django.urls import reverse
from django.utils import timezone

from contracts.models import Membership, Suspension
from kpis import consequences
from kpis.models import Consequence, ConsequenceRules, ImprovementPlan, ReturnStatus, SchoolNote
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from providers.models import School, Standing
from tests.factories.accounts import UserFactory
from tests.factories.consequences import a_duty, a_plan, answered, proposed
from tests.factories.kpis import a_return, a_term
from tests.factories.providers import ProviderMemberFactory
from tests.outbox import messages
from tests.tokens import seen_in

pytestmark = pytest.mark.django_db
COUNT = {"unit": "days", "polarity": "low", "target": "2", "floor": "4"}
TODAY = datetime.date(2025, 11, 20)
QUARTERS = ["2025-Q1", "2025-Q2", "2025-Q3"]


@pytest.fixture
def school(two_schools):
    return School.objects.get(urn=900001)


@pytest.fixture
def owner(school):
    return ProviderMemberFactory(provider=school.provider, role="owner").user


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def indicators(take_indicators):
    take_indicators(
        *({"code": f"K0{n}", "formula": f"days{n}"} | COUNT for n in (1, 2, 3)),
    )


def told(take_returns, *by_quarter, quarters=QUARTERS):
    """What 900001 returned in each quarter for each of the three indicators; None for nothing."""
    take_returns(
        *(
            (quarter, f"days{number}", value)
            for quarter, values in zip(quarters, by_quarter, strict=False)
            for number, value in enumerate(values, start=1)
            if value is not None
        )
    )


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
        assert "K02 Attendance: red 2 periods in a row, up to 2025-Q3 (1 July" in found.grounds
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


class TestPlans:
    @pytest.fixture
    def plan(self, school, owner):
        return a_plan(school, by=owner)

    def test_actions_have_owners_deadlines_and_evidence(self, client, plan):
        client.force_login(UserFactory(role=Role.OFFICER))
        address = reverse("kpis:plan_action_add", args=[plan.pk])
        given = {"words": "Hire a teacher", "owner": "Head", "due_on": "2030-01-01"}
        assert "Enter who does it" in client.post(address, given | {"owner": ""}).text
        client.post(address, given)
        action = plan.actions.get()
        done = reverse("kpis:plan_action_complete", args=[plan.pk, action.pk])
        shown = client.post(done, {"evidence": "A contract"}, follow=True).text

        assert "A contract" in shown
        assert client.post(done, {"evidence": "Another"}).status_code == 409
        review = reverse("kpis:plan_review", args=[plan.pk])
        assert "Goes well" in client.post(review, {"words": "Goes well"}, follow=True).text

    def test_it_closes_after_two_good_periods_and_not_before(self, client, plan):
        client.force_login(UserFactory(role=Role.OFFICER))
        address = reverse("kpis:plan_close", args=[plan.pk])

        def stands(number, band):
            Standing.objects.create(
                school=plan.school,
                period_name=f"2099-Q{number}",
                as_at=datetime.date(2099, 3 * number, 28),
                score="0.6",
                coverage=1,
                band=band,
            )

        stands(1, "good"), stands(2, "approaching"), stands(3, "good")
        assert client.post(address, {"note": "Better"}).status_code == 409
        stands(4, "good")
        opened = client.get(address)
        due_on = datetime.date(2099, 1, 1)
        plan.add_action(by=plan.opened_by, words="Hire", owner="Head", due_on=due_on)
        shown = client.post(address, {"note": "Better"} | seen_in(opened))
        assert "This plan was changed after you opened this page" in shown.text
        done = client.post(address, {"note": "Better"} | seen_in(shown), follow=True)
        assert "The plan is closed" in done.text
        plan.refresh_from_db()
        assert plan.closing_note == "Better"
        assert client.post(address, {"note": "Again"}).status_code == 409

    def test_of_indicators_a_good_period_is_one_without_red_or_gap(
        self, school, owner, manager, indicators, take_returns
    ):
        found = proposed(school)
        Consequence.objects.filter(pk=found.pk).update(codes=["K01"])
        found.refresh_from_db()
        found.answer(by=owner, reply="Yes.")
        consequences.decide(
            found, by=manager, kind="plan", decision="Yes.", starts_on=datetime.date(2025, 1, 15)
        )
        told(take_returns, (9, 1, 1), (3, 9, 9), (1, 9, 9))

        assert consequences.good_periods(found.plan, TODAY) == 2
        assert consequences.good_periods(found.plan, datetime.date(2026, 1, 5)) == 0

    def test_the_provider_reads_its_plan_and_does_not_change_it(self, client, plan, owner):
        client.force_login(owner)
        assert "Add an action" not in client.get(f"/plans/{plan.pk}/").text
        assert client.get(f"/plans/{plan.pk}/actions/").status_code == 403


class TestTheLog:
    def test_commissioning_alone_reads_it_with_its_themes(self, client, school):
        officer = UserFactory(role=Role.OFFICER)
        client.force_login(officer)
        given = {"kind": "concern", "theme": "staffing", "words": "Many agency staff."}
        address = reverse("kpis:note_add", args=[900001])
        wrong = client.post(address, given | {"happened_on": "2099-01-01"})
        assert "Enter today or an earlier day" in wrong.text
        for urn in (900001, 900002):
            client.post(reverse("kpis:note_add", args=[urn]), given | {"happened_on": "2025-01-01"})

        shown = client.get(reverse("kpis:note_list"), {"theme": "staffing"})

        assert shown.context_data["themes"] == [("staffing", 2, 2)]
        assert "Many agency staff." in shown.text
        # No other role, and no page, file or ledger that others read, has the words.
        for role in (Role.PLACEMENTS, Role.FINANCE, Role.AUDITOR, Role.ADMINISTRATOR):
            client.force_login(UserFactory(role=role))
            assert client.get(reverse("kpis:note_list")).status_code == 403
            file = reverse("files:listing_csv", args=["school-notes"])
            assert client.get(file).status_code == 403
        assert "agency" not in str(list(AuditEvent.objects.values_list("given", "target_name")))
        assert not SchoolNote.objects.visible_to(UserFactory(role=Role.AUDITOR)).exists()

    def test_a_note_never_changes(self, school):
        note = SchoolNote.note(
            school,
            by=UserFactory(role=Role.OFFICER),
            kind="visit",
            theme="staffing",
            happened_on=TODAY,
            words="We met.",
        )
        with pytest.raises(InternalError), transaction.atomic():
            SchoolNote.objects.filter(pk=note.pk).update(words="We did not.")


class TestRules:
    def test_an_officer_sets_rules_and_records_a_duty(self, client, two_schools):
        client.force_login(UserFactory(role=Role.OFFICER))
        address = reverse("kpis:consequence_rules")
        page = client.get(address)
        assert "None recorded" in page.text
        given = {**page.context_data["form"].initial, "valid_from": timezone.localdate()}
        assert "from 2 to 12" in client.post(address, given | {"reds_in_row": "1"}).text
        assert "today or a later" in client.post(address, given | {"valid_from": "2020-01-01"}).text
        assert "are saved" in client.post(address, given | {"breadth": "4"}, follow=True).text
        assert ConsequenceRules.objects.in_force(timezone.localdate()).breadth == 4
        assert "from this day already" in client.post(address, given).text

        vehicle = Membership.objects.first().lot.vehicle
        duty = {"vehicle": vehicle.pk, "clause": "14.2"}
        assert "14.2" in client.post(reverse("kpis:duty_add"), duty, follow=True).text
        assert "choose from the list" in client.post(reverse("kpis:duty_add"), duty).text


def test_home_pages_say_what_is_due(client, school, owner, manager):
    found = proposed(school)
    client.force_login(owner)
    assert "Reply about the improvement plan proposed" in client.get("/").text
    found.answer(by=owner, reply="Yes.")
    assert "Reply about the improvement plan" not in client.get("/").text
    client.force_login(manager)
    assert "Decide about the improvement plan proposed" in client.get("/").text
