"""What becomes of a membership: suspended, reinstated, removed, left, kept up."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.membership import signing
from contracts.models import DebarmentCheck, DeclarationRenewal, Membership
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.core.working_days import add_working_days
from nmiss.base.files.models import StoredFile
from placements.filters import Schools
from providers.models import ComplianceDocument, School
from tests.factories.accounts import UserFactory
from tests.factories.joining import member, signed, today
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db


def found(choice):
    return set(Schools({"member": choice}, queryset=School.objects.all()).qs)


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
