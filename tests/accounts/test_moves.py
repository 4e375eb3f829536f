"""Each move with a proposal or a deputy has one rule, which page, verb and database follow."""

from __future__ import annotations

import pytest
from django.utils import timezone

from nmiss.base.accounts import permissions, proposing
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.proposals import a_deputy, a_proposal
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


def another(proposal, role=Role.ADMINISTRATOR):
    return UserFactory(role=role), proposal


def own(proposal):
    return proposal.proposed_by, proposal


def decided():
    proposal = a_proposal()
    proposal.decline(by=UserFactory(role=Role.ADMINISTRATOR), reason="She is not coming.")
    return proposal


def about_them():
    """An administrator, and a proposal to remove their second factor."""
    person = UserFactory(role=Role.ADMINISTRATOR)
    by = UserFactory(role=Role.ADMINISTRATOR)
    return person, proposing.propose_recovery(person, reason="The phone is lost.", by=by)


def reopened():
    """A proposal to open an account that was opened since."""
    person = UserFactory(role=Role.ADMINISTRATOR)
    person.close(by=UserFactory(role=Role.ADMINISTRATOR))
    by = UserFactory(role=Role.ADMINISTRATOR)
    proposal = proposing.propose_reopening(person, reason="She is back.", by=by)
    type(person).objects.filter(pk=person.pk).update(times_closed=person.times_closed + 1)
    return another(type(proposal).objects.get(pk=proposal.pk))


def deputy(*, ended=False):
    person = UserFactory(role=Role.OFFICER)
    found = a_deputy(of=person)
    if ended:
        found.end(by=person)
    return person, found


def decide(decision):
    def by_hand(user, proposal):
        because = "It is not needed." if decision == "declined" else ""
        type(proposal).objects.filter(pk=proposal.pk).update(
            decision=decision,
            decided_by=user,
            decided_at=timezone.now(),
            declined_because=because,
        )

    return by_hand


MOVES = {
    "agree": Move(
        permissions.why_not_agree,
        lambda user, it: it.agree(by=user, seen=it.digest),
        lambda it: ("accounts:proposal_agree", it.pk),
        decide("agreed"),
    ),
    "decline": Move(
        permissions.why_not_decide,
        lambda user, it: it.decline(by=user, reason="She is not coming."),
        lambda it: ("accounts:proposal_decline", it.pk),
        decide("declined"),
    ),
    "withdraw": Move(
        permissions.why_not_withdraw,
        lambda user, it: it.withdraw(by=user),
        lambda it: ("accounts:proposal_withdraw", it.pk),
        decide("withdrawn"),
    ),
    "end a deputy": Move(permissions.why_not_end_deputy, lambda user, it: it.end(by=user)),
}
CASES = [
    *(
        case
        for move in ("agree", "decline")
        for case in (
            Case(move, "has been decided already", lambda: another(decided())),
            Case(move, "Another person must agree", lambda: own(a_proposal()), 403),
            Case(move, "is about you", about_them, 403),
            Case(move, "another role", lambda: another(a_proposal(), Role.OFFICER), 404),
        )
    ),
    Case("agree", "opened or closed since", reopened, by_the_database=False),
    Case("withdraw", "has been decided already", lambda: own(decided())),
    Case("withdraw", "who proposed this", lambda: another(a_proposal()), 403),
    Case("end a deputy", "has ended already", lambda: deputy(ended=True)),
]
ALLOWED = {
    "agree": lambda: another(a_proposal()),
    "decline": lambda: another(a_proposal()),
    "withdraw": lambda: own(a_proposal()),
    "end a deputy": deputy,
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
