"""Schools that get another number, are split, or become part of another."""

import datetime

from contracts.models import Membership
from placements.models import EarlierSchool, Placement
from placements.reports import Window, dps_status

OLD = {"URN": "900001", "EstablishmentName": "Ash Grove School"}
CLOSED = OLD | {"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2025"}
NEW = {"URN": "900002", "EstablishmentName": "Ash Grove Academy", "OpenDate": "01-09-2025"}
THIRD = {"URN": "900003", "EstablishmentName": "Birch School"}
CALL_OFF = {"route": "call_off", "starts_on": "2024-03-04"}
CHANGE = datetime.date(2025, 9, 1)
BEFORE = Window(datetime.date(2024, 4, 1), datetime.date(2024, 11, 30), 2024)
ACROSS = Window(datetime.date(2025, 4, 1), datetime.date(2025, 11, 30), 2025)
AFTER = Window(datetime.date(2025, 9, 1), datetime.date(2025, 11, 30), 2025)


def day(text):
    return datetime.date.fromisoformat(text)


def figures(window):
    return {
        row.status: (row.schools, row.out_of_area, row.placements, row.spend)
        for row in dps_status(window, by=None)
    }


def schools_of(reference):
    """The numbers of the schools of a place in order, and its lot."""
    placement = Placement.objects.select_related("school", "lot").get(reference=reference)
    earlier = placement.earlier_schools.select_related("school").oldest_first()
    urns = [each.school.urn for each in earlier]
    return [*urns, placement.school.urn], placement.lot and placement.lot.number


def stands():
    """Everything that the links decide."""
    return (
        sorted(Placement.objects.values_list("reference", "school__urn", "lot__number")),
        sorted(
            EarlierSchool.objects.values_list(
                "placement__reference", "school__urn", "from_on", "until_on"
            )
        ),
        sorted(Membership.objects.values_list("school__urn", "admitted_on", "left_on")),
        [figures(window) for window in (BEFORE, ACROSS, AFTER)],
    )
