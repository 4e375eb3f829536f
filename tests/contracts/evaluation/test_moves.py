"""Each move of an evaluation has one rule, which its page, its verb and the database follow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from contracts.applications.permissions import why_not_declare
from contracts.evaluation import assigning, deciding, marking, opening, overview, permissions
from contracts.evaluation import progress as board
from contracts.evaluation.home import tasks_of_evaluating
from contracts.membership import releasing
from contracts.models import (
    Application,
    Approval,
    Assignment,
    ConflictDeclaration,
    EarlyEvaluation,
    Finding,
    ModeratedScore,
    Opening,
    Recommendation,
    Score,
)
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened, received
from tests.factories.evaluating import (
    AGREED,
    REASON,
    an_evaluator,
    approve,
    assigned,
    checked,
    clear,
    diligent,
    evaluators_of,
    moderated,
    recommend,
    recommended,
    score_all,
)
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


# Applications on their way, each with somebody who would make the move.


def early():
    """Decided not to wait for its round, and opened by nobody."""
    application = received()
    EarlyEvaluation.decide(application, by=UserFactory(), reason="It would go red.")
    return application


def cleared(application, **given):
    return an_evaluator(application, **given), application


def undeclared(application, **given):
    return UserFactory(**given), application


def conflicted(application, **given):
    user = UserFactory(**given)
    opening.declare(application, by=user, has_conflict=True, details="My cousin owns it.")
    return user, application


def by_its_officer(application):
    return application.openings.first().officer, application


def told():
    application = recommended()
    manager = an_evaluator(application, role=Role.MANAGER)
    approve(application, by=manager)
    releasing.tell_by_letter(application, by=manager, on=timezone.localdate(), starts_on=None)
    return application


def assignment(application, *, number=11):
    found = application.assignments.filter(question__number=number).order_by("pk").first()
    found.application = application
    return found.evaluator, found


def unassigned(application):
    return an_evaluator(application), assignment(application)[1]


def without_declaration(application):
    user, found = assignment(application)
    with owners.without("contracts.ConflictDeclaration:kept_for_good"):
        ConflictDeclaration.objects.filter(person=user).delete()
    return user, found


def scored_for():
    """Assigned, and all have scored question 11."""
    application = assigned()
    score_all(application, questions=[11])
    return application


def shared_out(application, people):
    """Assigned before the first checks are all there."""
    clear(application, *people)
    assigning.assign(assigning.plan([application], people, each=2), by=people[0])
    return application


def two_officers():
    return [UserFactory(role=Role.OFFICER) for _ in range(2)]


def not_eligible():
    application = assigned()
    officer = application.openings.first().officer
    Finding.make(application, "selection", by=officer, passed=False, reason="It is not so at all.")
    return application


def took_part():
    manager = UserFactory(role=Role.MANAGER)
    return manager, recommended(people=[manager, UserFactory()])


def eleven(application):
    return application.scheme.questions.get(number=11)


# The moves.


def score(user, found):
    return Score.give(found, by=user, score=Decimal(5), rationale=REASON)


def agree(user, application):
    question = eleven(application)
    there = evaluators_of(application, question)
    return ModeratedScore.agree(
        application, question, by=user, score=Decimal(5), reason=AGREED, present=there
    )


def agree_by_hand(user, application):
    return ModeratedScore.objects.create(
        application=application,
        question=eleven(application),
        score=5,
        reason=AGREED,
        chair=user,
        present=["Ada", "Grace"],
    )


def send_back_by_hand(user, application):
    found = application.recommendations.last() or Recommendation(application=application)
    found.sent_back_at, found.sent_back_by = timezone.now(), user
    found.sent_back_reason = "It reads thin."
    found.save()
    application.lot_outcomes.all().delete()
    Application.objects.filter(pk=application.pk).update(status="evaluated")


def approve_by_hand(user, application):
    return Approval.objects.create(
        application=application,
        recommendation=application.recommendations.last(),
        approved_by=user,
    )


MOVES = {
    "declare": Move(
        why_not_declare,
        lambda user, it: opening.declare(it, by=user, has_conflict=False),
        lambda it: ("contracts:application_declare_interest", it.pk),
        lambda user, it: it.conflicts.create(person=user, has_conflict=False),
    ),
    "open": Move(
        permissions.why_not_open,
        lambda user, it: Opening.add(it, by=user),
        lambda it: ("contracts:application_open", it.pk),
        lambda user, it: Opening.objects.create(application=it, officer=user),
    ),
    "find": Move(
        permissions.why_not_find,
        lambda user, it: Finding.make(it, "register", by=user, passed=True, reason=REASON),
        lambda it: ("contracts:application_finding", it.pk, "register"),
        lambda user, it: Finding.objects.create(
            application=it, kind="register", passed=True, reason=REASON, found_by=user
        ),
    ),
    "assign": Move(
        permissions.why_not_assign,
        lambda user, it: assigning.assign(
            assigning.Plan([assigning.ProposedAssignment(it, eleven(it), UserFactory())]), by=user
        ),
        lambda it: ("contracts:application_assign", it.pk),
        lambda user, it: Assignment.objects.create(
            application=it, question=eleven(it), evaluator=UserFactory()
        ),
    ),
    "replace": Move(
        permissions.why_not_replace,
        lambda user, it: it.replace(by=user, evaluator=UserFactory(), reason="She is ill."),
        lambda it: ("contracts:assignment_replace", it.pk),
    ),
    "score": Move(
        permissions.why_not_score,
        score,
        lambda it: ("contracts:question_score", it.application_id, 11),
        lambda user, it: Score.objects.create(assignment=it, score=5, rationale=REASON),
    ),
    "moderate": Move(
        lambda user, it: permissions.why_not_moderate(user, it, eleven(it)),
        agree,
        lambda it: ("contracts:question_moderate", it.pk, 11),
        agree_by_hand,
    ),
    "recommend": Move(
        permissions.why_not_recommend,
        lambda user, it: recommend(it, by=user),
        lambda it: ("contracts:application_recommend", it.pk),
    ),
    "approve": Move(
        permissions.why_not_decide,
        lambda user, it: approve(it, by=user),
        lambda it: ("contracts:application_approve", it.pk),
        approve_by_hand,
    ),
    "send back": Move(
        permissions.why_not_decide,
        lambda user, it: deciding.send_back(it, by=user, reason="It reads thin."),
        lambda it: ("contracts:application_send_back", it.pk),
        send_back_by_hand,
    ),
}
AUDITOR = {"role": Role.AUDITOR}
MANAGER = {"role": Role.MANAGER}
CASES = [
    Case("declare", "sent already", lambda: undeclared(told())),
    Case("declare", "You cannot withdraw a conflict", lambda: conflicted(opened()), 403),
    Case("declare", "Only officers and managers", lambda: undeclared(opened(), **AUDITOR), 403),
    Case("open", "after its round has closed", lambda: cleared(received(round=None))),
    Case("open", "Declare first", lambda: undeclared(early())),
    Case("open", "declared a conflict", lambda: conflicted(early()), 403),
    Case("open", "is open and being evaluated", lambda: by_its_officer(opened())),
    Case("find", "is sealed", lambda: cleared(early()), 403),
    Case("find", "Declare first", lambda: undeclared(opened()), 403),
    Case("find", "declared a conflict", lambda: conflicted(opened()), 403),
    Case("find", "is recommended already", lambda: by_its_officer(recommended())),
    Case("assign", "Declare first", lambda: undeclared(opened()), 403, False),
    Case("assign", "is recommended already", lambda: by_its_officer(recommended())),
    Case("replace", "Everyone has scored", lambda: unassigned(scored_for())),
    Case("replace", "nothing to hand over", lambda: unassigned(moderated())),
    Case("replace", "is recommended already", lambda: unassigned(recommended())),
    Case("score", "Another evaluator", lambda: unassigned(assigned()), 404),
    Case("score", "Declare first", lambda: without_declaration(assigned()), 403),
    Case(
        "score",
        "after the first checks",
        lambda: assignment(shared_out(opened(), two_officers())),
    ),
    Case("score", "complete and eligible", lambda: assignment(not_eligible())),
    Case("score", "Everyone has scored", lambda: assignment(scored_for())),
    Case("score", "is agreed", lambda: assignment(moderated())),
    Case("score", "is recommended already", lambda: assignment(recommended())),
    Case("moderate", "two at least, have scored", lambda: cleared(assigned())),
    Case("moderate", "agreed already", lambda: cleared(moderated())),
    Case("moderate", "Declare first", lambda: undeclared(scored_for()), 403),
    Case("moderate", "is recommended already", lambda: cleared(recommended())),
    Case("recommend", "Complete the “", lambda: cleared(moderated())),
    Case("recommend", "8 more to do", lambda: cleared(checked())),
    Case("recommend", "is recommended already", lambda: cleared(recommended())),
    *(
        case
        for move in ("approve", "send back")
        for case in (
            Case(move, "is open and being evaluated", lambda: cleared(diligent(), **MANAGER)),
            Case(move, "A manager decides", lambda: cleared(recommended()), 403),
            Case(move, "Declare first", lambda: undeclared(recommended(), **MANAGER), 403),
            Case(move, "You took part", took_part),
            Case(move, "sent already", lambda: cleared_before(told)),
        )
    ),
]
ALLOWED = {
    "declare": lambda: undeclared(received()),
    "open": lambda: cleared(early()),
    "find": lambda: cleared(opened()),
    "assign": lambda: cleared(opened()),
    "replace": lambda: unassigned(assigned()),
    "score": lambda: assignment(assigned()),
    "moderate": lambda: cleared(scored_for()),
    "recommend": lambda: cleared(diligent()),
    "approve": lambda: cleared(recommended(), **MANAGER),
    "send back": lambda: cleared(recommended(), **MANAGER),
}


def cleared_before(make):
    application = make()
    return application.conflicts.filter(person__role=Role.MANAGER).last().person, application


@pytest.mark.parametrize("case", CASES, ids=str)
def test_page_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", MOVES)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)


@pytest.mark.parametrize(
    "make",
    [
        lambda: assignment(assigned()),
        lambda: assignment(not_eligible()),
        lambda: assignment(shared_out(opened(), two_officers())),
        lambda: without_declaration(assigned()),
    ],
    ids=["may be scored", "not eligible", "before the checks", "undeclared"],
)
def test_boards_and_the_home_page_say_the_same_of_a_score(make):
    user, found = make()
    sentence = permissions.why_not_score(user, found)

    items = marking.list_of(user)
    assert {item.why_not for item in items} == {sentence}
    (row,) = board.matrix([found.application], by=user)
    assert {cell.why_not for cell in row.cells if cell.is_mine} == {sentence}
    tasks = [task.words for task in read(tasks_of_evaluating(user, timezone.localdate()))]
    assert ("Score 6 questions" in tasks) == (sentence == "")


@pytest.mark.parametrize(
    ("words", "move", "make"),
    [
        ("Open this application", "open", lambda: undeclared(early())),
        ("Open this application", "open", lambda: cleared(received(round=None))),
        ("Assign evaluators", "assign", lambda: undeclared(opened())),
        ("Recommend an outcome", "recommend", lambda: cleared(checked())),
        ("Approve the recommendation", "approve", lambda: cleared(recommended())),
        ("Send the recommendation back", "send back", took_part),
        ("Declare a conflict", "declare", lambda: cleared_before(told)),
    ],
)
def test_the_page_of_an_application_says_the_same(words, move, make):
    user, application = make()

    (step,) = [each for each in overview.steps(application, user) if each.words == words]

    assert step.why_not == MOVES[move].rule(user, application) != ""
