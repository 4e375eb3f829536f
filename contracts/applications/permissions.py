"""Who may do what on the applicant's side, and who of the council asks and answers."""

from __future__ import annotations

from contracts.applications.models import Application, EarlyEvaluation, Prolongation, Status
from contracts.arrangements.models import Vehicle
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from providers.models import Provider, ProviderRole


def can_write_for(user: User, provider: Provider) -> bool:
    """Owners and editors; viewers read."""
    return provider.members.filter(user=user, role__in=ProviderRole.writers()).exists()


def can_ask(user: User) -> bool:
    """Whoever may write for some provider may ask a question in its name."""
    return Provider.objects.written_for_by(user).exists()


def can_start(user: User, provider: Provider, vehicle: Vehicle) -> bool:
    """One at a time: a draft, or one that can still be replaced, is gone on with."""
    own = Application.objects.filter(provider=provider, vehicle=vehicle)
    seen = own.readable_by(user).filter(status__in=Status.editable())
    return not seen.exists() and not own.received().exists() and can_write_for(user, provider)


def can_write(user: User, application: Application) -> bool:
    return can_write_for(user, application.provider)


def can_edit(user: User, application: Application) -> bool:
    return application.status in Status.editable() and can_write(user, application)


def can_declare(user: User, application: Application) -> bool:
    """Only an owner declares, and so submits and withdraws."""
    members = application.provider.members
    return members.filter(user=user, role=ProviderRole.OWNER).exists()


def can_withdraw(user: User, application: Application) -> bool:
    return application.status in Status.editable() and can_declare(user, application)


def can_ask_for_evidence(user: User, application: Application) -> bool:
    may = user.role in COMMISSIONING and can_read(user, application)
    return may and application.status == Status.EVALUATED


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


def can_evaluate_now(user: User, application: Application) -> bool:
    waits = application.status == Status.RECEIVED and not EarlyEvaluation.is_decided(application)
    may = user.role in COMMISSIONING and not has_conflict(user, application)
    return may and waits and not application.may_be_opened


def can_prolong(user: User, application: Application) -> bool:
    """Commissioning without a conflict, until it is decided; once."""
    runs = application.status in Status.in_hand() and application.decided_at is None
    may = user.role in COMMISSIONING and not has_conflict(user, application)
    return may and runs and Prolongation.of(application) is None
