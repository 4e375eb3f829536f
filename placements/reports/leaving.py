"""Children at schools whose providers declined an extension: their places outlast the membership.

"Expiry stops new call-offs and ends no placement": each goes on by its own terms, and the places
that follow are bought on the spot.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count

from contracts.models import ExtensionLetter, ExtensionOption, Membership
from nmiss.base.accounts.models import User
from placements.models import Placement
from providers.models import School


@dataclass(frozen=True)
class LeavingSchool:
    """A school that leaves, why, and how many children are placed there on a day."""

    school: School
    letter: ExtensionLetter
    lots: tuple[str, ...]
    children: int


def leaving_schools(
    option: ExtensionOption, *, user: User, on: datetime.date
) -> list[LeavingSchool]:
    """The schools of those who declined, by provider; three queries, whatever their number."""
    letters = {
        each.provider_id: each
        for each in ExtensionLetter.objects.visible_to(user).of(option).declined().with_parties()
    }
    last_on = option.starts_on - datetime.timedelta(days=1)
    members = Membership.objects.visible_to(user).of_vehicle(option.vehicle_id)
    members = members.lasting_to(last_on).of_providers(letters).select_related("school", "lot")
    lots: dict[School, list[Membership]] = {}
    for each in members.order_by("provider__name", "school__name", "lot__number"):
        lots.setdefault(each.school, []).append(each)
    placed = Placement.objects.visible_to(user).on(on).filter(school__in=lots).order_by()
    counts = dict(placed.values_list("school").annotate(Count("child", distinct=True)))
    return [
        LeavingSchool(
            school,
            letters[memberships[0].provider_id],
            tuple(str(each.lot) for each in memberships),
            counts.get(school.pk, 0),
        )
        for school, memberships in lots.items()
    ]
