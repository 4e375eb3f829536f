"""Each move of a fee request has one rule, which its page, its verb and the database follow."""

from __future__ import annotations

import pytest

from nmiss.base.accounts.models import Role
from placements.fees import negotiating
from placements.fees.models import FeeRequest
from tests.factories.accounts import UserFactory
from tests.factories.fees import a_draft, a_request, a_window, asked, submit
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


# Requests on their way, each with somebody who would make the move.


def a_provider():
    a_window()
    school = SchoolFactory(provider=ProviderFactory())
    PlacementFactory(school=school)
    return school.provider


def of(provider, role="owner"):
    return ProviderMemberFactory(provider=provider, role=role).user


def draft(role="owner"):
    provider = a_provider()
    writer = of(provider)
    return of(provider, role), asked(a_draft(provider, by=writer), "9.5", by=writer)


def received(role="owner"):
    provider = a_provider()
    request = a_request(provider, owner=of(provider))
    return of(provider, role), request


def with_officer(make, *on_the_way):
    """The request, brought on by these verbs, and another officer."""
    _, request = make()
    for verb in on_the_way:
        verb(request, by=UserFactory(role=Role.OFFICER))
    return UserFactory(role=Role.OFFICER), request


def with_owner(*on_the_way):
    _, request = with_officer(received, *on_the_way)
    return of(request.provider), request


def ask_for_information(request, *, by):
    negotiating.ask_for_information(request, by=by, text="Please send your accounts.")


def escalate(request, *, by):
    negotiating.escalate(request, by=by, reason="It is above the limit.")


def refuse(request, *, by):
    seen = negotiating.digest_of_request(request, by)
    negotiating.refuse(request, by=by, seen=seen, reason="There is no budget.")


def appeal(request, *, by):
    negotiating.appeal(request, by=by, text="Look at our costs again.")


def moved_to(status):
    return lambda user, it: FeeRequest.objects.filter(pk=it.pk).update(status=status)


def move(name, verb, page, row=None):
    return Move(
        lambda user, it: it.why_not(name, user),
        lambda user, it: verb(it, by=user),
        lambda it: (f"placements:{page}", it.pk),
        row,
    )


MOVES = {
    "submit": move("submit", submit, "fee_submit"),
    "ask": move(
        "ask_for_information", ask_for_information, "fee_information", moved_to("information")
    ),
    "escalate": move("escalate", escalate, "fee_escalate", moved_to("escalated")),
    "refuse": move("refuse", refuse, "fee_refuse"),
    "appeal": move("appeal", appeal, "fee_appeal"),
    "withdraw": move("withdraw", negotiating.withdraw, "fee_withdraw", moved_to("withdrawn")),
}
CASES = [
    Case("submit", "Only an owner", lambda: draft("editor"), 403),
    Case("submit", "is received", received),
    Case(
        *("ask", "is information requested"),
        lambda: with_officer(received, ask_for_information),
        by_the_database=False,  # that changes nothing
    ),
    Case("ask", "is refused", lambda: with_officer(received, refuse)),
    Case("escalate", "is refused", lambda: with_officer(received, refuse)),
    Case("escalate", "Only commissioning", lambda: received("viewer"), 403, False),
    Case("refuse", "is refused", lambda: with_officer(received, refuse)),
    Case("appeal", "is received", received),
    Case("appeal", "Only owners and editors", lambda: received("viewer"), 403),
    Case("withdraw", "is refused", lambda: with_owner(refuse)),
    Case("withdraw", "Only owners and editors", lambda: received("viewer"), 403, False),
]
ALLOWED = {
    "submit": draft,
    "ask": lambda: with_officer(received),
    "escalate": received,
    "refuse": lambda: with_officer(received),
    "appeal": lambda: with_owner(refuse),
    "withdraw": received,
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
