"""Applications on their way to a decision, each brought there by the verbs."""

from __future__ import annotations

from decimal import Decimal

from contracts.applications.content import SCHEMA
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import assigning, deciding, reporting
from contracts.models import ConflictDeclaration, Finding, FindingKind, ModeratedScore, Score
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened

CONTENT = {
    "schema": SCHEMA,
    "lots": [1, 2],
    "schools": [{"urn": 900001, "name": "Ash Grove School", "needs": ["ASD"], "places": 5}],
    "sections": [
        {
            "key": "exclusion",
            "title": "Exclusion grounds",
            "answers": [
                {"key": "mandatory", "question": "Which?", "value": ["bribery"]},
                {"key": "bribery_on", "question": "When?", "value": "2019-03-01"},
                {
                    "key": "bribery_self_cleaning",
                    "question": "What have you done?",
                    "value": "We have a new board.",
                },
            ],
        }
    ],
    "quality": [
        {"key": str(number), "question": "How?", "value": f"Our answer to {number}."}
        for number in range(11, 17)
    ],
    "evidence": [],
}
AGREED = "All agreed that it answers the question with examples of its own."
REASON = "It answers the question with examples of its own."


def clear(application, *people):
    for person in people:
        ConflictDeclaration.declare(application, by=person, has_conflict=False)


def an_evaluator(application, **given):
    """Somebody who declared to have no conflict, where that is theirs to declare."""
    person = UserFactory(**given)
    if person.role in COMMISSIONING:
        clear(application, person)
    return person


def checked(content=None, **given):
    """Opened, with the checks that come before scoring."""
    application = opened(content or CONTENT, **given)
    officer = application.openings.first().officer
    for kind in FindingKind.before_scoring():
        Finding.make(application, kind, by=officer, passed=True, reason="We looked at it.")
    return application


def assigned(people=None, **given):
    """Checked, with two evaluators to each question."""
    application = checked(**given)
    people = people or [UserFactory(role=Role.OFFICER) for _ in range(2)]
    clear(application, *people)
    assigning.assign(assigning.plan([application], people, each=2), by=people[0])
    return application


def score_all(application, score=7, questions=None):
    """Have everybody who is assigned score."""
    for assignment in application.assignments.owed().select_related(
        "application__scheme", "question", "evaluator"
    ):
        if questions is None or assignment.question.number in questions:
            Score.give(assignment, by=assignment.evaluator, score=Decimal(score), rationale=REASON)


def evaluators_of(application, question):
    """Who scores a question, as whoever was there when its score was agreed."""
    current = application.assignments.current().on(question).select_related("evaluator")
    return [str(each.evaluator) for each in current]


def moderated(scores=None, **given):
    """Scored and agreed; say scores={11: 5} for others than 7."""
    application = assigned(**given)
    score_all(application)
    chair = application.openings.first().officer
    for question in application.scheme.questions.in_order():
        ModeratedScore.agree(
            application,
            question,
            by=chair,
            score=Decimal((scores or {}).get(question.number, 7)),
            reason=AGREED,
            present=evaluators_of(application, question),
        )
    return application


def diligent(**given):
    """Moderated, and found to be in order in all that is checked last."""
    application = moderated(**given)
    officer = application.openings.first().officer
    for kind in FindingKind.due_diligence():
        Finding.make(application, kind, by=officer, passed=True, reason="All of it is in order.")
    return application


def recommended(**given):
    """Put before a manager."""
    application = diligent(**given)
    recommend(application, by=application.openings.first().officer)
    return application


def recommend(application, *, by, recommendation="As scored."):
    """Read what there is, and put it before a manager."""
    seen = reporting.digest_of_report(application)
    deciding.recommend(application, by=by, seen=seen, recommendation=recommendation)


def approve(application, *, by):
    """Read the report, and approve the recommendation that it is about."""
    deciding.approve(application, by=by, seen=reporting.digest_of_report(application))
