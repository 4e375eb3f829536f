"""An agreement is signed by both, or taken back."""

import pytest
from django.urls import reverse

from contracts.membership import releasing, signing
from contracts.models import Agreement, Membership, Vehicle
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import OutboxMessage
from nmiss.base.files.models import StoredFile
from providers.models import ComplianceDocument, School
from tests.factories.joining import in_force, offered, signed, today
from tests.factories.providers import ProviderFactory, SchoolFactory

pytestmark = pytest.mark.django_db


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
        assert (refused.status_code, "in force or on offer" in refused.text) == (409, True)
        with pytest.raises(NotAllowedNow, match="in force or on offer"):
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
