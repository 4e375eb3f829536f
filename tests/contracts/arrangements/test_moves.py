"""Each move of the arrangements has one rule, which page, verb and database follow."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from contracts.arrangements import drafting, numbers, permissions, proposing
from contracts.models import EvaluationScheme
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory, the_dps
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


def officer(record):
    return UserFactory(role=Role.OFFICER), record


def manager(record):
    return UserFactory(role=Role.MANAGER), record


def succeeded():
    scheme = EvaluationSchemeFactory()
    scheme.succeed(by=UserFactory(role=Role.OFFICER))
    return scheme


def draft():
    return EvaluationSchemeFactory(published=False)


def number(*, followed=False):
    found = LegalParameter.objects.filter(valid_to=None).order_by("pk").first()
    if followed:
        later = timezone.localdate() + datetime.timedelta(days=30)
        by = UserFactory(role=Role.MANAGER)
        numbers.succeed(found, by=by, value=found.value, valid_from=later, source="SI 2030/1")
        found.refresh_from_db()
    return found


def closed_on(days):
    day = timezone.localdate() + datetime.timedelta(days=days)
    return NonWorkingDay.objects.create(day=day, reason="The boiler is out.")


def later(round):
    return noon(timezone.localdate(round.closes_at) + datetime.timedelta(days=2))


MOVES = {
    "begin a scheme": Move(
        permissions.why_not_begin_scheme,
        lambda user, it: drafting.begin(it, by=user),
        None,
        lambda user, it: EvaluationScheme.objects.create(vehicle=it, version=1),
    ),
    "draft": Move(
        permissions.why_not_draft,
        lambda user, it: drafting.take_out_question(it.questions.first(), by=user),
        lambda it: ("contracts:scheme_edit", it.pk),
        lambda user, it: it.questions.first().delete(),
    ),
    "publish": Move(
        permissions.why_not_publish,
        lambda user, it: it.publish(by=user, seen=it.digest()),
        lambda it: ("contracts:scheme_publish", it.pk),
    ),
    "succeed": Move(
        permissions.why_not_succeed,
        lambda user, it: it.succeed(by=user),
        None,
        lambda user, it: EvaluationScheme.objects.create(
            vehicle=it.vehicle, version=it.version + 1
        ),
    ),
    "change a round": Move(
        permissions.why_not_change_round,
        lambda user, it: it.change(
            by=user,
            opens_at=it.opens_at - datetime.timedelta(days=1),
            closes_at=it.closes_at,
            clarifications_close_at=None,
            evaluation_ends_on=None,
            notice_text="",
        ),
        lambda it: ("contracts:round_edit", it.pk),
        lambda user, it: (
            type(it)
            .objects.filter(pk=it.pk)
            .update(opens_at=it.opens_at - datetime.timedelta(days=1))
        ),
    ),
    "extend": Move(
        permissions.why_not_extend,
        lambda user, it: proposing.propose_extension(
            it, by=user, closes_at=later(it), reason="The power is out."
        ),
        lambda it: ("contracts:round_extend", it.pk),
    ),
    "succeed a number": Move(
        permissions.why_not_succeed_number,
        lambda user, it: numbers.succeed(
            it,
            by=user,
            value=9,
            valid_from=timezone.localdate() + datetime.timedelta(days=60),
            source="SI 2030/2",
        ),
        lambda it: ("contracts:legal_number_succeed", it.pk),
    ),
    "open offices": Move(
        permissions.why_not_open_offices,
        lambda user, it: numbers.open_offices(it, by=user),
    ),
}
CASES = [
    Case("begin a scheme", "already", lambda: officer(EvaluationSchemeFactory().vehicle)),
    Case("draft", "can only be succeeded", lambda: officer(EvaluationSchemeFactory())),
    Case("publish", "Only a manager", lambda: officer(draft()), 403),
    Case("publish", "was published already", lambda: manager(EvaluationSchemeFactory())),
    Case("succeed", "is a draft", lambda: officer(draft()), by_the_database=False),
    Case("succeed", "newer version", lambda: officer(succeeded())),
    Case("change a round", "is only extended now", lambda: officer(RoundFactory())),
    Case("extend", "is not open", lambda: officer(RoundFactory(closed=True))),
    Case("extend", "is not open", lambda: officer(RoundFactory(planned=True))),
    Case("succeed a number", "follows this one", lambda: manager(number(followed=True))),
    Case("succeed a number", "Only a manager", lambda: officer(number()), 403),
    Case("open offices", "That day has been", lambda: officer(closed_on(-3))),
]
ALLOWED = {
    "begin a scheme": lambda: officer(the_dps()),
    "draft": lambda: officer(draft()),
    "publish": lambda: manager(draft()),
    "succeed": lambda: officer(EvaluationSchemeFactory()),
    "change a round": lambda: officer(RoundFactory(planned=True)),
    "extend": lambda: officer(RoundFactory()),
    "succeed a number": lambda: manager(number()),
    "open offices": lambda: officer(closed_on(3)),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
