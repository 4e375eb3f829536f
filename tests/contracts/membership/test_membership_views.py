"""The pages of agreements and memberships."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.evaluation import opening
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.evaluating import clear
from tests.factories.joining import decided, member, offered, release, today
from tests.seen import seen

pytestmark = pytest.mark.django_db


class TestThePages:
    def test_outcomes_are_previewed_together(self, client, officer):
        client.force_login(officer)
        first, second = decided(), decided(score=5)
        clear(first, officer)
        clear(second, officer)
        query = f"?application={first.pk}&application={second.pk}"

        shown = client.get(reverse("contracts:outcome_release") + query).text

        assert first.reference in shown
        assert second.reference in shown

    def test_who_has_not_declared_reads_and_releases_no_outcome(self, client, officer):
        client.force_login(officer)
        application = decided(score=5)
        letter = reverse("contracts:outcome_letter", args=[application.pk])

        listed = client.get(reverse("contracts:outcome_list")).text

        assert "Not admitted" not in listed
        assert f"Declare your interest in {application.provider.name}" in listed
        assert client.get(letter).status_code == 403
        query = f"?application={application.pk}"
        answer = client.post(
            reverse("contracts:outcome_release") + query, {"starts_on": today(1)}, follow=True
        )
        assert "where you declared no conflict" in answer.text
        application.refresh_from_db()
        assert application.status == "approved"

        clear(application, officer)
        assert client.get(letter).status_code == 200
        assert "Not admitted" in client.get(reverse("contracts:outcome_list")).text

    def test_who_has_a_conflict_sees_no_outcome_before_it_is_told(self, client, officer):
        client.force_login(officer)
        application = decided()
        opening.declare(application, by=officer, has_conflict=True, details="My cousin.")
        letter = reverse("contracts:outcome_letter", args=[application.pk])

        assert application.reference not in client.get(reverse("contracts:outcome_list")).text
        shown = client.get(reverse("contracts:application_detail", args=[application.pk])).text
        assert letter not in shown
        for name in ("outcome_letter", "outcome_letter_pdf"):
            there = reverse(f"contracts:{name}", args=[application.pk])
            assert client.get(there).status_code == 403
        release(application, by=UserFactory(role=Role.OFFICER), starts_on=today(1))
        assert client.get(letter).status_code == 200

    def test_outcomes_are_released_together(self, client, officer, settings):
        # Each is told in a transaction of its own, so that one that fails holds up no other.
        settings.ZEAL_RAISE = False
        settings.ZEAL_ALLOWLIST = [{"model": "*"}]
        client.force_login(officer)
        first, second = decided(), decided(score=5)
        clear(first, officer)
        clear(second, officer)
        query = f"?application={first.pk}&application={second.pk}"

        client.post(reverse("contracts:outcome_release") + query, {"starts_on": today(1)})

        first.refresh_from_db()
        second.refresh_from_db()
        assert first.status == second.status == "told"

    def test_the_provider_knows_nothing_before_it_is_told(self, client):
        application = decided()
        client.force_login(application.started_by)

        answer = client.get(reverse("contracts:outcome_letter", args=[application.pk]))

        assert answer.status_code == 404

    def test_the_owner_signs_and_the_council_countersigns(self, client, officer):
        agreement = offered()
        given = {"name": "Ada", "capacity": "Proprietor", "confirm": "on"}
        client.force_login(agreement.provider.owners().get().user)
        client.post(reverse("contracts:agreement_sign", args=[agreement.pk]), given)
        client.force_login(officer)
        address = reverse("contracts:agreement_countersign") + f"?agreement={agreement.pk}"
        assert client.get(address).status_code == 200
        client.post(address, given)

        agreement.refresh_from_db()
        assert agreement.status == "in_force"

    @pytest.mark.parametrize("verb", ["suspend", "remove", "exit"])
    def test_a_membership_is_changed_by_a_form(self, client, officer, verb):
        client.force_login(officer)
        membership = member()
        address = reverse(f"contracts:membership_{verb}", args=[membership.pk])
        assert "Enter why" in client.post(address, {}).text

        answer = client.post(
            address, {"starts_on": today(), "last_on": today(), "reason": "Because."}
        )

        assert answer.status_code == 302
        assert client.get(answer["Location"]).status_code == 200

    def test_days_that_collide_are_asked_for_again_in_the_form(self, client, officer):
        client.force_login(officer)
        membership, ends_on = member(), today(30)
        the_dps(ends_on)
        membership.suspend(by=officer, starts_on=today(), reason="Safeguarding.")
        membership.reinstate(by=officer, opens_on=today(10), reason="It is put right.")
        after_the_term = ends_on + datetime.timedelta(days=1)

        def wrong(verb, **data):
            address = reverse(f"contracts:membership_{verb}", args=[membership.pk])
            answer = client.post(address, data | {"reason": "Once more."})
            assert answer.status_code == 200
            return " ".join(seen(answer).wrong.values())

        assert "already suspended until" in wrong("suspend", starts_on=today(5))
        assert "every membership with it" in wrong("remove", last_on=after_the_term)
        membership.refresh_from_db()
        assert membership.left_on in (None, ends_on)
        assert membership.suspensions.count() == 1

    def test_a_suspended_school_is_marked_in_the_search(self, client, officer):
        membership = member()
        membership.suspend(by=officer, starts_on=today(), reason="Why.")
        client.force_login(UserFactory(role=Role.PLACEMENTS))

        assert "Suspended" in client.get(reverse("placements:school_list")).text

    def test_the_list_is_narrowed_by_name_and_by_state(self, client, officer):
        ash, elm = member(), member()
        elm.suspend(by=officer, starts_on=timezone.localdate(), reason="Safeguarding.")
        client.force_login(officer)
        there = reverse("contracts:membership_list")

        for query, rows in (
            ({}, {ash, elm}),
            ({"state": "suspended"}, {elm}),
            ({"state": "admitted"}, {ash}),
            ({"state": "over"}, set()),
            ({"name": ash.school.name.upper()}, {ash}),
        ):
            assert set(client.get(there, query).context_data["page"].rows) == rows
            lines = b"".join(client.get(reverse("files:listing_csv", args=["memberships"]), query))
            assert len(lines.splitlines()) == 1 + len(rows)
        wrong = client.get(reverse("files:listing_csv", args=["memberships"]), {"state": "x"})
        assert wrong.status_code == 400

    def test_lists_leave_as_csv(self, client, officer):
        member()
        client.force_login(officer)

        for name in ("memberships", "debarment"):
            lines = client.get(reverse("files:listing_csv", args=[name]))
            assert len(b"".join(lines).splitlines()) == 2

    def test_are_reached_from_the_school_the_provider_and_admission(self, client, officer):
        membership = member()
        client.force_login(officer)
        there = reverse("contracts:membership_detail", args=[membership.pk])

        for page in (
            reverse("placements:school_detail", args=[membership.school.urn]),
            reverse("contracts:provider_detail", args=[membership.provider_id]),
        ):
            assert f'href="{there}"' in client.get(page).text
        admission = client.get(reverse("contracts:admission")).text
        for name in ("outcome_list", "agreement_list", "membership_list", "debarment_list"):
            assert f'href="{reverse(f"contracts:{name}")}"' in admission
