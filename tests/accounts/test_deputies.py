"""A deputy decides for who is away: for whom it is theirs, within the days, never for oneself."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import handing_over
from nmiss.base.accounts.models import Deputy, Proposal, Role
from nmiss.base.core import clock
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.proposals import a_deputy, a_proposal
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def ada():
    return UserFactory(role=Role.ADMINISTRATOR, name="Ada Lovelace")


@pytest.fixture
def grace():
    return UserFactory(role=Role.ADMINISTRATOR, name="Grace Hopper")


@pytest.fixture
def owned(ada):
    """A proposal by a third person that is Ada's to decide."""
    proposal = a_proposal()
    handing_over.hand_over(proposal, to=ada, by=ada, reason="I know her.")
    return proposal


class TestDeciding:
    def test_stands_on_record_for_whom_it_was(self, client, ada, grace, owned):
        a_deputy(of=ada, deputy=grace)
        client.force_login(grace)
        agree = reverse("accounts:proposal_agree", args=[owned.pk])
        assert "You decide for Ada Lovelace, who is away." in client.get(agree).text

        read_and_send(client, agree)

        owned.refresh_from_db()
        assert (owned.decided_by, owned.decided_for) == (grace, ada)
        assert (
            AuditEvent.objects.get(verb="agree_to").details[-1] == "In the place of: Ada Lovelace"
        )
        detail = client.get(reverse("accounts:proposal_detail", args=[owned.pk])).text
        assert "Grace Hopper for Ada Lovelace" in detail

    def test_of_what_is_not_theirs_is_one_s_own(self, ada, grace):
        a_deputy(of=ada, deputy=grace)
        proposal = a_proposal()

        proposal.decline(by=grace, reason="She has one.")

        assert proposal.decided_for is None

    @pytest.mark.parametrize(("after", "is_for"), [(0, False), (1, True), (3, True), (4, False)])
    def test_is_from_the_first_day_to_the_last(self, ada, grace, owned, after, is_for):
        a_deputy(of=ada, deputy=grace, days=(1, 3))

        with clock.at(timezone.now() + after * DAY):
            assert (owned.in_place_of(grace) == ada) is is_for
            owned.decline(by=grace, reason="She has one.")

        assert (owned.decided_for == ada) is is_for

    def test_is_never_of_one_s_own_proposal(self, ada, grace):
        own = a_proposal(by=grace)
        handing_over.hand_over(own, to=ada, by=ada, reason="Mine.")
        a_deputy(of=ada, deputy=grace)

        with pytest.raises(NotAllowedNow, match="Another person must agree"):
            own.agree(by=grace, seen=own.digest)

    def test_is_never_for_whom_proposed_it(self, ada, grace):
        proposal = a_proposal(by=ada)
        handing_over.hand_over(proposal, to=ada, by=grace, reason="Hers.")
        a_deputy(of=ada, deputy=grace)

        proposal.decline(by=grace, reason="She has one.")

        assert proposal.decided_for is None

    def test_ended_is_over(self, client, ada, grace, owned):
        named = a_deputy(of=ada, deputy=grace)
        client.force_login(ada)
        assert "Grace Hopper" in client.get(reverse("accounts:own_account")).text

        client.post(reverse("accounts:deputy_end", args=[named.pk]))

        assert owned.in_place_of(grace) is None
        with pytest.raises(NotAllowedNow, match="ended already"):
            named.end(by=ada)


class TestNaming:
    def test_on_a_page(self, client, ada, grace):
        client.force_login(ada)
        today = timezone.localdate()
        given = {"deputy": grace.pk, "starts_on": today, "ends_on": today + 5 * DAY}

        client.post(reverse("accounts:deputy_name"), given)

        named = Deputy.objects.get()
        assert (named.person, named.deputy, named.ends_on) == (ada, grace, today + 5 * DAY)
        page = client.post(reverse("accounts:deputy_name"), given)
        assert "You have a deputy on some of these days already." in page.text
        assert Deputy.objects.count() == 1

    @pytest.mark.parametrize(
        ("first", "last", "says"),
        [
            (-1, 3, "Enter today or a later day"),
            (3, 2, "Enter the first day away or a later day"),
            (0, 400, "Enter a day at most one year after the first"),
        ],
    )
    def test_refuses_days(self, client, ada, grace, first, last, says):
        client.force_login(ada)
        today = timezone.localdate()
        given = {"starts_on": today + first * DAY, "ends_on": today + last * DAY}

        page = client.post(reverse("accounts:deputy_name"), given | {"deputy": grace.pk})

        assert says in page.text
        assert not Deputy.objects.exists()

    def test_refuses_another_role_and_oneself(self, client, ada):
        client.force_login(ada)
        today = timezone.localdate()
        for other in (UserFactory(role=Role.OFFICER), ada):
            given = {"deputy": other.pk, "starts_on": today, "ends_on": today}
            page = client.post(reverse("accounts:deputy_name"), given)
            assert "Select a deputy" in page.text


class TestTheDatabase:
    def refused(self, words, change, *, by):
        with pytest.raises(DatabaseError, match=words), transaction.atomic(), acting_for(by):
            change()

    def make(self, ada, grace, **given):
        today = timezone.localdate()
        days = {"starts_on": today, "ends_on": today + 3 * DAY}
        row = {"person": ada, "deputy": grace} | days | given
        return lambda: Deputy.objects.create(**row)

    def test_refuses_what_must_never_be_true(self, ada, grace):
        officer, closed = UserFactory(), UserFactory(role=Role.ADMINISTRATOR, is_active=False)
        yesterday = timezone.localdate() - DAY

        self.refused("in person", self.make(ada, grace), by=grace)
        self.refused("same role", self.make(ada, officer), by=ada)
        self.refused("same role", self.make(ada, closed), by=ada)
        self.refused("is_another", self.make(ada, ada), by=ada)
        self.refused("before_ends_on", self.make(ada, grace, ends_on=yesterday), by=ada)
        a_deputy(of=ada, deputy=grace)
        self.refused("one_at_a_time", self.make(ada, grace), by=ada)
        change = {"ends_on": timezone.localdate() + 90 * DAY}
        self.refused("not changed", lambda: Deputy.objects.update(**change), by=ada)
        self.refused("Cannot delete", Deputy.objects.all().delete, by=ada)

    def test_refuses_a_decision_for_whom_no_deputy_stands_in(self, ada, grace, owned):
        def decide(**given):
            changed = {"decision": "agreed", "decided_at": timezone.now(), "decided_by": grace}
            return lambda: Proposal.objects.filter(pk=owned.pk).update(**changed | given)

        self.refused("deputy decides", decide(decided_for=ada), by=grace)
        a_deputy(of=ada, deputy=grace)
        other = UserFactory(role=Role.ADMINISTRATOR)
        self.refused("deputy decides", decide(decided_for=other), by=grace)
        self.refused(
            "deputy decides|for_whom_is_away",
            decide(decided_for=ada, decision="", decided_at=None, decided_by=None),
            by=grace,
        )
        with acting_for(grace):
            decide(decided_for=ada)()
