"""Signing, and what becomes of a membership: suspended, reinstated, removed, left."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.evaluation import opening
from contracts.membership import releasing, signing
from contracts.models import Agreement, DebarmentCheck, DeclarationRenewal, Membership, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.core.working_days import add_working_days
from nmiss.base.files.models import StoredFile
from placements.filters import Schools
from providers.models import ComplianceDocument, School
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import clear
from tests.factories.joining import decided, in_force, member, offered, release, signed, today
from tests.factories.providers import ProviderFactory, SchoolFactory
from tests.reminding import remind_of

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

        assert result.agreements == []
        assert "already" in " ".join(result.notes)
        assert "another provider" in " ".join(result.notes)
        agreement.refresh_from_db()
        assert (agreement.status, agreement.signatures.count()) == ("signed_by_provider", 1)
        assert not ComplianceDocument.objects.exists()

    def test_of_one_of_two_admits_the_other_and_says_why(self, officer):
        there, able = SchoolFactory(), SchoolFactory()
        agreement = signed(schools=[there, able])
        Membership.objects.create(
            school=there, lot=agreement.lot, provider=agreement.provider, admitted_on=today(-9)
        )

        result = signing.countersign_all([agreement], by=officer, name="A", capacity="B")

        assert (result.admitted, len(result.notes)) == (1, 1)
        assert agreement.memberships.get().school == able

    def test_of_what_admits_nobody_is_refused_and_said_before(self, client, officer):
        agreement = offered()
        school = School.objects.get(urn=agreement.schools[0]["urn"])
        Membership.objects.create(
            school=school, lot=agreement.lot, provider=agreement.provider, admitted_on=today(-9)
        )
        client.force_login(agreement.provider.owners().get().user)
        there = reverse("contracts:agreement_sign", args=[agreement.pk])
        given = {"name": "Ada", "capacity": "Proprietor", "confirm": "on"}

        assert "cannot be admitted" in client.get(there).text
        assert client.post(there, given).status_code == 409

        assert not agreement.signatures.exists()

    def test_after_the_vehicle_has_ended_is_refused(self, officer):
        agreement = signed()
        vehicle = agreement.vehicle
        Vehicle.objects.filter(pk=vehicle.pk).update(initial_ends_on=today(-1))
        agreement = Agreement.objects.get(pk=agreement.pk)

        with pytest.raises(NotAllowedNow, match="ended on"):
            signing.countersign(agreement, by=officer, name="A", capacity="B")

        assert not Membership.objects.exists()


class TestTakingAnOfferBack:
    @pytest.mark.parametrize("made", [offered, signed])
    def test_the_council_withdraws_it_with_a_reason_and_offers_it_again(
        self, client, officer, made
    ):
        agreement = made(starts_on=today(40))
        client.force_login(officer)
        OutboxMessage.objects.all().delete()
        there = reverse("contracts:agreement_withdraw", args=[agreement.pk])
        assert "Enter why" in client.post(there, {"reason": ""}).text

        client.post(there, {"reason": "The day was wrong."})

        agreement.refresh_from_db()
        assert (agreement.status, agreement.reason) == ("withdrawn", "The day was wrong.")
        assert "The day was wrong." in OutboxMessage.objects.get().payload["body"]
        again = reverse("contracts:agreement_offer_again", args=[agreement.pk])
        client.post(again, {"starts_on": today(2).isoformat()})
        standing = agreement.application.agreements.standing().get()
        assert (standing.status, standing.starts_on) == ("offered", today(2))
        refused = client.get(again)
        assert (refused.status_code, "which stands" in refused.text) == (409, True)
        with pytest.raises(NotAllowedNow, match="which stands"):
            releasing.offer_again(agreement, by=officer, starts_on=today(2))

    def test_the_provider_declines_it_and_the_council_is_told(self, client, officer):
        agreement = offered()
        client.force_login(agreement.provider.owners().get().user)
        OutboxMessage.objects.all().delete()

        client.post(
            reverse("contracts:agreement_decline", args=[agreement.pk]), {"reason": "We wait."}
        )

        agreement.refresh_from_db()
        assert (agreement.status, agreement.reason) == ("declined", "We wait.")
        again = client.get(reverse("contracts:agreement_sign", args=[agreement.pk]))
        assert (again.status_code, "nobody signs it any more" in again.text) == (409, True)
        told = [each.payload["to"] for each in OutboxMessage.objects.all()]
        assert [officer.email] in told
        with pytest.raises(NotAllowedNow):
            signing.countersign(agreement, by=officer, name="A", capacity="B")

    def test_is_not_possible_once_both_have_signed(self, officer):
        agreement = in_force()

        with pytest.raises(NotAllowedNow):
            agreement.withdraw(by=officer, reason="Too late.")


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

    @pytest.mark.parametrize("begins", [0, 10])
    def test_that_is_lifted_before_it_has_a_day_stays_on_record(self, client, officer, begins):
        membership = member()
        membership.suspend(by=officer, starts_on=today(begins), reason="Safeguarding.")

        membership.reinstate(by=officer, opens_on=today(), reason="A mistake.")

        kept = membership.suspensions.get()
        assert kept.never_began
        assert (kept.reinstated_on, kept.reinstated_reason) == (today(), "A mistake.")
        for day in (today(-1), today(), today(begins), today(begins + 1)):
            assert membership.takes_call_offs_on(day) == (day >= today())
            assert not Membership.objects.suspended_on(day).exists()
        assert membership.open_suspension() is None
        client.force_login(officer)
        page = client.get(reverse("contracts:membership_detail", args=[membership.pk])).text
        assert "A mistake." in page
        assert "no new place is called off" not in page

        membership.suspend(by=officer, starts_on=today(begins), reason="Once more.")
        assert Membership.objects.suspended_on(today(begins)).get() == membership

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

    def test_by_the_providers_act_is_told_to_officers_and_the_placement_team(self, officer):
        membership, placements = member(), UserFactory(role=Role.PLACEMENTS)
        finance = UserFactory(role=Role.FINANCE)
        owner = membership.provider.owners().get().user
        OutboxMessage.objects.all().delete()

        membership.exit(by=owner, last_on=today(3), reason="A new direction.")

        told = {each.payload["to"][0]: each.payload for each in OutboxMessage.objects.all()}
        assert {officer.email, placements.email, owner.email} <= set(told)
        assert finance.email not in told
        body = told[placements.email]["body"]
        for words in (str(membership.school), "Lot 2", f"{today(3).day} {today(3):%B %Y}"):
            assert words in body


class TestWhatMembersKeepUp:
    def test_a_declaration_is_asked_for_and_renewed_once(self, officer):
        membership = member()
        owner = membership.provider.owners().get().user
        renewal = DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)
        assert renewal.due_on == add_working_days(today(), 5)
        with pytest.raises(NotAllowedNow):
            DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)

        renewal.renew(by=owner, has_changed=True, changes="A new director.")

        assert (renewal.standing(today()), renewal.is_to_read) == ("changed", True)
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

        said = [
            remind_of("document", now + datetime.timedelta(days=n)) for n in (9, 10, 11, 45, 46, 65)
        ]

        assert said == [0, 1, 0, 1, 0, 1]

    def test_a_debarment_check_is_on_record(self, officer):
        provider = member().provider

        check = DebarmentCheck.record(provider, by=officer, list_on=today(), result="clear")

        assert provider.debarment.newest_first().first() == check

    def test_the_finding_of_due_diligence_counts_as_a_check(self):
        provider = member().provider

        check = provider.debarment.get()

        finding = provider.applications.get().findings.get(kind="debarment")
        assert (check.checked_by, check.checked_on) == (finding.found_by, today())
        assert (check.result, check.details) == ("clear", finding.reason)

    def test_a_newer_check_is_not_covered_by_the_finding(self, officer):
        agreement = signed()
        DebarmentCheck.record(
            agreement.provider, by=officer, list_on=today(), result="found", details="Them."
        )

        signing.countersign(agreement, by=officer, name="A", capacity="B")

        assert agreement.provider.debarment.get().result == "found"

    def test_what_has_changed_is_read_once_by_an_officer(self, client, officer):
        membership = member()
        owner = membership.provider.owners().get().user
        renewal = DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)
        renewal.renew(by=owner, has_changed=True, changes="Our director was convicted of fraud.")
        client.force_login(officer)
        there = reverse("contracts:declaration_read", args=[renewal.pk])
        assert "convicted of fraud" in client.get(there).text

        client.post(there)

        renewal.refresh_from_db()
        assert (renewal.read_by, renewal.is_to_read) == (officer, False)
        assert AuditEvent.objects.about(renewal).filter(verb="read_what_changed").count() == 1
        with pytest.raises(NotAllowedNow):
            renewal.read(by=officer)

    def test_how_long_the_law_gives_is_on_both_pages(self, client, officer):
        membership = member()
        due_on = add_working_days(today(), 5)
        by = f"{due_on.day} {due_on:%B %Y}"
        client.force_login(officer)
        asked = client.get(reverse("contracts:declaration_ask", args=[membership.pk])).text
        renewal = DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)
        client.force_login(membership.provider.owners().get().user)

        renewed = client.get(reverse("contracts:declaration_renew", args=[renewal.pk])).text

        for page in (asked, renewed):
            assert "5 working days" in page
            assert "34(25)" in page
            assert by in page


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
