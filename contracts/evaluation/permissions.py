"""Who may do what with an application, on the council's side. Verbs and the database ask again.

Two questions apart: ``can_…`` asks whether somebody may do it now, and draws the buttons;
``not_now_to_…`` says in words why it is not the time for it, or nothing where it is.
"""

from __future__ import annotations

from contracts.applications.models import Application, Status
from contracts.applications.permissions import has_conflict, is_clear
from contracts.arrangements.models import Question
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation.models import Assignment, FindingKind, is_to_agree, was_evaluated_by
from contracts.evaluation.models.assignment import have_all_scored, is_moderated
from nmiss.base.accounts.models import Role, User


def can_declare(user: User, application: Application) -> bool:
    may = user.role in COMMISSIONING and not has_conflict(user, application)
    return may and not not_now_to_declare(application)


def not_now_to_declare(application: Application) -> str:
    return "" if application.status in Status.in_hand() else _stands(application)


def can_open(user: User, application: Application) -> bool:
    """Two officers, after the closing or where one decided not to wait, without a conflict."""
    return is_clear(user, application) and not not_now_to_open(user, application)


def not_now_to_open(user: User, application: Application) -> str:
    if application.status != Status.RECEIVED:
        return _stands(application)
    if not application.may_be_opened:
        return "It is opened after its round has closed, or once it is decided not to wait."
    if application.openings.filter(officer=user).exists():
        return "You have opened it. It takes another officer, too."
    return ""


def can_see_conflicts(user: User, application: Application) -> bool:
    """What a conflict is that somebody declared: managers without one, and auditors."""
    if user.role == Role.MANAGER:
        return not has_conflict(user, application)
    return user.role == Role.AUDITOR


def can_find(user: User, application: Application) -> bool:
    return is_clear(user, application) and not not_now_to_find(application)


def not_now_to_find(application: Application) -> str:
    """Why nothing of it is checked, assigned or recommended now."""
    return "" if application.status == Status.EVALUATED else _stands(application)


def can_assign(user: User, application: Application) -> bool:
    return can_find(user, application)


def can_score(user: User, assignment: Assignment) -> bool:
    """Its evaluator, once the three checks are passed and until all have scored."""
    return (
        assignment.evaluator_id == user.pk
        and assignment.released_at is None
        and is_clear(user, assignment.application)
        and not not_now_to_score(assignment)
    )


def not_now_to_score(assignment: Assignment) -> str:
    application, question = assignment.application, assignment.question
    if application.status != Status.EVALUATED:
        return _stands(application)
    if is_moderated(application, question):
        return "The score of this question is agreed."
    if have_all_scored(application, question):
        return "This question is scored already: everybody has scored it, and the scores stand."
    gates = list(application.findings.before_scoring().values_list("passed", flat=True))
    if not all(gates):
        return "It was not found complete and eligible, so it is not scored."
    if len(gates) < len(FindingKind.before_scoring()):
        return "Make the first three findings first: complete, exclusion grounds, selection."
    return ""


def can_moderate(user: User, application: Application, question: Question) -> bool:
    """A chair without a conflict, once all have scored; anew where a score has come back."""
    return is_clear(user, application) and not not_now_to_moderate(application, question)


def not_now_to_moderate(application: Application, question: Question) -> str:
    if application.status != Status.EVALUATED:
        return _stands(application)
    if not is_to_agree(application, question):
        return "The score of this question is agreed already."
    if not have_all_scored(application, question):
        return "A score is agreed once all its evaluators, two at least, have scored."
    return ""


def can_decide(user: User, application: Application) -> bool:
    """A manager who evaluated nothing of it approves it, or sends it back."""
    may = user.role == Role.MANAGER and is_clear(user, application)
    return may and not not_now_to_decide(user, application)


def not_now_to_decide(user: User, application: Application) -> str:
    if application.status != Status.RECOMMENDED:
        return _stands(application)
    if was_evaluated_by(application, user):
        return "You took part in evaluating it: another manager decides."
    return ""


def _stands(application: Application) -> str:
    """Where it stands, as a sentence."""
    return {
        Status.RECEIVED: f"{application.reference} is sealed until two officers have opened it.",
        Status.EVALUATED: f"{application.reference} is open and being evaluated.",
        Status.RECOMMENDED: f"An outcome of {application.reference} is recommended already.",
        Status.APPROVED: f"The outcome of {application.reference} is approved already.",
        Status.TOLD: f"The outcome of {application.reference} was told already.",
        Status.WITHDRAWN: f"{application.reference} was withdrawn.",
        Status.DRAFT: f"{application.reference} is a draft.",
    }[Status(application.status)]


def can_see_outcome(user: User, application: Application) -> bool:
    """Everybody of these once it is told; before, who declared no conflict, and auditors."""
    if application.status == Status.APPROVED:
        return user.role == Role.AUDITOR or is_clear(user, application)
    return application.status == Status.TOLD
