"""The terms of a placement agreement that follow from the child, the day and the DPS."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from contracts.arrangements.law import FIRST_PLANS
from contracts.models import Lot, Membership
from nmiss.base.core.days import YEARS, academic_year, academic_year_of
from nmiss.base.core.models import LegalParameter
from placements.models import Child, Directed, Placement, Route, SchoolChoice
from providers.models import Provision, School

# A place ends with the academic year of the 11th, 16th or 19th birthday: the last years of primary
# and secondary education, and of education for young people.
LAST_YEARS = (6, 11, YEARS[-1])
SEND = "send"
NOTICE, FIRST_NOTICE = "placement_notice", "placement_first_notice"
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """What an officer agrees with a school, but for the prices."""

    school: School
    provision: str
    weeks: Decimal
    starts_on: datetime.date
    ends_on: datetime.date
    notice_weeks: int
    first_notice_weeks: int
    billing: str
    over_number_reason: str | None = None
    ends_place_before: bool = False


@dataclass(frozen=True)
class Under:
    """Under what a place is bought."""

    route: Route
    lot: Lot | None = None


def expected_end(child: Child, starts_on: datetime.date) -> datetime.date:
    """The last day of the academic year in which the phase of the child ends."""
    year = child.nc_year(on=starts_on)
    last = next((each for each in LAST_YEARS if each >= year), year)
    return academic_year(academic_year_of(starts_on) + last - year)[1]


def notice_in_force(on: datetime.date) -> tuple[int, int]:
    """The weeks of notice that we agree, and those of the first term.

    A place that is older than the plans of today has the first numbers.
    """
    on = max(on, FIRST_PLANS)
    return tuple(
        LegalParameter.objects.in_force(key, regime=SEND, on=on).value
        for key in (NOTICE, FIRST_NOTICE)
    )


def lot_on(school: School, day: datetime.date) -> Lot | None:
    """The lot of the DPS that takes call-offs from a school on a day; lot 2 before lot 1."""
    members = Membership.objects.of_the_dps().open_to_call_offs(day).filter(school=school)
    member = members.select_related("lot__vehicle").order_by("-lot__number").first()
    return member.lot if member else None


def is_suspended_on(school: School, day: datetime.date) -> bool:
    return Membership.objects.on(day).suspended_on(day).filter(school=school).exists()


def under_what(choice: SchoolChoice, school: School, starts_on: datetime.date) -> Under | None:
    """How a place is bought that begins on a day; None where nothing allows it.

    What a tribunal orders is bought under that order. Any other place is a call-off where the
    school takes them that day, or else a spot purchase: if a manager agreed to leave the DPS, or
    the parents' preference was upheld.
    """
    if choice.directed == Directed.TRIBUNAL:
        return Under(Route.DIRECTED)
    if lot := lot_on(school, starts_on):
        return Under(Route.CALL_OFF, lot)
    return Under(Route.SPOT) if choice.directed or not choice.is_on_dps else None


def place_on(child: Child, day: datetime.date) -> Placement | None:
    """Where the child is on a day."""
    return child.placements.on(day).select_related("school").first()


def goes_on(placement: Placement | None, terms: Terms) -> bool:
    """Whether a change is one of the same place: at the same school, by the same provision."""
    return (
        placement is not None
        and placement.school_id == terms.school.pk
        and placement.provision == terms.provision
    )


USUAL_PROVISION = {"day": Provision.DAY, "residential": Provision.RESIDENTIAL_38}
