"""Who may do what with an application, on the council's side. Verbs and the database ask again."""

from __future__ import annotations

from contracts.models import Application, Assignment, Question, Status, is_to_agree
from contracts.models.assignment import have_all_scored, is_moderated
from nmiss.accounts.models import Role, User

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*COMMISSIONING, Role.AUDITOR)


def is_clear(user: User, application: Application) -> bool:
    """Whether somebody of commissioning has declared to have no conflict with the applicant."""
    return user.role in COMMISSIONING and application.conflicts.of(user).clear().exists()


def has_conflict(user: User, application: Application) -> bool:
    return application.conflicts.of(user).stands_in_the_way().exists()


def can_declare(user: User, application: Application) -> bool:
    in_hand = application.status in Status.in_hand()
    return user.role in COMMISSIONING and in_hand and not has_conflict(user, application)


def can_open(user: User, application: Application) -> bool:
    """Two officers, after the closing or where one decided not to wait, without a conflict."""
    return (
        application.may_be_opened
        and is_clear(user, application)
        and not application.openings.filter(officer=user).exists()
    )


def can_read(user: User, application: Application) -> bool:
    """Once opened: who declared to have no conflict, and auditors, who decide nothing."""
    if application.is_sealed:
        return False
    return user.role == Role.AUDITOR or is_clear(user, application)


def can_find(user: User, application: Application) -> bool:
    return application.status == Status.EVALUATED and is_clear(user, application)


def can_assign(user: User, application: Application) -> bool:
    return can_find(user, application)


def can_score(user: User, assignment: Assignment) -> bool:
    """Its evaluator, once the three checks are passed and until all have scored."""
    application, question = assignment.application, assignment.question
    passed = application.findings.before_scoring().filter(passed=True).count()
    return (
        assignment.evaluator_id == user.pk
        and assignment.released_at is None
        and passed == 3
        and can_find(user, application)
        and not is_moderated(application, question)
        and not have_all_scored(application, question)
    )


def can_moderate(user: User, application: Application, question: Question) -> bool:
    """A chair without a conflict, once all have scored; anew where a score has come back."""
    return (
        can_find(user, application)
        and have_all_scored(application, question)
        and is_to_agree(application, question)
    )


def can_decide(user: User, application: Application) -> bool:
    """A manager who evaluated nothing of it approves it, or sends it back."""
    return (
        user.role == Role.MANAGER
        and application.status == Status.RECOMMENDED
        and is_clear(user, application)
        and not application.was_evaluated_by(user)
    )
