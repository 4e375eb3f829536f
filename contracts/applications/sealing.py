"""The seal: for whom the hub acts when it reads what is in an application.

Row security (``seal_sql``) lets the web's role read a sealed row only while it acts for one of the
applicant's own people (``nmiss.base.core.acting``). Nobody of the council ever is one
(``ProviderMember``), so whatever query a page of theirs comes to, PostgreSQL shows it no sealed
row.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db.models import Q

from contracts.applications.models import Application
from nmiss.base.core.acting import acting_for
from nmiss.base.core.models import Repetition

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

__all__ = ["DRAFTING", "acting_for", "refuse", "refuse_number", "what_goes_on_in_sealed_forms"]

# What an applicant does on its form is its own: how much of it there was is sealed, too.
DRAFTING = (
    *("start", "save_section", "add_evidence", "remove_evidence", "confirm_answers"),
    "follow_scheme",
)

SEALED = (*DRAFTING, "refuse_evidence", "replace_evidence")

_security = logging.getLogger("nmiss.security")


def what_goes_on_in_sealed_forms() -> Q:
    """Which rows of the ledger nobody reads before two officers have opened the application."""
    sealed = Application.objects.filter(opened_at=None).values("pk")
    return Q(verb__in=SEALED, target_type=Application._meta.label, target_id__in=sealed)


def refuse(application: Application, *, to: User, verb: str = "try_to_read_sealed") -> None:
    """Write down that somebody tried to read what is sealed to them, or to open it.

    Whoever tries again within the hour is counted.
    """
    if not Repetition.record(verb, application, by=to):
        return
    _security.warning("Sealed application %s was asked for by person %s", application.pk, to.pk)


def refuse_number(number: int, *, to: User) -> None:
    """The same where it is not there for them: an application by its number, if there is one."""
    for application in Application.objects.filter(pk=number):
        refuse(application, to=to)
