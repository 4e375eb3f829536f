"""A record that people work on has an owner, handed over in one action with a reason."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from contracts.evaluation import opening
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.models import RecordOwner, Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, opened
from tests.factories.joining import offered
from tests.factories.proposals import a_deputy, a_proposal

pytestmark = pytest.mark.django_db
REASON = "She knows this provider."


@pytest.fixture
def ada():
    return UserFactory(role=Role.OFFICER, name="Ada Lovelace")


@pytest.fixture
def grace():
    return UserFactory(role=Role.OFFICER, name="Grace Hopper")


def address(kind, record):
    return reverse("accounts:record_hand_over", args=[kind, record.pk])


def lines(client, person, whose=""):
    client.force_login(person)
    board = client.get("/", {"whose": whose} if whose else {}).context["board"]
    return {line.task.words: line for line in board.lines}


@pytest.mark.parametrize(
    ("kind", "make", "page"),
    [
        ("application", opened, "contracts:application_detail"),
        ("round", RoundFactory, "contracts:round_detail"),
    ],
)
def test_is_one_action_with_a_reason(client, ada, grace, kind, make, page):
    record = make()
    client.force_login(ada)
    detail = reverse(page, args=[record.pk])
    assert "No one: the team" in client.get(detail).text
    assert address(kind, record) in client.get(detail).text

    missing = client.post(address(kind, record), {"to": grace.pk})
    assert "Enter the reason" in missing.text
    client.post(address(kind, record), {"to": grace.pk, "reason": REASON})

    assert handing_over.owner_of(record) == grace
    assert "Grace Hopper" in client.get(detail).text
    event = AuditEvent.objects.get(verb="hand_over")
    assert event.changes == ["Owner: from the team to Grace Hopper"]
    assert event.details == [f"Reason: {REASON}"]
    client.post(address(kind, record), {"to": "", "reason": "She is ill."})
    assert handing_over.owner_of(record) is None


def test_a_proposal_is_handed_to_who_may_agree(client):
    proposal, manager = a_proposal(), UserFactory(role=Role.MANAGER)
    other = UserFactory(role=Role.ADMINISTRATOR, name="Bo Admin")
    client.force_login(other)

    page = client.get(address("proposal", proposal)).text
    assert "Bo Admin" in page
    assert str(proposal.proposed_by) not in page.partition("<select")[2].partition("</select")[0]
    officer = UserFactory(role=Role.OFFICER)
    refused = client.post(address("proposal", proposal), {"to": officer.pk, "reason": REASON})
    assert "Select someone of the team" in refused.text
    client.post(address("proposal", proposal), {"to": manager.pk, "reason": REASON})

    assert handing_over.owner_of(proposal) == manager
    proposal.decline(by=manager, reason="She has one.")
    assert client.get(address("proposal", proposal)).status_code == 409


def test_who_has_a_conflict_neither_owns_nor_hands_over(client, ada, grace):
    application = opened()
    opening.declare(application, by=ada, has_conflict=True, details="My cousin owns it.")
    client.force_login(ada)
    assert client.get(address("application", application)).status_code == 403

    client.force_login(grace)
    page = client.post(address("application", application), {"to": ada.pk, "reason": REASON})

    assert "Select someone of the team" in page.text
    assert not RecordOwner.objects.exists()


def test_of_no_such_kind_or_record_is_not_there(client, ada):
    client.force_login(ada)

    for kind, number in (("school", 1), ("round", 999_999)):
        page = client.get(reverse("accounts:record_hand_over", args=[kind, number]))
        assert page.status_code == 404


def test_one_that_is_decided_is_not_handed_over(client, ada):
    application = offered().application  # whose outcome was sent
    client.force_login(ada)

    assert client.get(address("application", application)).status_code == 409


def test_mine_and_my_team_s(client, ada, grace):
    application = opened()
    name = f"Assign evaluators: {application.provider} ({application.reference})"
    handing_over.hand_over(application, to=ada, by=grace, reason=REASON)

    assert lines(client, ada)[name].is_mine
    assert name in lines(client, ada, "mine")
    assert name not in lines(client, ada, "team")
    assert not lines(client, grace)[name].is_mine
    assert lines(client, grace)[name].owner == ada
    assert name in lines(client, grace, "team")
    assert name not in lines(client, grace, "mine")
    assert set(lines(client, grace, "anything")) == set(lines(client, grace))


def test_a_deputy_has_the_tasks_of_who_is_away(client, ada, grace):
    application = opened()
    handing_over.hand_over(application, to=ada, by=ada, reason=REASON)
    a_deputy(of=ada, deputy=grace)

    (line, *_) = lines(client, grace, "mine").values()

    assert line.owner == ada
    assert "For Ada Lovelace (away)" in client.get("/").text


class TestTheDatabase:
    def refused(self, words, change, *, by):
        with pytest.raises(DatabaseError, match=words), transaction.atomic(), acting_for(by):
            change()

    def test_refuses_what_must_never_be_true(self, ada, grace):
        round = RoundFactory()
        handing_over.hand_over(round, to=ada, by=grace, reason=REASON)
        rows = RecordOwner.objects
        provider, closed = UserFactory(role=Role.PROVIDER), UserFactory(is_active=False)

        for other in (provider, closed):
            change = {"owner": other, "handed_over_by": grace}
            self.refused("can sign in", lambda c=change: rows.update(**c), by=grace)
        self.refused("in person", lambda: rows.update(owner=grace), by=ada)
        self.refused("has_its_reason", lambda: rows.update(reason=""), by=grace)
        self.refused("one record", lambda: rows.update(record="x"), by=grace)
        self.refused("Cannot delete", rows.all().delete, by=grace)
        copy = rows.get()
        copy.pk = None
        self.refused("record_key|unique", copy.save, by=grace)
