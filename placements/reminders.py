"""What schools are reminded of: consultations that wait for their reply."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils import timezone

from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.letterbox import Addressee
from nmiss.base.core.reminders import (
    AT_ONCE,
    COMMISSIONING,
    PROVIDERS,
    Due,
    KindOfReminder,
    register,
)
from placements.models import Consultation, ConsultationLink
from placements.new_inspections import in_order, new_inspections, who_placed
from providers.models import ProviderRole
from providers.recipients import by_provider


def _consultations(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Consultations without a reply, of children who have no place yet."""
    waiting = Consultation.objects.unanswered().of_cases_without_a_place()
    found = list(waiting.filter(due_on__lte=last).select_related("school").by_due())
    of_each = {each.school.provider_id for each in found}
    people = by_provider(of_each, roles=ProviderRole.writers())
    links = ConsultationLink.objects.living().filter(consultation__in=found)
    addressed = {link.consultation_id: Addressee(link.email) for link in links}
    for each in found:
        writers = people[each.school.provider_id]
        held = [person for person in writers if person.pk == each.holder_id]
        sent_on = timezone.localdate(each.sent_at)
        by_link = [addressed[each.pk]] if each.pk in addressed and not writers else []
        words = {"by_link": bool(by_link)}
        yield Due(each, each.due_on, held or writers or by_link, words, told_on=sent_on)


def _inspections(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """New inspections, said once to the officers and to who placed children there."""
    found = list(new_inspections(today).select_related("school"))
    if not found:
        return
    officers = list(User.objects.in_roles(Role.OFFICER, Role.MANAGER))
    placed = who_placed({each.school_id for each in found}, today)
    for each in found:
        people = in_order([*officers, *placed[each.school_id]])
        yield Due(each, timezone.localdate(each.recorded_at), people)


register(
    KindOfReminder(
        "inspection",
        "placements/inspection_new",
        _inspections,
        who="Officers, managers, and who placed children at the school",
        to=COMMISSIONING | {Role.PLACEMENTS},
        before=(AT_ONCE,),
        until=30,
    ),
    KindOfReminder(
        "consultation",
        "placements/consultation_due",
        _consultations,
        who="Who works on the reply at the school, or else all who write for it",
        statutory=True,
        to=PROVIDERS,
        before=(5,),
        after=(0, 1, 5, 10),
        until=30,
        dates=("Consultation reply due",),
    ),
)
register(
    reminder_of(
        "Placement ends",
        says="Plan the child’s next placement, or check that the last day is right.",
        before=(56, 28),
        name="placement end",
    ),
    reminder_of(
        "Tribunal hearing",
        says="Check that the evidence bundle is complete and who attends for the council.",
        before=(14, 3),
        statutory=True,
    ),
    reminder_of(
        "School closes",
        says="Plan another placement for each child at the school before it closes.",
        before=(90, 30, 7),
    ),
)
