"""The dates of children and their schools. Nothing that points at a child leaves the hub."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.key_dates import KeyDate, WantedDays, source
from nmiss.base.accounts.models import Role
from placements.models import Placement
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
