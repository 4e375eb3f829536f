"""Voiding a choice: what closed with it goes on, and the case is where it was."""

from __future__ import annotations

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from placements.models import Case, Consultation, SchoolChoice


@in_person
def void_choice(choice: SchoolChoice, *, by: User, reason: str) -> None:
    """Void it, and ask on the schools whose consultations it closed. Each school is told.

    A school that has been consulted anew since keeps that consultation alone.
    """
    case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=choice.case_id)
    choice.void(by=by, reason=reason)
    if not case.is_open:
        case.reopen(by=by)
    asked = set(case.consultations.open().values_list("school", flat=True))
    closed = Consultation.objects.closed_by_choice(choice).select_related("school")
    for consultation in closed.newest_first():
        if consultation.school_id not in asked:
            consultation.reopen(by=by)
            asked.add(consultation.school_id)
