"""Who may do what on the applicant's side, and who of the council asks and answers."""

from __future__ import annotations

from contracts.models import Application, ConflictDeclaration, Status, Vehicle
from nmiss.accounts.models import Role, User
from providers.models import Provider, ProviderRole

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*COMMISSIONING, Role.AUDITOR)


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
    may = user.role in COMMISSIONING and can_read_evidence(user, application)
    return may and application.status == Status.EVALUATED


def can_read_evidence(user: User, application: Application) -> bool:
    """Of an opened application: who declared that there is no conflict, and auditors."""
    if application.is_sealed:
        return False
    declared = ConflictDeclaration.objects.filter(
        application=application, person=user, has_conflict=False
    )
    return user.role == Role.AUDITOR or (user.role in COMMISSIONING and declared.exists())
