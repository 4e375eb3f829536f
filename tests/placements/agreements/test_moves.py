"""Each move of a placement agreement has one rule, for its page, its verb and the database."""

from __future__ import annotations

import pytest

from nmiss.base.accounts.models import Role
from placements.agreements import signing
from placements.agreements.models import PlacementAgreement
from tests.factories.accounts import UserFactory
from tests.factories.placement_agreements import a_choice, an_agreement, in_force, signed
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


def offered():
    """An agreement that waits for the provider, with the officer and the owner."""
    officer = UserFactory(role=Role.PLACEMENTS)
    choice, owner = a_choice(by=officer)
    return an_agreement(choice, by=officer), officer, owner


def for_owner(*steps):
    agreement, officer, owner = offered()
    for step in steps:
        step(agreement, officer, owner)
    return owner, agreement


def for_officer(*steps):
    agreement, officer, owner = offered()
    for step in steps:
        step(agreement, officer, owner)
    return officer, agreement


def for_manager(*steps):
    _, agreement = for_officer(*steps)
    return UserFactory(role=Role.MANAGER), agreement


def sign(agreement, officer, owner):
    signed(agreement, owner=owner)


def begin(agreement, officer, owner):
    in_force(agreement, owner=owner)


def withdraw(agreement, officer, owner):
    agreement.withdraw(by=officer, reason="The child moves away.")


def decline(agreement, officer, owner):
    agreement.decline(by=owner, reason="We have no teacher.")


def moved_to(status, **facts):
    return lambda user, it: PlacementAgreement.objects.filter(pk=it.pk).update(
        status=status, **facts
    )


def move(name, verb, row=None):
    return Move(
        lambda user, it: it.why_not(name, user),
        verb,
        lambda it: (f"placements:placement_agreement_{name}", it.pk),
        row,
    )


MOVES = {
    "sign": move("sign", lambda user, it: it.sign(by=user, name="A Name", capacity="Owner")),
    "countersign": move(
        "countersign",
        lambda user, it: signing.countersign(it, by=user, name="A Name", capacity="Head"),
    ),
    "decline": move(
        "decline",
        lambda user, it: it.decline(by=user, reason="We have no teacher."),
        moved_to("declined", reason="We have no teacher."),
    ),
    "withdraw": move(
        "withdraw",
        lambda user, it: it.withdraw(by=user, reason="The child moves away."),
        moved_to("withdrawn", reason="The child moves away."),
    ),
}
CASES = [
    Case("sign", "You have signed this agreement", lambda: for_owner(sign)),
    Case("sign", "is withdrawn", lambda: for_owner(withdraw)),
    Case("countersign", "The provider signs first", for_manager),
    Case("decline", "You have signed this agreement", lambda: for_owner(sign)),
    Case("decline", "is withdrawn", lambda: for_owner(withdraw)),
    Case("withdraw", "is in force", lambda: for_officer(begin)),
    Case("withdraw", "is declined", lambda: for_officer(decline)),
    Case("withdraw", "Placement officers withdraw", for_owner, 403, False),
]
ALLOWED = {
    "sign": for_owner,
    "countersign": lambda: for_manager(sign),
    "decline": for_owner,
    "withdraw": lambda: for_officer(sign),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
