"""Improvement plans, the log of visits and concerns, and the rules of what follows."""

import datetime

import pytest
from django.db import transaction
from django.db.utils import InternalError
from django.urls import reverse
from django.utils import timezone

from contracts.models import Membership
from kpis import consequences
from kpis.models import Consequence, ConsequenceRules, SchoolNote
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from providers.models import Standing
from tests.factories.accounts import UserFactory
from tests.factories.consequences import a_plan, proposed
from tests.kpis.following.quarters import TODAY, told
from tests.tokens import seen_in

pytestmark = pytest.mark.django_db


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
