"""What the calendar asks of memberships: who is told of rounds, and which quarters had awards."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from django.db.models import DateField, F, Max, QuerySet
from django.db.models.functions import Cast, TruncQuarter
from django.dispatch import receiver
from django.utils import timezone

from contracts.arrangements import signals
from contracts.arrangements.models import Vehicle
from contracts.membership.models import Agreement, AgreementStatus, Membership
from nmiss.base.accounts.models import User
from providers.models import ProviderMember, ProviderRole


@receiver(signals.members)
def providers_with_members(sender: Vehicle, *, on: datetime.date, **_: object) -> QuerySet:
    """The providers with a school in the vehicle that day."""
    members = Membership.objects.on(on).filter(lot__vehicle=sender).order_by()
    return members.values_list("provider", flat=True).distinct()


@receiver(signals.awarded)
def quarters_of_admissions(
    sender: type[Vehicle], *, vehicles: Collection[int], **_: object
) -> QuerySet:
    """The quarters in which a school was admitted to them: who was carried over is no award."""
    admitted = Membership.objects.filter(lot__vehicle__in=vehicles).order_by()
    admitted = admitted.exclude(came_from__way="carried")
    quarter = Cast(TruncQuarter("admitted_on"), DateField())
    return admitted.values_list("lot__vehicle", quarter).distinct()


@receiver(signals.contracts_made)
def agreements_made(
    sender: type[Vehicle], *, vehicles: Collection[int], **_: object
) -> Iterator[tuple[int, int, str, datetime.date]]:
    """The agreements by which schools were admitted to them."""
    made = Agreement.objects.filter(
        lot__vehicle__in=vehicles, status__in=(AgreementStatus.IN_FORCE, AgreementStatus.ENDED)
    )
    for each in made.select_related("provider", "lot").oldest_first():
        yield each.lot.vehicle_id, each.pk, f"{each.provider}, {each.lot}", each.starts_on


@receiver(signals.signed_in_rounds)
def agreements_of_rounds(
    sender: type[Vehicle], *, vehicles: Collection[int], **_: object
) -> Iterator[tuple[int, int, datetime.date]]:
    """An agreement is made once the second side has signed it."""
    made = Agreement.objects.filter(
        vehicle__in=vehicles,
        status__in=(AgreementStatus.IN_FORCE, AgreementStatus.ENDED),
        application__round__opens_at__date__gte=F("vehicle__starts_on"),
    ).annotate(signed_at=Max("signatures__signed_at"))
    for vehicle, round, at in made.values_list("vehicle", "application__round", "signed_at"):
        if at:
            yield vehicle, round, timezone.localdate(at)


@receiver(signals.admissions)
def who_was_admitted(
    sender: Vehicle, *, first: datetime.date, last: datetime.date, **_: object
) -> list[tuple[str, str, str]]:
    """In the order of providers: nothing of a child, and no price."""
    admitted = Membership.objects.of_vehicle(sender.pk).filter(admitted_on__range=(first, last))
    admitted = admitted.exclude(came_from__way="carried")
    rows = admitted.select_related("provider", "school", "lot")
    return [
        (str(each.provider), str(each.school), str(each.lot))
        for each in rows.order_by("provider__name", "school__name", "lot__number")
    ]


def told_anyway(person: User, *, on: datetime.date) -> set[int]:
    """The vehicles of whose openings somebody is told as a member, asked or not."""
    roles = ProviderRole.writers()
    acting = ProviderMember.objects.filter(user=person, role__in=roles).values("provider")
    members = Membership.objects.on(on).filter(provider__in=acting)
    return set(members.values_list("lot__vehicle", flat=True))
