"""The list of consultations: the council's board by age, and what a provider is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import day, status_tag
from placements.filters.consultations import Consultations
from placements.models import Consultation, ReplyKind


def _consultations(user: User, query: Mapping[str, str]) -> QuerySet:
    return Consultation.objects.visible_to(user).with_answer()


def _facts(consultations: QuerySet, asked: Asked) -> QuerySet:
    return consultations.select_related("case__child", "school")


def _standing(consultation: Consultation) -> str:
    standing = consultation.standing(timezone.localdate())
    return ReplyKind(standing).label if standing in ReplyKind else standing.capitalize()


def _how_late(consultation: Consultation) -> str:
    """How many days are left, or how late it is, where it waits for a reply."""
    if consultation.answer or not consultation.is_open:
        return ""
    days = consultation.days_left(timezone.localdate())
    count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    if days == 0:
        return "due today"
    return f"{count} left" if days > 0 else f"{count} late"


def _due(asked: Asked) -> Callable[[Consultation], str]:
    def cell(consultation: Consultation) -> str:
        late = _how_late(consultation)
        return f"{day(consultation.due_on)} ({late})" if late else day(consultation.due_on)

    return cell


CONSULTATIONS = List(
    name="consultations",
    title="Consultations",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    rows=_consultations,
    filters=Consultations,
    by="due_on",
    facts=_facts,
    identifies_children=True,
    columns=(
        Column(
            "Consultation",
            "Its number, as in emails",
            lambda c: c.pk,
            lambda c: link("placements:consultation_detail", c.pk, f"Consultation {c.pk}"),
        ),
        Column(
            "Child",
            "The reference, which does not identify the child",
            lambda c: c.case.child.reference,
        ),
        Column("School", "The school that was asked", lambda c: str(c.school)),
        Column(
            "Status",
            "Waiting, overdue, closed, or the school’s reply",
            _standing,
            lambda c: status_tag(c.standing(timezone.localdate())),
        ),
        Column(
            "Sent",
            "When it was sent, in London",
            lambda c: c.sent_at,
            sort="sent",
            order="sent_at",
            ways=DAYS,
        ),
        Column(
            "Due",
            "The last day for a reply",
            lambda c: c.due_on,
            cell_for=_due,
            sort="due",
            order="due_on",
            ways=DAYS,
        ),
        Column("Days", "Days left or late, while a reply is due", _how_late, on_page=False),
    ),
)
