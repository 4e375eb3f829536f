"""Who may do what on the applicant's side, who of the council asks and answers, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing. ``can_…`` asks of a person alone, and turns away who may not at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils import timezone

from contracts.applications.status import Status
from contracts.arrangements.models import Round, Vehicle
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from providers.models import Provider, ProviderRole

if TYPE_CHECKING:
    from contracts.applications.models import (
        Application,
        Clarification,
        EvidenceRequest,
        RefusedFile,
    )

# Of one application, with those that were removed, which are kept. Far more than anybody needs.
MOST_DOCUMENTS = 200
# Said by a constraint, too, where two begin at once.
DRAFT_STANDS = "There is a draft already. Go on with that one."
# Said of what the database has refused: that a round closes asks no clock but its own.
ROUND_CLOSED_MEANWHILE = (
    "The round has closed. The version that you submitted before counts, unchanged."
)


def can_write_for(user: User, provider: Provider) -> bool:
    """Owners and editors; viewers read."""
    return provider.members.filter(user=user, role__in=ProviderRole.writers()).exists()


def can_ask(user: User) -> bool:
    """Whoever may write for some provider may ask a question in its name."""
    return Provider.objects.written_for_by(user).exists()


def can_write(user: User, application: Application) -> bool:
    return can_write_for(user, application.provider)


def can_declare(user: User, application: Application) -> bool:
    """Only an owner declares, and so submits and withdraws."""
    members = application.provider.members
    return members.filter(user=user, role=ProviderRole.OWNER).exists()


# The applicant


def why_not_start(user: User, provider: Provider, vehicle: Vehicle) -> str:
    """One at a time: a draft, or one that can still be replaced, is gone on with."""
    own = provider.applications.filter(vehicle=vehicle)
    if why_not := _why_not_write_for(user, provider):
        return why_not
    if own.received().readable_by(user).exists():
        waiting = own.received().readable_by(user).first()
        return f"Your {waiting} was received and is not opened yet. Change that one instead."
    if own.received().exists():
        return (
            f"{provider} has an application that was begun before you came. It is closed to you "
            "until we open it. You can begin another then."
        )
    if not vehicle.schemes.published().exists():
        return f"{vehicle} has no evaluation scheme yet."
    if own.drafts().readable_by(user).exists():
        return DRAFT_STANDS
    return ""


def _why_not_write_for(user: User, provider: Provider) -> str:
    may = can_write_for(user, provider)
    return "" if may else f"Only owners and editors of {provider} write its applications."


def why_not_edit(user: User, application: Application) -> str:
    """Until two officers have opened it, and not once it is withdrawn."""
    if application.status == Status.WITHDRAWN:
        return f"Your {application} is withdrawn. Begin a new one: the form is open."
    if application.status not in Status.editable():
        return (
            f"Your {application} has been opened, and evaluation has begun. It cannot be changed "
            "any more. If we need something else, we ask for it."
        )
    return _why_not_write_for(user, application.provider)


def why_not_add_document(application: Application) -> str:
    """Up to so many; another file in the place of a refused one comes on top."""
    if application.evidence.counted().count() < MOST_DOCUMENTS:
        return ""
    return (
        f"An application can have {MOST_DOCUMENTS} documents, including those you removed. This "
        "one has reached the limit. Contact us if you need to add another."
    )


def why_not_submit(user: User, application: Application, missing: Sequence[str]) -> str:
    """Once nothing is ``missing``: what is, in words."""
    if why_not := why_not_withdraw(user, application):
        return why_not
    return "Something is missing: " + "; ".join(missing) if missing else ""


def why_not_receive(application: Application) -> str:
    """Where its round opens in this moment, with other questions than it answers."""
    round = application.round
    is_another = round and round.scheme_id not in (None, application.scheme_id)
    if not is_another:
        return ""
    return "The questions have changed in this moment. Look at them, then submit."


def why_not_withdraw(user: User, application: Application) -> str:
    if why_not := why_not_edit(user, application):
        return why_not
    may = can_declare(user, application)
    return "" if may else f"Only an owner of {application.provider} submits or withdraws it."


def why_not_replace(user: User, refused: RefusedFile) -> str:
    """A document whose file was refused, by its day and until the application is decided."""
    application = refused.application
    if application.status not in Status.in_hand():
        return "The application is decided: this document is no longer needed."
    if refused.replaced_at:
        return "This document was replaced already."
    if not refused.may_be_replaced(timezone.localdate()):
        return (
            f"The time to replace this document ended on {refused.due_on:%-d %B %Y}. "
            "It counts as missing."
        )
    return _why_not_write_for(user, application.provider)


def why_not_ask(vehicle: Vehicle, round: Round | None) -> str:
    """``round`` is the one that a question of now is about."""
    is_over = round is None and vehicle.rounds.not_closed().exists()
    return "The time for questions is over. The next round takes new ones." if is_over else ""


def why_not_reply(user: User, request: EvidenceRequest) -> str:
    """Late or not, until the application is decided."""
    application = request.application
    if application.status not in Status.in_hand():
        return "The application is decided: nothing more is needed."
    if request.answered_at:
        return "This request was answered already."
    return _why_not_write_for(user, application.provider)


# The council


def is_clear(user: User, application: Application) -> bool:
    """Whether somebody of commissioning has declared to have no conflict with the applicant."""
    return user.role in COMMISSIONING and application.conflicts.of(user).clear().exists()


def has_conflict(user: User, application: Application) -> bool:
    return application.conflicts.of(user).stands_in_the_way().exists()


def can_read(user: User, application: Application) -> bool:
    """Once opened: who declared to have no conflict, and auditors, who decide nothing."""
    if application.is_sealed:
        return False
    return user.role == Role.AUDITOR or is_clear(user, application)


def why_not_take_part(
    user: User, application: Application, declared: Mapping[int, bool] | None = None
) -> str:
    """Those of commissioning evaluate who declared to have no conflict with the applicant.

    ``declared`` is what this person said of several applications, where a board has it already.
    """
    if user.role not in COMMISSIONING:
        return "Only officers and managers evaluate applications."
    known = declared is not None
    if declared.get(application.pk) if known else has_conflict(user, application):
        return "You declared a conflict of interest with this applicant. Others evaluate it."
    if application.pk in declared if known else is_clear(user, application):
        return ""
    return "Declare first that you have no conflict of interest with this applicant."


def why_not_declare(user: User, application: Application) -> str:
    """Until its outcome is told. A conflict that was declared is never taken back."""
    if application.status not in Status.in_hand():
        return stands(application)
    if user.role not in COMMISSIONING:
        return "Only officers and managers declare an interest in an applicant."
    if has_conflict(user, application):
        return "You cannot withdraw a conflict once declared."
    return ""


def why_not_evaluate_now(user: User, application: Application) -> str:
    """Not to wait for its round: while it waits for one, once."""
    if why_not := _why_not_time(user, application):
        return why_not
    if application.status != Status.RECEIVED or hasattr(application, "early_evaluation"):
        return f"{application} is not waiting in the queue."
    if application.may_be_opened:
        return f"The round of {application} has closed. Open it now."
    return ""


def why_not_prolong(user: User, application: Application) -> str:
    """Until it is decided; once."""
    if why_not := _why_not_time(user, application):
        return why_not
    is_in_hand = application.status in Status.in_hand() and application.decided_at is None
    if not is_in_hand or hasattr(application, "prolongation"):
        return f"{application} cannot be given longer."
    return ""


def _why_not_time(user: User, application: Application) -> str:
    """Commissioning decides on its clocks before it is opened: nobody need declare for that."""
    if user.role not in COMMISSIONING:
        return "Only officers and managers decide when an application is evaluated."
    if has_conflict(user, application):
        return why_not_take_part(user, application)
    return ""


def why_not_ask_for_evidence(user: User, application: Application) -> str:
    if application.status != Status.EVALUATED:
        return "Evidence is asked for while an application is being evaluated."
    return why_not_take_part(user, application)


def why_not_answer(user: User, clarification: Clarification) -> str:
    """A question is answered to all, once. What is published is not changed."""
    if user.role not in COMMISSIONING:
        return "Only officers and managers answer questions."
    return "Someone has answered this question already." if clarification.answered_at else ""


def why_not_release(user: User, application: Application) -> str:
    """An outcome is told once it is approved, by somebody without a conflict."""
    if application.status != Status.APPROVED:
        return stands(application)
    return why_not_take_part(user, application)


def stands(application: Application) -> str:
    """Where it stands, as a sentence: why a move of another time cannot be made now."""
    return {
        Status.RECEIVED: f"{application.reference} is sealed until two officers have opened it.",
        Status.EVALUATED: f"{application.reference} is open and being evaluated.",
        Status.RECOMMENDED: f"An outcome of {application.reference} is recommended already.",
        Status.APPROVED: f"The outcome of {application.reference} is approved already.",
        Status.TOLD: f"The outcome of {application.reference} was sent already.",
        Status.WITHDRAWN: f"{application.reference} was withdrawn.",
        Status.DRAFT: f"{application.reference} is a draft.",
    }[Status(application.status)]
