"""Signing, and what becomes of a membership: suspended, reinstated, removed, left."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.evaluating import opening
from contracts.joining import reminding, signing
from contracts.models import DebarmentCheck, DeclarationRenewal, Membership
from nmiss.accounts.models import Role
from nmiss.core.lifecycle import NotAllowedNow
from nmiss.core.models import OutboxMessage
from nmiss.core.working_days import add_working_days
from nmiss.files.models import StoredFile
from placements.filters import Schools
from providers.models import ComplianceDocument, School
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import clear
from tests.factories.joining import decided, in_force, member, offered, release, signed, today
from tests.factories.providers import ProviderFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def found(choice):
    return set(Schools({"member": choice}, queryset=School.objects.all()).qs)


class TestSigning:
    def test_by_both_admits_the_school_from_its_first_day(self):
        agreement = in_force(starts_on=today(5))

        membership = agreement.memberships.get()
        assert (agreement.status, membership.admitted_on) == ("in_force", today(5))
        assert membership.school.provider == agreement.provider
        assert not Membership.objects.on(today(4)).exists()
        assert {each.digest for each in agreement.signatures.all()} == {agreement.digest}

    def test_by_the_council_first_is_refused(self, officer):
        agreement = offered()

        with pytest.raises(NotAllowedNow):
            signing.countersign(agreement, by=officer, name="A", capacity="B")

        assert not agreement.signatures.exists()

    def test_twice_admits_nobody_twice(self, officer):
        agreement = in_force()

        with pytest.raises(NotAllowedNow):
            signing.countersign(agreement, by=officer, name="A", capacity="B")

        assert Membership.objects.count() == 1

    def test_of_another_document_is_refused(self, monkeypatch):
        agreement = offered()
        other = StoredFile.keep_made(b"other", name="x.pdf", content_type="a/b", by=None)
        monkeypatch.setattr(StoredFile, "chunks", lambda self: iter([b"other"]))
        owner = agreement.provider.owners().get().user

        with pytest.raises(NotAllowedNow, match="not the one that was offered"):
            agreement.sign(by=owner, name="A", capacity="B")

        assert other.sha256 != agreement.digest
        assert not agreement.signatures.exists()

    def test_skips_a_school_that_is_in_the_lot_or_another_providers(self, officer):
        there, theirs = SchoolFactory(), SchoolFactory(provider=ProviderFactory())
        agreement = signed(schools=[there, theirs])
        Membership.objects.create(
            school=there, lot=agreement.lot, provider=agreement.provider, admitted_on=today(-9)
        )

        result = signing.countersign_all([agreement], by=officer, name="A", capacity="B")

        assert result.admitted == 0
        assert "already" in " ".join(result.notes)
        assert "another provider" in " ".join(result.notes)


class TestSuspension:
    def test_stops_new_places_until_it_is_reinstated(self, officer):
        membership = member()
        school = membership.school
        assert found("open") == {school}

        membership.suspend(by=officer, starts_on=today(), reason="Safeguarding.")
        assert (found("open"), found("any"), found("2")) == (set(), {school}, {school})
        assert not membership.takes_call_offs_on(today())

        membership.reinstate(by=officer, opens_on=today(2), reason="Mended.")
        assert not Membership.objects.open_to_call_offs(today(1)).exists()
        assert Membership.objects.open_to_call_offs(today(2)).get() == membership

    def test_may_lie_ahead_and_is_told(self, officer):
        membership = member()
        OutboxMessage.objects.all().delete()

        membership.suspend(by=officer, starts_on=today(10), reason="Safeguarding.")

        assert Membership.objects.open_to_call_offs(today(9)).exists()
        assert "Safeguarding." in OutboxMessage.objects.get().payload["body"]

    @pytest.mark.parametrize("verb", ["again", "past"])
    def test_is_refused(self, officer, verb):
        membership = member()
        if verb == "again":
            membership.suspend(by=officer, starts_on=today(), reason="Why.")

        day = today() if verb == "again" else today(-1)
        with pytest.raises(NotAllowedNow):
            membership.suspend(by=officer, starts_on=day, reason="Why.")

        assert membership.suspensions.count() == (verb == "again")


class TestLeaving:
    @pytest.mark.parametrize(("verb", "leaving"), [("remove", "removed"), ("exit", "exited")])
    def test_has_a_last_day_and_is_said_once(self, officer, verb, leaving):
        membership = member()

        getattr(membership, verb)(by=officer, last_on=today(3), reason="Why.")

        assert (membership.left_on, membership.leaving) == (today(3), leaving)
        assert membership.has_ended(today(4))
        with pytest.raises(NotAllowedNow):
            membership.remove(by=officer, last_on=today(4), reason="Why.")


class TestWhatMembersKeepUp:
    def test_a_declaration_is_asked_for_and_renewed_once(self, officer):
        membership = member()
        owner = membership.provider.owners().get().user
        renewal = DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)
        assert renewal.due_on == add_working_days(today(), 5)
        with pytest.raises(NotAllowedNow):
            DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)

        renewal.renew(by=owner, has_changed=True, changes="A new director.")

        assert renewal.standing(today()) == "answered"
        with pytest.raises(NotAllowedNow):
            renewal.renew(by=owner, has_changed=False)

    def test_reminders_are_said_once_and_the_nearest_alone_after_days_off(self):
        membership = member()
        file = StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None)
        ComplianceDocument.put(
            membership.provider,
            kind="insurance_certificate",
            title="Insurance",
            file=file,
            expires_on=today(70),
            by=None,
        )
        now = timezone.now()

        said = [reminding.remind(now + datetime.timedelta(days=n)) for n in (9, 10, 11, 45, 46, 65)]

        assert said == [0, 1, 0, 1, 0, 1]

    def test_a_debarment_check_is_on_record(self, officer):
        provider = member().provider

        check = DebarmentCheck.record(provider, by=officer, list_on=today(), result="clear")

        assert provider.debarment.get() == check


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
        assert "of which you declared no conflict" in answer.text
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
