"""The dates of children and their schools. Nothing that points at a child leaves the hub."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.law import LawBook
from nmiss.base.accounts.key_dates import KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role
from placements.models import Case, Consultation, Placement, TribunalAppeal
from placements.models.case import represent_by
from providers.models import School

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


@source(
    "Placement ends",
    roles=(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    team=[Role.PLACEMENTS, Role.PROVIDER],
    who="Placement team",
)
def of_placements(wanted: WantedDays) -> Iterator[KeyDate]:
    """The recorded last day of a place."""
    ending = wanted.rows(Placement).filter(ended_on__range=wanted.window)
    for each in ending.select_related("child", "school").order_by("ended_on", "pk"):
        child = each.child.reference
        link = reverse("placements:child_detail", args=[child])
        yield KeyDate(each.ended_on, "Placement ends", f"{child} at {each.school}", each, link)


@source(
    "Consultation reply due",
    roles=(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    team=[Role.PROVIDER],
    who="",
)
def of_consultations(wanted: WantedDays) -> Iterator[KeyDate]:
    """The last day to reply of each consultation that waits for its school."""
    waiting = wanted.rows(Consultation).unanswered().of_cases_without_a_place()
    waiting = waiting.filter(due_on__range=wanted.window)
    for each in waiting.select_related("case__child", "school").by_due():
        link = reverse("placements:consultation_detail", args=[each.pk])
        subject, who = f"{each.case.child.reference} at {each.school}", str(each.school)
        yield KeyDate(each.due_on, "Consultation reply due", subject, each, link, who=who)


@source(
    "Representations end",
    roles=(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR),
    team=[Role.PLACEMENTS],
    who="Placement team",
    unreminded={
        "Representations end": "Parents can write until then. The case is a task for the "
        "placement team."
    },
)
def of_representations(wanted: WantedDays) -> Iterator[KeyDate]:
    """Until when parents may make representations about a draft plan."""
    waiting = wanted.rows(Case).open().awaiting_representations()
    drafted = waiting.filter(draft_plan_on__lte=wanted.last).select_related("child")
    law = LawBook.read()
    for each in drafted.order_by("draft_plan_on", "pk"):
        last = represent_by(each.draft_plan_on, law)
        if wanted.covers(last):
            link = reverse("placements:case_detail", args=[each.pk])
            yield KeyDate(last, "Representations end", each.child.reference, each, link)


@source(
    "Tribunal hearing",
    roles=(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR),
    team=[Role.PLACEMENTS],
    who="Placement team",
)
def of_hearings(wanted: WantedDays) -> Iterator[KeyDate]:
    """The hearings of open appeals."""
    heard = wanted.rows(TribunalAppeal).open().filter(hearing_on__range=wanted.window)
    for each in heard.select_related("case__child").order_by("hearing_on", "pk"):
        link = reverse("placements:case_detail", args=[each.case_id])
        yield KeyDate(each.hearing_on, "Tribunal hearing", each.case.child.reference, each, link)


@source(
    "School closes",
    roles=(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR),
    team=(*COMMISSIONING, Role.PLACEMENTS),
    who="Placement team",
)
def of_schools(wanted: WantedDays) -> Iterator[KeyDate]:
    """Schools that the register says close, where children are placed."""
    placed = Placement.objects.on(timezone.localdate()).filter(school=OuterRef("pk")).order_by()
    closing = wanted.rows(School).filter(closed_on__range=wanted.window)
    for each in closing.filter(Exists(placed)).by_name():
        link = reverse("placements:school_detail", args=[each.urn])
        yield KeyDate(each.closed_on, "School closes", str(each), each, link)
