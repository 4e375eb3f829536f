"""The scheme of delegation, and the decisions that are checked against it."""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import extending
from contracts.arrangements.proposing import propose_limit
from contracts.models import ApprovalLimit, ExtensionOption
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.factories.extending import DAY, an_approval_limit, an_option
from tests.factories.proposals import agree
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def proposed():
    """An option of three months, so a budget of 250,000 is a million a year."""
    option = an_option()
    option.propose(by=UserFactory(role=Role.OFFICER), reason="Another year.")
    return option


def decision_of(option, maker="Director", budget=250_000, decided_on=None):
    facts = {"maker_title": maker, "budget": None if budget is None else Decimal(budget)}
    return a_decision(option.vehicle, decided_on=decided_on or timezone.localdate(), **facts)


@pytest.mark.parametrize(
    ("maker", "budget"), [("Director", 250_000), ("DIRECTOR", 1), ("Cabinet Member", None)]
)
def test_a_decision_within_the_scheme_is_recorded(proposed, manager, maker, budget):
    an_approval_limit()
    an_approval_limit("Cabinet Member", up_to=None)

    extending.decide(proposed, by=manager, decision=decision_of(proposed, maker, budget))

    assert proposed.status == "decided"


@pytest.mark.parametrize(
    ("maker", "budget", "says"),
    [
        ("Director", 250_001, "up to £1,000,000 a year. The decision is for £1,000,004 a year"),
        ("Director", None, "Enter the budget of the decision"),
        ("Head of service", 1, "Head of service has no limit for extensions"),
        ("", 1, "The decision-maker has no limit for extensions"),
        ("Former director", 0, "Former director has no limit for extensions"),
    ],
)
def test_another_is_refused_with_a_sentence_and_by_the_database(
    proposed, manager, maker, budget, says
):
    an_approval_limit()
    an_approval_limit("Former director", up_to=0)
    decision = decision_of(proposed, maker, budget)

    with pytest.raises(NotAllowedNow, match=says):
        extending.decide(proposed, by=manager, decision=decision)
    with (
        pytest.raises(DatabaseError, match="scheme of delegation does not let this office"),
        transaction.atomic(),
        acting_for(manager),
    ):
        ExtensionOption.objects.update(status="decided", decision=decision, decided_by=manager)


def test_a_decision_is_checked_against_the_scheme_of_its_day(proposed, manager):
    an_approval_limit(up_to=1)
    earlier = decision_of(proposed, decided_on=timezone.localdate() - DAY)

    extending.decide(proposed, by=manager, decision=earlier)

    assert proposed.status == "decided"


def test_what_was_decided_is_checked_again_before_it_takes_effect(proposed, manager):
    an_approval_limit()
    decision = decision_of(proposed)
    extending.decide(proposed, by=manager, decision=decision)

    decision.change(by=manager, budget=Decimal(300_000))

    proposed.refresh_from_db()
    missing = extending.missing(proposed, on=timezone.localdate() + 30 * DAY)
    assert any("£1,200,000 a year" in each for each in missing)


