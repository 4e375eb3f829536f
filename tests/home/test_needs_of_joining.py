"""What joining and membership ask of people on their landing pages."""

import pytest
from django.urls import reverse

from contracts.models import DebarmentCheck, DeclarationRenewal
from nmiss.accounts.models import Role
from nmiss.files.models import StoredFile
from nmiss.home import needs_of_joining
from providers.models import ComplianceDocument, ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.joining import member, offered, signed, today
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def of_officer(officer):
    return [need.words for need in needs_of_joining.of_commissioning(officer, today())]


def of_member(person):
    return [need.words for need in needs_of_joining.of_member(person, today())]


def test_nothing_where_there_is_nothing(officer):
    assert of_officer(officer) == []


def test_an_agreement_is_signed_by_the_owner_and_then_by_the_council(client, officer):
    agreement = offered()
    owner = agreement.provider.owners().get().user
    editor = ProviderMemberFactory(provider=agreement.provider, role=ProviderRole.EDITOR).user
    expected = f"Sign the admission agreement of {agreement.provider}, Lot 2"
    assert (of_member(owner), of_member(editor), of_officer(officer)) == ([expected], [], [])
    client.force_login(owner)
    assert expected in client.get(reverse("home:home")).text

    agreement.sign(by=owner, name=owner.name, capacity="Proprietor")

    assert of_member(owner) == []
    assert of_officer(officer) == ["Sign 1 agreement that its provider has signed"]


def test_several_are_one_line(officer):
    signed()
    signed()

    assert of_officer(officer) == ["Sign 2 agreements that their providers have signed"]


def test_a_member_is_looked_up_each_quarter(officer):
    provider = member().provider
    assert of_officer(officer) == ["Look up 1 member on the debarment list"]

    check = DebarmentCheck.record(provider, by=officer, list_on=today(-93), result="clear")
    assert of_officer(officer) == []

    DebarmentCheck.objects.filter(pk=check.pk).update(checked_on=today(-93))
    assert of_officer(officer) == ["Look up 1 member on the debarment list"]


def test_a_declaration_is_renewed_by_the_owner_or_is_late(officer):
    membership = member()
    provider, owner = membership.provider, membership.provider.owners().get().user
    DebarmentCheck.record(provider, by=officer, list_on=today(), result="clear")
    renewal = DeclarationRenewal.ask(provider, membership.lot.vehicle, by=officer)
    assert of_member(owner) == [f"Renew the self-declaration of {provider}"]
    assert of_officer(officer) == []

    DeclarationRenewal.objects.filter(pk=renewal.pk).update(due_on=today(-1))
    assert of_officer(officer) == [f"Ask {provider} for its self-declaration, which has not come"]

    renewal.renew(by=owner, has_changed=False)
    assert (of_member(owner), of_officer(officer)) == ([], [])


@pytest.mark.parametrize(
    ("days", "theirs", "ours"),
    [
        (31, [], []),
        (30, ["Send a new insurance certificate: it expires soon"], []),
        (0, ["Send a new insurance certificate: it expires soon"], []),
        (-1, ["Send a new insurance certificate: it has expired"], ["theirs has expired"]),
    ],
)
def test_a_document_that_expires(officer, days, theirs, ours):
    provider = member().provider
    DebarmentCheck.record(provider, by=officer, list_on=today(), result="clear")
    viewer = ProviderMemberFactory(provider=provider, role=ProviderRole.VIEWER).user
    editor = ProviderMemberFactory(provider=provider, role=ProviderRole.EDITOR).user
    ComplianceDocument.put(
        provider,
        kind="insurance_certificate",
        title="Insurance certificate",
        file=StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None),
        expires_on=today(days),
        by=None,
    )

    assert (of_member(editor), of_member(viewer)) == (theirs, [])
    assert [words.split(": ")[1] for words in of_officer(officer)] == ours
