"""A price list of the school that there is."""

from __future__ import annotations

import datetime

from contracts.models import Lot
from placements.fees.models import PriceList
from providers.models import School
from tests.factories.prices import a_base


def fill(people, provider):
    school = School.objects.get(urn=900001)
    price_list = PriceList.add(
        school,
        Lot.objects.get(memberships__school=school),
        [a_base(60_000)],
        by=people["officer"],
        starts_on=datetime.date(2023, 9, 1),
    )
    return {"price_list": price_list.pk}
