"""What joining and membership ask of people on their landing pages."""

import datetime

import pytest
from django.db.models import F
from django.db.utils import InternalError
from django.urls import reverse

from contracts.membership import home
from contracts.models import DebarmentCheck, DeclarationRenewal, LetterReading, OutcomeLetter
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.files.models import StoredFile
from providers.models import ComplianceDocument, ProviderRole
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.joining import member, offered, signed, today
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def of_officer(officer):
    return [task.words for task in read(home.of_commissioning(officer, today()))]


def told_long_ago():
    letter = "contracts.OutcomeLetter"
    dated, kept = f"{letter}:dated_by_the_database", f"{letter}:append_only"
    with owners.without(dated), owners.without(kept):
        OutcomeLetter.objects.update(told_at=F("told_at") - datetime.timedelta(days=31))


def of_member(person):
    return [task.words for task in read(home.of_member(person, today()))]


def test_nothing_where_there_is_nothing(officer):
    assert of_officer(officer) == []


def test_an_agreement_is_signed_by_the_owner_and_then_by_the_council(client, officer):
    agreement = offered()
    owner = agreement.provider.owners().get().user
    editor = ProviderMemberFactory(provider=agreement.provider, role=ProviderRole.EDITOR).user
    expected = f"Sign the admission agreement: {agreement.provider}, Lot 2"
    read = f"Read the outcome letter: {agreement.application.reference}"
    theirs = (of_member(owner), of_member(editor), of_officer(officer))
    assert theirs == ([read, expected], [read], [])
    client.force_login(owner)
    assert expected in client.get(reverse("home:home")).text

    agreement.sign(by=owner, name=owner.name, capacity="Proprietor")

    assert of_member(owner) == [read]
    assert of_officer(officer) == ["Countersign 1 agreement"]


def test_several_are_one_line(officer):
    signed()
    signed()

    assert of_officer(officer) == ["Countersign 2 agreements"]


def test_a_member_is_looked_up_each_quarter(officer):
    provider = member().provider
    assert of_officer(officer) == []

    provider.debarment.update(list_on=today(-93), checked_on=today(-93))
    assert of_officer(officer) == [f"Check {provider} against the debarment list"]

    check = DebarmentCheck.record(provider, by=officer, list_on=today(-93), result="clear")
    assert of_officer(officer) == []

    DebarmentCheck.objects.filter(pk=check.pk).update(checked_on=today(-93))
    assert of_officer(officer) == [f"Check {provider} against the debarment list"]


def test_a_check_against_debarment_is_due_a_quarter_after_the_oldest(officer):
    first, second = member().provider, member().provider
    first.debarment.update(list_on=today(-93), checked_on=today(-93))
    second.debarment.update(list_on=today(-100), checked_on=today(-100))

    (task,) = read(home.of_commissioning(officer, today()))

    assert task.words == "Check 2 members against the debarment list"
    assert task.on == today(-100) + home.QUARTER

    DebarmentCheck.objects.filter(provider=second).delete()
    first.debarment.update(list_on=today(), checked_on=today())
    (task,) = read(home.of_commissioning(officer, today()))

    assert (task.words, task.on) == (f"Check {second} against the debarment list", today())


def test_a_declaration_is_renewed_by_the_owner_or_is_late(officer):
    membership = member()
    told_long_ago()
    provider, owner = membership.provider, membership.provider.owners().get().user
    renewal = DeclarationRenewal.ask(provider, membership.lot.vehicle, by=officer)
    assert of_member(owner) == [f"Renew the self-declaration: {provider}"]
    assert of_officer(officer) == []

    DeclarationRenewal.objects.filter(pk=renewal.pk).update(due_on=today(-1))
    assert of_officer(officer) == [f"Ask for the overdue self-declaration: {provider}"]

    renewal.renew(by=owner, has_changed=False)
    assert (of_member(owner), of_officer(officer)) == ([], [])


@pytest.mark.parametrize(
    ("days", "theirs", "ours"),
    [
        (31, [], []),
        (30, ["Send a new insurance certificate (expires soon)"], []),
        (0, ["Send a new insurance certificate (expires soon)"], []),
        (-1, ["Send a new insurance certificate (expired)"], ["(expired)"]),
    ],
)
def test_a_document_that_expires(officer, days, theirs, ours):
    provider = member().provider
    told_long_ago()
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
    assert [words[-9:] for words in of_officer(officer)] == ours
    assert all("?document=" in task.link for task in read(home.of_member(editor, today())))


def test_an_outcome_is_to_be_read_for_30_days():
    owner = member().provider.owners().get().user
    assert [words[:24] for words in of_member(owner)] == ["Read the outcome letter:"]

    told_long_ago()

    assert of_member(owner) == []


def test_an_outcome_that_somebody_has_read_is_their_task_no_more(client, officer):
    provider = member().provider
    owner = provider.owners().get().user
    editor = ProviderMemberFactory(provider=provider, role=ProviderRole.EDITOR).user
    (task,) = read(home.of_member(owner, today()))
    client.force_login(officer)
    assert "Read by" not in client.get(task.link).text

    client.force_login(owner)
    for _ in range(2):
        client.get(task.link)

    assert of_member(owner) == []
    assert len(of_member(editor)) == 1
    client.force_login(officer)
    page = client.get(task.link).text
    assert "Read by" in page
    assert page.count(f"<li>{owner}, ") == 1
    with pytest.raises(InternalError, match="update or delete"):
        LetterReading.objects.all().delete()


def test_what_has_changed_waits_for_an_officer(officer):
    membership = member()
    renewal = DeclarationRenewal.ask(membership.provider, membership.lot.vehicle, by=officer)
    owner = membership.provider.owners().get().user
    renewal.renew(by=owner, has_changed=True, changes="Our director was convicted of fraud.")
    expected = f"Read changes in the self-declaration: {membership.provider}"
    assert of_officer(officer) == [expected]

    renewal.read(by=officer)

    assert of_officer(officer) == []


def test_a_member_on_the_debarment_list_is_decided_about(officer):
    membership = member()
    DebarmentCheck.record(
        membership.provider, by=officer, list_on=today(), result="found", details="They are."
    )
    (line,) = of_officer(officer)
    assert line.startswith(f"Decide whether to suspend {membership.provider}: ")

    membership.suspend(by=officer, starts_on=today(), reason="On the list.")
    assert of_officer(officer) == []

    membership.reinstate(by=officer, opens_on=today(), reason="A like name.")
    assert of_officer(officer) == [line]
    DebarmentCheck.record(membership.provider, by=officer, list_on=today(), result="clear")
    assert of_officer(officer) == []


def test_a_school_that_leaves_is_known_to_officers_and_the_placement_team(client, officer):
    membership = member()
    owner, placements = membership.provider.owners().get().user, UserFactory(role=Role.PLACEMENTS)
    membership.exit(by=owner, last_on=today(), reason="A new direction.")
    words = f"Plan placements: {membership.school} leaves Lot 2 on"
    (line,) = of_officer(officer)
    assert line.startswith(words)

    client.force_login(placements)
    assert words in client.get(reverse("home:home")).text

    later = today(15)
    assert read(home.schools_that_leave(officer, later)) == []
