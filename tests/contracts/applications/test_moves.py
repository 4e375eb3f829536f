"""Each move of an application has one rule, which its page and its verb follow."""

from __future__ import annotations

import pytest

from contracts.applications import actions, permissions, sealing
from contracts.evaluation import opening
from contracts.models import (
    Application,
    Clarification,
    EarlyEvaluation,
    EvidenceRequest,
    Prolongation,
)
from nmiss.base.accounts.models import Role
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant
from tests.factories.contracts import (
    ApplicationFactory,
    EvaluationSchemeFactory,
    RoundFactory,
    opened,
    received,
    the_dps,
)
from tests.factories.evaluating import an_evaluator
from tests.factories.providers import ProviderMemberFactory
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


def owner(application):
    return application.started_by, application


def member(application, role):
    person = ProviderMemberFactory(provider=application.provider, role=role).user
    return person, application


def officer(record):
    return UserFactory(role=Role.OFFICER), record


def cleared(application):
    return an_evaluator(application), application


def conflicted(application):
    person = UserFactory(role=Role.OFFICER)
    opening.declare(application, by=person, has_conflict=True, details="My cousin owns it.")
    return person, application


def withdrawn():
    application = ApplicationFactory()
    with sealing.acting_for(application.started_by):
        actions.withdraw(application, by=application.started_by)
    return application


def waiting():
    """Somebody of a provider whose application was received, and where it could begin another."""
    application = received()
    return application.started_by, (application.provider, application.vehicle)


def drafting():
    application = ApplicationFactory()
    return application.started_by, (application.provider, application.vehicle)


def nothing_begun(role=ProviderRole.OWNER):
    vehicle = the_dps()
    EvaluationSchemeFactory(vehicle=vehicle)
    person = ProviderMemberFactory(role=role)
    return person.user, (person.provider, vehicle)


def without_a_scheme():
    person = ProviderMemberFactory(role=ProviderRole.OWNER)
    return person.user, (person.provider, the_dps())


def early():
    application = received()
    EarlyEvaluation.decide(application, by=UserFactory(), reason="It would go red.")
    return application


def closed():
    application = received()
    application.round = RoundFactory(closed=True, vehicle=application.vehicle)
    Application.objects.filter(pk=application.pk).update(round=application.round)
    return application


def prolonged():
    application = received()
    Prolongation.grant(application, by=UserFactory(), reason="The accounts came late.")
    return Application.objects.get(pk=application.pk)


def asked(*, answered=False):
    application = opened()
    person = application.openings.first().officer
    request = EvidenceRequest.ask(application, by=person, question="Your accounts?")
    if answered:
        request.reply(by=application.started_by, answer="Here they are.")
    return application.started_by, request


def question(*, answered=False):
    provider, person = applicant()
    found = Clarification.ask(provider, the_dps(), by=person, question="May we?")
    if answered:
        answer = {"published_question": "May one?", "answer": "Yes."}
        found.publish_answer(by=UserFactory(role=Role.OFFICER), **answer)
    return found


def acting(verb):
    """A verb of the applicant's, within what acts for who makes it."""

    def done(user, record):
        with sealing.acting_for(user):
            return verb(user, record)

    return done


MOVES = {
    "start": Move(
        lambda user, it: permissions.why_not_start(user, *it),
        acting(lambda user, it: actions.begin(*it, by=user)),
    ),
    "confirm": Move(
        permissions.why_not_edit,
        acting(lambda user, it: actions.confirm_answers(it, by=user)),
        lambda it: ("contracts:application_still_true", it.pk),
    ),
    "withdraw": Move(
        permissions.why_not_withdraw,
        acting(lambda user, it: actions.withdraw(it, by=user)),
    ),
    "evaluate now": Move(
        permissions.why_not_evaluate_now,
        lambda user, it: EarlyEvaluation.decide(it, by=user, reason="It would go red."),
        lambda it: ("contracts:application_evaluate_now", it.pk),
        lambda user, it: EarlyEvaluation.objects.create(
            application=it, decided_by=user, reason="It would go red."
        ),
    ),
    "prolong": Move(
        permissions.why_not_prolong,
        lambda user, it: Prolongation.grant(it, by=user, reason="The accounts came late."),
        lambda it: ("contracts:application_prolong", it.pk),
        lambda user, it: Prolongation.objects.create(
            application=it, prolonged_by=user, reason="The accounts came late."
        ),
    ),
    "ask for evidence": Move(
        permissions.why_not_ask_for_evidence,
        lambda user, it: EvidenceRequest.ask(it, by=user, question="Your accounts?"),
        lambda it: ("contracts:evidence_request_new", it.pk),
    ),
    "reply": Move(
        permissions.why_not_reply,
        lambda user, it: it.reply(by=user, answer="Here they are."),
    ),
    "answer": Move(
        permissions.why_not_answer,
        lambda user, it: it.publish_answer(by=user, published_question="May one?", answer="Yes."),
        lambda it: ("contracts:clarification_answer", it.pk),
    ),
}
CASES = [
    Case("start", "Only owners and editors", lambda: nothing_begun(ProviderRole.VIEWER)),
    Case("start", "Change that one instead", waiting),
    Case("start", "Go on with that one", drafting),
    Case("start", "no evaluation scheme yet", without_a_scheme),
    Case("confirm", "has been opened", lambda: owner(opened())),
    Case("confirm", "is withdrawn", lambda: owner(withdrawn())),
    Case(
        "confirm",
        "Only owners and editors",
        lambda: member(ApplicationFactory(), ProviderRole.VIEWER),
        403,
    ),
    Case("withdraw", "has been opened", lambda: owner(opened())),
    Case(
        "withdraw",
        "Only an owner",
        lambda: member(ApplicationFactory(), ProviderRole.EDITOR),
    ),
    Case("evaluate now", "not waiting in the queue", lambda: officer(early())),
    Case("evaluate now", "has closed", lambda: officer(closed()), by_the_database=False),
    Case("evaluate now", "declared a conflict", lambda: conflicted(received()), 403, False),
    Case("prolong", "cannot be given longer", lambda: officer(prolonged())),
    Case("prolong", "declared a conflict", lambda: conflicted(received()), 403, False),
    Case("ask for evidence", "while an application is being", lambda: cleared(received())),
    Case("ask for evidence", "Declare first", lambda: officer(opened()), 403),
    Case("reply", "answered already", lambda: asked(answered=True)),
    Case("answer", "has answered this question", lambda: officer(question(answered=True))),
]
ALLOWED = {
    "start": nothing_begun,
    "confirm": lambda: owner(ApplicationFactory()),
    "withdraw": lambda: owner(ApplicationFactory()),
    "evaluate now": lambda: officer(received()),
    "prolong": lambda: officer(received()),
    "ask for evidence": lambda: cleared(opened()),
    "reply": asked,
    "answer": lambda: officer(question()),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
