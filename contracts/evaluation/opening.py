"""Declaring interests and opening: what follows from a declaration, and a whole round at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from contracts.applications.models import Application, ConflictDeclaration
from contracts.evaluation import assigning, permissions
from contracts.evaluation.models import Opening
from nmiss.base.accounts.models import User


@dataclass(frozen=True)
class Declared:
    """What somebody says of an interest in one applicant."""

    application: Application
    has_conflict: bool
    details: str = ""


@transaction.atomic
def declare(application: Application, *, by: User, has_conflict: bool, details: str = "") -> None:
    """Say whether there is a conflict; where there is, others take over the questions."""
    application.lock()
    ConflictDeclaration.declare(
        application, by=by, has_conflict=has_conflict, details=details if has_conflict else ""
    )
    if has_conflict:
        assigning.hand_over(application, of=by)


@transaction.atomic
def open_all(declared: Sequence[Declared], *, by: User) -> list[Application]:
    """Declare for several applications, and take part in opening those without a conflict.

    What was declared before stands as it was said. Those that cannot be opened by this person
    are declared for, and left. Give the opened.
    """
    opened = []
    for each in declared:
        if each.has_conflict or not each.application.conflicts.of(by).exists():
            declare(each.application, by=by, has_conflict=each.has_conflict, details=each.details)
        if not permissions.why_not_open(by, each.application):
            Opening.add(each.application, by=by)
            opened.append(each.application)
    return opened
