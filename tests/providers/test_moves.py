"""Each move with a provider's people and vacancies has one rule, which page and verb follow."""

from __future__ import annotations

import pytest

from nmiss.base.accounts.models import Role
from providers import actions, permissions, proposing
from providers.models import ProviderRole, VacancyReport
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db

GIVEN = {"email": "new@school.example", "name": "Nora New"}


def owner(provider=None):
    given = {"provider": provider} if provider else {}
    return ProviderMemberFactory(role=ProviderRole.OWNER, **given)


def viewer(provider):
    return ProviderMemberFactory(provider=provider, role=ProviderRole.VIEWER)


def as_owner():
    """An owner, and their provider."""
    member = owner()
    return member.user, member.provider


def as_viewer():
    provider = owner().provider
    return viewer(provider).user, provider


def last_owner():
    member = owner()
    return member.user, member


def colleague():
    member = owner()
    return member.user, viewer(member.provider)


def by_viewer():
    member = owner()
    return viewer(member.provider).user, member


def reported(*, since=False):
    school = SchoolFactory(provider=ProviderFactory())
    user = owner(school.provider).user
    report = VacancyReport.give(school, [], by=user)
    if since:
        VacancyReport.give(school, [], by=user)
    return user, report


def others_report():
    _, report = reported()
    return viewer(report.school.provider).user, report


def officer(provider):
    return UserFactory(role=Role.OFFICER), provider


MOVES = {
    "invite": Move(
        permissions.why_not_invite,
        lambda user, it: actions.invite_to(it, **GIVEN, role="viewer", by=user),
        lambda it: ("providers:provider_person_invite", it.pk),
    ),
    "let go": Move(
        permissions.why_not_let_go,
        lambda user, it: actions.remove(it, by=user),
    ),
    "propose an owner": Move(
        permissions.why_not_propose_owner,
        lambda user, it: proposing.propose_first_owner(it, **GIVEN, reason="No owner.", by=user),
        lambda it: ("providers:provider_owner_propose", it.pk),
    ),
    "repeat": Move(permissions.why_not_repeat, lambda user, it: it.repeat(by=user)),
}
CASES = [
    Case("invite", "Only an owner", as_viewer, 403),
    Case("let go", "needs an owner who can sign in", last_owner),
    Case("let go", "Only an owner", by_viewer),
    Case("propose an owner", "has an owner who can sign in", lambda: officer(owner().provider)),
    Case("repeat", "has reported its vacancies since", lambda: reported(since=True)),
    Case("repeat", "Only owners and editors", others_report),
]
ALLOWED = {
    "invite": as_owner,
    "let go": colleague,
    "propose an owner": lambda: officer(ProviderFactory()),
    "repeat": reported,
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