class TestThePages:
    def test_take_a_limit_from_a_manager_and_show_which_is_in_force(self, client, manager):
        client.force_login(manager)
        add = reverse("contracts:approval_limit_add")
        today = timezone.localdate()
        given = {"matter": "fees", "office": "Director", "up_to": "1000000", "percent_up_to": "4.5"}
        given |= {"valid_from": str(today), "reason": "The council decided so."}
        past = client.post(add, given | {"valid_from": str(today - DAY)})
        assert "Enter today or a day to come" in past.content.decode()

        client.post(add, given)
        client.post(add, given | {"up_to": "", "valid_from": str(today + DAY)})
        assert client.post(add, given).status_code == 409
        there = reverse("contracts:approval_limit_list")
        assert not ApprovalLimit.objects.exists()
        assert "Director approve increases of fees up to £1,000,000" in client.get(there).text
        first, second = Proposal.objects.oldest_first()
        own = client.get(reverse("accounts:proposal_agree", args=[first.pk]))
        assert own.status_code == 403
        client.force_login(other := UserFactory(role=Role.MANAGER))
        for each in (first, second):
            agree = reverse("accounts:proposal_agree", args=[each.pk])
            assert "4.5%" in client.get(agree).text
            read_and_send(client, agree)
        assert {each.entered_by for each in ApprovalLimit.objects.all()} == {other}

        wrong = client.post(add, given | {"matter": "extension", "office": "Other"})
        assert "Only increases of fees have a limit in per cent" in wrong.text
        listed = client.get(reverse("contracts:approval_limit_list")).context_data["page"]
        assert [(each.up_to, each.standing) for each in listed] == [
            (None, "planned"),
            (Decimal(1_000_000), "in force"),
        ]
        again = client.post(add, given)
        assert "Another limit of this job title begins on that day" in again.text

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"percent_up_to": "0.04"}, "Enter a percentage from 0.5 to 50, or 0 for none"),
            ({"percent_up_to": "60"}, "Enter a percentage from 0.5 to 50, or 0 for none"),
            ({"up_to": "999999999999"}, "Enter pounds up to £1,000,000,000, or leave it blank"),
        ],
    )
    def test_refuse_a_slip_of_the_hand(self, client, manager, typed, words):
        client.force_login(manager)
        given = {"matter": "fees", "office": "Director", "up_to": "5", "percent_up_to": "4"}
        given |= {"valid_from": str(timezone.localdate()), "reason": "As decided."}

        page = client.post(reverse("contracts:approval_limit_add"), given | typed)

        assert words in page.text

    def test_know_a_job_title_in_other_capitals(self, client, manager):
        client.force_login(manager)
        today = timezone.localdate()
        with acting_for(manager):
            ApprovalLimit.objects.create(
                office="Director", up_to=5, valid_from=today, entered_by=manager
            )
        given = {"matter": "fees", "office": "DIRECTOR", "up_to": "5", "percent_up_to": "0"}
        given |= {"valid_from": str(today + DAY), "reason": "As decided."}

        client.post(reverse("contracts:approval_limit_add"), given)

        assert Proposal.objects.get().given["office"] == "Director"


def test_an_officer_reads_who_changes_a_limit(client):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get(reverse("contracts:approval_limit_list")).text

    assert "You can read the limits. A manager proposes a new one" in page
    assert reverse("contracts:approval_limit_add") not in page


def test_no_sql_enters_a_limit_that_two_managers_did_not_agree_to(as_web, manager):
    other = UserFactory(role=Role.MANAGER)
    row = {"office": "Director", "matter": "fees", "up_to": 5, "percent_up_to": None}
    row["valid_from"] = timezone.localdate()
    with pytest.raises(DatabaseError, match="Two managers agree"), transaction.atomic():
        ApprovalLimit.enter(by=manager, **row)
    proposed = propose_limit(by=manager, reason="So.", **row)
    with pytest.raises(DatabaseError, match="Two managers agree"), transaction.atomic():
        ApprovalLimit.enter(by=manager, **row)
    agree(proposed, by=other)
    assert ApprovalLimit.objects.get().entered_by == other
    with pytest.raises(DatabaseError, match="Two managers agree"):
        ApprovalLimit.enter(by=other, **row | {"office": "Clerk"})


class TestTheDatabase:
    def test_takes_no_limit_from_a_day_that_has_passed(self, manager):
        facts = {"office": "Director", "entered_by": manager}
        yesterday = timezone.localdate() - datetime.timedelta(days=1)

        with pytest.raises(DatabaseError, match="from today or a day to come"), acting_for(manager):
            ApprovalLimit.objects.create(valid_from=yesterday, **facts)

    def test_takes_none_of_an_officer(self):
        officer = UserFactory(role=Role.OFFICER)
        facts = {"office": "Director", "entered_by": officer, "valid_from": timezone.localdate()}

        with pytest.raises(DatabaseError, match="A manager enters"), acting_for(officer):
            ApprovalLimit.objects.create(**facts)
