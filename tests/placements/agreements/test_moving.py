"""A provider asks to move a child to another of its sites, and the council approves or refuses."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from nmiss.base.accounts.handing_over import owner_of
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.accounts.two_people import KindOfProposal
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.agreements import moving
from placements.agreements.models import PlacementAgreement
from placements.models import Placement
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE, a_school_with_people
from tests.factories.placement_agreements import (
    SOON,
    a_choice,
    an_agreement,
    in_force,
    join,
)
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.outbox import messages
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db
APRIL = datetime.date(2027, 4, 5)
DAY = datetime.timedelta(days=1)
SLT = {
    **{"kind": "therapy_slt", "unit": "hour", "quantity": Decimal(1), "amount": Decimal(80)},
    **{"funder": "health", "weeks": Decimal(38)},
}
WHY = "The unit moves to the new building."


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


@pytest.fixture
def agreement(officer):
    """In force from January, with two price lines."""
    school, head = a_school_with_people(name="Old Site")
    choice, _ = a_choice(by=officer, school=school, owner=head, prices=(BASE, SLT))
    return in_force(an_agreement(choice, by=officer, prices=(BASE, SLT)), owner=head)


@pytest.fixture
def head(agreement):
    return agreement.provider.members.get().user


@pytest.fixture
def site(agreement):
    found = SchoolFactory(name="New Site", provider=agreement.provider)
    join(found)
    return found


def page(name, *args):
    return reverse(f"placements:placement_agreement_{name}", args=args)


def proposal_page(name, proposal):
    return reverse(f"accounts:proposal_{name}", args=[proposal.pk])


def ask(agreement, site, head, on=APRIL):
    return moving.ask_move(agreement, site, on, by=head, reason=WHY)


class TestAsking:
    def test_an_owner_asks_on_the_page_of_the_agreement(
        self, client, agreement, head, site, officer
    ):
        client.force_login(head)
        assert page("ask_move", agreement.pk) in client.get(page("detail", agreement.pk)).text
        given = {"school": site.pk, "starts_on": APRIL.isoformat(), "reason": WHY}

        said = client.post(page("ask_move", agreement.pk), given, follow=True).text

        assert "You asked to move the child" in said
        assert "from Old Site to New Site on 5 April 2027" in said
        assert page("ask_move", agreement.pk) not in said
        proposal = Proposal.objects.get()
        assert (proposal.proposed_by, proposal.data.site) == (head, site.pk)
        [letter] = messages(to=officer.email, holding="move the place of agreement")
        assert agreement.child.reference not in str(letter.payload)
        assert not PlacementAgreement.objects.filter(version=2).exists()

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"starts_on": "2026-01-05"}, "has passed"),
            ({"starts_on": SOON.isoformat()}, "begins on 4 January 2027"),
            ({"starts_on": "2099-01-05"}, "The place ends on"),
            ({"reason": ""}, "Enter why the child is to move"),
            ({"school": ""}, "Select the site"),
        ],
    )
    def test_says_what_to_correct(self, client, agreement, head, site, given, words):
        client.force_login(head)
        usual = {"school": site.pk, "starts_on": APRIL.isoformat(), "reason": WHY}

        assert words in client.post(page("ask_move", agreement.pk), usual | given).text
        assert not Proposal.objects.exists()

    def test_is_refused_where_the_site_could_not_take_the_place(self, agreement, head):
        off_the_dps = SchoolFactory(name="Annexe", provider=agreement.provider)

        with pytest.raises(NotAllowedNow, match="Annexe is not on the DPS on 5 April 2027"):
            ask(agreement, off_the_dps, head)

    def test_is_refused_where_a_price_changes_later(self, agreement, head, officer, site):
        line = agreement.placement.price_lines.get(kind="base_education")
        later = APRIL + DAY
        line.change(by=officer, from_on=later, amount=Decimal(70_000), quantity=Decimal(1))

        with pytest.raises(NotAllowedNow, match="A price of this place changes on 6 April 2027"):
            ask(agreement, site, head)

    def test_is_for_owners_of_that_provider(self, client, agreement, site):
        editor = ProviderMemberFactory(provider=agreement.provider, role="editor").user
        client.force_login(editor)
        assert client.get(page("ask_move", agreement.pk)).status_code == 403
        with pytest.raises(NotAllowedNow, match="Only an owner"):
            ask(agreement, site, editor)
        client.force_login(ProviderMemberFactory().user)
        assert client.get(page("ask_move", agreement.pk)).status_code == 404

    def test_only_once_at_a_time(self, agreement, head, site):
        ask(agreement, site, head)

        with pytest.raises(NotAllowedNow, match="proposed this already"):
            ask(agreement, site, head, APRIL + DAY)

    def test_the_database_takes_none_of_another_provider(self, agreement, site):
        stranger = ProviderMemberFactory(role="owner").user
        facts = {"reference": "PA", "here": "", "there": "", "cost_a_year": Decimal(1)}
        facts |= {"agreement": agreement.pk, "site": site.pk, "starts_on": APRIL}

        with pytest.raises(IntegrityError, match="to a site of its own"), transaction.atomic():
            Proposal.propose(moving.SITE_MOVE, agreement, by=stranger, reason=WHY, **facts)


class TestWhoReadsIt:
    @pytest.fixture
    def proposal(self, agreement, site, head):
        return ask(agreement, site, head)

    def test_people_of_the_provider_and_of_no_other(self, client, proposal, agreement):
        viewer = ProviderMemberFactory(provider=agreement.provider, role="viewer").user
        other = ProviderMemberFactory(role="owner").user

        for person, status, count in ((viewer, 200, 1), (other, 404, 0)):
            assert Proposal.objects.visible_to(person).count() == count
            client.force_login(person)
            assert client.get(proposal_page("detail", proposal)).status_code == status
            listed = client.get(reverse("accounts:proposal_list")).text
            assert ("New Site" in listed) == bool(count)
            file = client.get(reverse("files:listing_csv", args=["proposals"]))
            assert (b"New Site" in b"".join(file.streaming_content)) == bool(count)
        assert client.post(proposal_page("withdraw", proposal)).status_code == 404

    def test_who_approves_it_and_auditors_and_nobody_else_of_the_council(self, proposal):
        sees = {
            role
            for role in Role.of_the_council()
            if Proposal.objects.visible_to(UserFactory(role=role)).exists()
        }
        assert sees == {Role.PLACEMENTS, Role.AUDITOR}

    def test_no_kind_is_read_by_providers_without_a_rule_of_its_own(self):
        words = {"asks": str, "agreed": print}
        with pytest.raises(ValueError, match="which of its proposals a provider reads"):
            KindOfProposal("any", (Role.PROVIDER,), (Role.OFFICER,), **words)
        with pytest.raises(ValueError, match="no provider agrees"):
            KindOfProposal("any", (Role.OFFICER,), (Role.PROVIDER,), **words)

    def test_who_asked_withdraws_it(self, client, proposal, head):
        client.force_login(head)

        client.post(proposal_page("withdraw", proposal))

        proposal.refresh_from_db()
        assert proposal.decision == "withdrawn"


class TestDeciding:
    def test_approving_offers_a_version_that_both_sign(
        self, client, agreement, site, head, officer
    ):
        proposal = ask(agreement, site, head)
        client.force_login(officer)
        assert proposal_page("detail", proposal) in client.get("/").text
        read_and_send(client, proposal_page("agree", proposal))

        version = PlacementAgreement.objects.get(version=2)
        before = agreement.prices.order_by("pk").values_list("kind", "amount", "funder")
        assert list(version.prices.order_by("pk").values_list("kind", "amount", "funder")) == list(
            before
        )
        assert (version.school, version.starts_on, version.status) == (site, APRIL, "offered")
        assert (version.ends_on, version.follows) == (agreement.ends_on, agreement.placement)
        assert messages(to=head.email, holding="has agreed to this")

        in_force(version, owner=head)

        assert Placement.objects.get(pk=agreement.placement_id).ended_on == APRIL - DAY
        assert version.placement.school == site

    def test_refusing_tells_the_provider_why_and_changes_nothing(
        self, client, agreement, site, head, officer
    ):
        proposal = ask(agreement, site, head)
        client.force_login(officer)

        client.post(proposal_page("decline", proposal), {"reason": "The journey is too long."})

        assert messages(to=head.email, holding="Nothing has changed")
        client.force_login(head)
        assert "The journey is too long." in client.get(page("detail", agreement.pk)).text
        assert not PlacementAgreement.objects.filter(version=2).exists()

    def test_is_handed_over_among_placement_officers(self, client, agreement, site, head, officer):
        proposal, colleague = ask(agreement, site, head), UserFactory(role=Role.PLACEMENTS)
        address = reverse("accounts:record_hand_over", args=["proposal", proposal.pk])
        client.force_login(officer)
        assert address in client.get(proposal_page("detail", proposal)).text

        client.post(address, {"to": colleague.pk, "reason": "She knows the school."})

        assert owner_of(proposal) == colleague

    def test_waits_for_nobody_once_the_agreement_has_changed(self, agreement, site, head, officer):
        proposal = ask(agreement, site, head)
        agreement.placement.price_lines.get(kind="base_education").change(
            by=officer, from_on=APRIL + DAY, amount=Decimal(70_000), quantity=Decimal(1)
        )

        assert "A price of this place changes" in proposal.why_not
        with pytest.raises(NotAllowedNow, match="A price of this place changes"):
            proposal.agree(by=officer, seen=proposal.digest)
        proposal.refresh_from_db()
        assert proposal.decision == ""

    def test_a_commissioning_officer_does_not_approve_it(self, agreement, site, head):
        proposal = ask(agreement, site, head)
        other = UserFactory(role=Role.OFFICER)

        with pytest.raises(NotAllowedNow):
            proposal.agree(by=other, seen=proposal.digest)
        with pytest.raises(IntegrityError), transaction.atomic(), acting_for(other):
            Proposal.objects.filter(pk=proposal.pk).update(decision="agreed", decided_by=other)
