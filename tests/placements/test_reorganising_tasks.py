"""The letters of a reorganisation that is done, and the tasks of one that is planned."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.across.home.boards import board_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import OutboxMessage
from placements.reorganising import transferring
from placements.tasks import reorganise
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.factories.reorganising import REASON, a_reorganisation, districts_mapped
from tests.outbox import messages

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def a_child(postcode, school):
    child = ChildFactory(identity__home_postcode=postcode)
    PlacementFactory(child=child, school=school)
    return child


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def owners():
    """Of two providers: one with a child in each district, one with a child in the west alone."""
    both, west = ProviderMemberFactory(), ProviderMemberFactory()
    ProviderMemberFactory()  # without children
    for member, codes in ((both, ("CT20 3QA", "TN23 1AA")), (west, ("TN23 2BB",))):
        for code in codes:
            a_child(code, SchoolFactory(provider=member.provider))
    return both.user, west.user


def agreed(officer, starts_on):
    plan = districts_mapped(a_reorganisation(by=officer, starts_on=starts_on))
    transferring.settle_home_districts(plan, by=officer)
    proposal = transferring.propose(plan, by=officer, reason=REASON)
    proposal.agree(by=UserFactory(role=Role.MANAGER), seen=proposal.digest)
    return plan


def told(person):
    return messages(to=person.email, subject="Old County: other councils")


class TestLetters:
    def test_say_to_each_owner_which_councils_are_responsible(self, officer, owners):
        plan = agreed(officer, timezone.localdate())
        OutboxMessage.objects.all().delete()

        reorganise()
        reorganise()

        of_both, of_west = (told(owner) for owner in owners)
        (letter,) = of_both
        assert "- East Council\n- West Council" in letter.payload["body"]
        assert "East Council leads the procurement arrangements" in letter.payload["body"]
        (letter,) = of_west
        assert "- West Council" in letter.payload["body"]
        assert "- East Council" not in letter.payload["body"]
        every = [message.payload["to"][0] for message in OutboxMessage.objects.all()]
        (done,) = messages(to=officer.email, subject="The reorganisation of Old County is done")
        assert "3 children, 3 contracts for places" in done.payload["body"]
        assert "the owners of 2 providers" in done.payload["body"]
        assert plan.children.count() == 3
        assert len(every) == len(set(every)), "nobody is told twice"

    def test_name_no_child_and_no_district(self, officer, owners):
        agreed(officer, timezone.localdate())
        OutboxMessage.objects.all().delete()

        reorganise()

        for message in OutboxMessage.objects.all():
            words = message.payload["subject"] + message.payload["body"]
            assert "Eastdown" not in words
            assert "Westdown" not in words
            assert "CT20" not in words

    def test_are_not_written_before_the_day(self, officer, owners):
        agreed(officer, timezone.localdate() + DAY)
        OutboxMessage.objects.all().delete()

        reorganise()

        assert not OutboxMessage.objects.exists()


class TestTasks:
    def words(self, role):
        board = board_of(UserFactory(role=role), today=timezone.localdate())
        return [line.task.words for line in board.lines]

    def test_ask_for_home_districts_until_all_are_known(self, officer, owners):
        plan = districts_mapped(
            a_reorganisation(by=officer, starts_on=timezone.localdate() + 30 * DAY)
        )
        asked = "Record the home districts of 3 children: reorganisation of Old County"

        for role in (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS):
            assert asked in self.words(role)
        assert asked not in self.words(Role.FINANCE)
        transferring.settle_home_districts(plan, by=officer)
        assert not [words for words in self.words(Role.OFFICER) if "home district" in words]

    def test_lead_to_the_plan_where_a_placement_officer_records_them(self, client, officer, owners):
        plan = districts_mapped(
            a_reorganisation(by=officer, starts_on=timezone.localdate() + 30 * DAY)
        )
        client.force_login(UserFactory(role=Role.PLACEMENTS))

        page = client.get(reverse("placements:reorganisation_detail", args=[plan.pk]))

        reference = page.context["unknown"][0].reference
        assert reverse("placements:home_district", args=[reference]) in page.text

    def test_say_which_could_not_be_done_on_its_day(self, officer, owners):
        agreed(officer, timezone.localdate())
        a_child("CT21 9ZZ", SchoolFactory())  # lies in two districts

        reorganise()

        found = self.words(Role.MANAGER)
        assert "Check the reorganisation of Old County: it could not be done" in found
