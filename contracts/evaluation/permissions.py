"""Who may do what with an application, on the council's side, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and that pages, boards and
the home page show, or nothing where it may be done. Rules ask records, and stand below the verbs.
A board gives the ``Facts`` of all its rows; a verb leaves them out, and the rule reads anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from contracts.applications.models import Application
from contracts.applications.permissions import (
    has_conflict,
    is_clear,
    stands,
    why_not_take_part,
)
from contracts.applications.status import Status
from contracts.arrangements.models import EvaluationScheme, Question
from contracts.evaluation.facts import (
    Facts,
    able_to_agree,
    have_all_scored,
    is_to_agree,
    was_evaluated_by,
)
from contracts.evaluation.kinds import FEWEST, MOST, SHORTEST_REASON, FindingKind
from contracts.evaluation.obstacles import Obstacle, missing
from nmiss.base.accounts.models import Role, User

if TYPE_CHECKING:
    from contracts.evaluation.models import Assignment

NAMED = 3  # of what is missing; the others are counted
_FIRST_CHECKS = ", ".join(kind.label.lower() for kind in FindingKind.before_scoring())


def why_not_open(user: User, application: Application) -> str:
    """Two officers, after the closing or where one decided not to wait, without a conflict."""
    if application.status != Status.RECEIVED:
        return stands(application)
    if not application.may_be_opened:
        return "It is opened after its round has closed, or once it is decided not to wait."
    if why_not := why_not_take_part(user, application):
        return why_not
    if application.openings.filter(officer=user).exists():
        return "You have opened it. A second officer must also open it."
    return ""


def can_see_conflicts(user: User, application: Application) -> bool:
    """What a conflict is that somebody declared: managers without one, and auditors."""
    if user.role == Role.MANAGER:
        return not has_conflict(user, application)
    return user.role == Role.AUDITOR


def _why_not_evaluate(user: User, application: Application, facts: Facts | None = None) -> str:
    """While it is evaluated, by those who declared no conflict."""
    if application.status != Status.EVALUATED:
        return stands(application)
    return why_not_take_part(user, application, facts.declared if facts else None)


def why_not_find(user: User, application: Application) -> str:
    return _why_not_evaluate(user, application)


def why_not_give_reason(reason: str) -> str:
    """What was not passed is told to the applicant with its reason."""
    is_enough = len(reason) >= SHORTEST_REASON
    return "" if is_enough else f"A reason has at least {SHORTEST_REASON} characters."


def why_not_assign(user: User, application: Application) -> str:
    return _why_not_evaluate(user, application)


def why_not_share_out(each: int) -> str:
    """Why so many evaluators cannot score a question."""
    is_right = FEWEST <= each <= MOST
    return "" if is_right else f"Between {FEWEST} and {MOST} evaluators score a question."


def why_not_replace(user: User, assignment: Assignment, facts: Facts | None = None) -> str:
    """An evaluator hands a question over until all have scored it."""
    application = assignment.application
    facts = facts or Facts(user, [application.pk])
    place = (application.pk, assignment.question_id)
    if why_not := _why_not_evaluate(user, application, facts):
        return why_not
    if assignment.released_at or place in facts.agreed:
        return "This evaluator has nothing to hand over here any more."
    if place in facts.scored:
        return "Everyone has scored this question. Agree the score now."
    return ""


def why_not_take_over(evaluator: User, assignment: Assignment) -> str:
    """Why somebody cannot score in the place of who was assigned."""
    application = assignment.application
    if application.assignments.on(assignment.question).filter(evaluator=evaluator).exists():
        return f"{evaluator} scores this question already, or was replaced."
    if has_conflict(evaluator, application):
        return f"{evaluator} has a conflict with this applicant."
    return ""


def why_not_score(user: User, assignment: Assignment, facts: Facts | None = None) -> str:
    """Its evaluator, once the three checks are passed and until all have scored."""
    application = assignment.application
    facts = facts or Facts(user, [application.pk])
    place = (application.pk, assignment.question_id)
    if application.status != Status.EVALUATED:
        return stands(application)
    if assignment.evaluator_id != user.pk or assignment.released_at:
        return "Another evaluator scores this question now."
    if why_not := _why_not_evaluate(user, application, facts):
        return why_not
    if place in facts.agreed:
        return "The score of this question is agreed."
    if place in facts.scored:
        return "Everyone has scored this question, so scores can no longer change."
    return _why_not_scored_yet(facts.checks.get(application.pk, {}))


def _why_not_scored_yet(checks: dict[str, bool]) -> str:
    if not all(checks.values()):
        return "It was not found complete and eligible, so it is not scored."
    if len(checks) < len(FindingKind.before_scoring()):
        return f"You can score after the first checks: {_FIRST_CHECKS}."
    return ""


def why_not_this_score(scheme: EvaluationScheme, score: Decimal, reason: str) -> str:
    """Within the scale, and with reasons: of an evaluator's score as of an agreed one."""
    if not 0 <= score <= scheme.scale:
        return f"A score is from 0 to {scheme.scale}."
    if len(reason) < scheme.shortest_rationale:
        return f"Reasons have at least {scheme.shortest_rationale} characters."
    return ""


def why_not_moderate(user: User, application: Application, question: Question) -> str:
    """A chair without a conflict, once all have scored; anew where a score has come back."""
    if why_not := _why_not_evaluate(user, application):
        return why_not
    if not is_to_agree(application, question):
        return "The score of this question is agreed already."
    if not have_all_scored(application, question):
        return "A score is agreed once all its evaluators, two at least, have scored."
    return ""


def why_not_agree(application: Application, question: Question, present: Sequence[str]) -> str:
    """Two evaluators of the question agree; fewer only where a late conflict left no more."""
    able = [str(person) for person in able_to_agree(application, question)]
    were_there = [name for name in able if name in present]
    if len(were_there) < min(FEWEST, len(able)) or len(present) < FEWEST:
        return "Two evaluators of the question at least agree its score together."
    return ""


def why_not_recommend(
    user: User, application: Application, waiting: Sequence[Obstacle] | None = None
) -> str:
    """Once nothing is missing. ``waiting`` is what is, where a page has it already."""
    if why_not := _why_not_evaluate(user, application):
        return why_not
    words = [each.words for each in (missing(application) if waiting is None else waiting)]
    if len(words) > NAMED:
        words[NAMED:] = [f"{len(words) - NAMED} more to do."]
    return " ".join(words)


def why_not_decide(user: User, application: Application) -> str:
    """A manager who evaluated nothing of it approves what is recommended, or sends it back."""
    if application.status != Status.RECOMMENDED:
        return stands(application)
    if user.role != Role.MANAGER:
        return "A manager decides on a recommendation."
    if why_not := why_not_take_part(user, application):
        return why_not
    if was_evaluated_by(application, user):
        return "You took part in evaluating it: another manager decides."
    return ""


def why_not_work_on(application: Application) -> str:
    """Why nobody owns it as work of theirs."""
    is_in_hand = application.status in Status.in_hand()
    return "" if is_in_hand else "This application is not being evaluated."


def can_see_outcome(user: User, application: Application) -> bool:
    """Everybody of these once it is told; before, who declared no conflict, and auditors."""
    if application.status == Status.APPROVED:
        return user.role == Role.AUDITOR or is_clear(user, application)
    return application.status == Status.TOLD
