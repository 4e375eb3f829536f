"""Which schools of an agreement can be admitted by it, and why the others cannot."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.core.documents import day
from providers.models import School

if TYPE_CHECKING:
    from contracts.membership.models import Agreement


@dataclass(frozen=True)
class Divided:
    """The schools that can be admitted, and why the others cannot, in sentences."""

    able: list[School]
    sentences: list[str]


def schools_of(agreement: Agreement) -> QuerySet[School]:
    return School.objects.filter(urn__in=[each["urn"] for each in agreement.schools]).by_name()


def first_day(agreement: Agreement) -> datetime.date:
    return max(agreement.starts_on, timezone.localdate())


def divided(agreement: Agreement) -> Divided:
    """What would come of it if both signed today; said before anybody signs."""
    starts_on, vehicle = first_day(agreement), agreement.vehicle
    if vehicle.ends_on and starts_on > vehicle.ends_on:
        return Divided([], [f"The {vehicle} ended on {day(vehicle.ends_on)}."])
    there = agreement.lot.memberships.not_over(starts_on)
    re_signed = there.on_old_terms().filter(provider=agreement.provider_id)
    there = there.exclude(pk__in=re_signed.values("pk")).values("school")
    members = set(School.objects.filter(pk__in=there).values_list("pk", flat=True))
    able, sentences = [], []
    for school in schools_of(agreement):
        if school.provider_id not in (None, agreement.provider_id):
            sentences.append(f"{school} cannot be admitted: another provider runs it.")
        elif school.pk in members:
            sentences.append(f"{school} cannot be admitted: it is in {agreement.lot} already.")
        else:
            able.append(school)
    return Divided(able, sentences)
