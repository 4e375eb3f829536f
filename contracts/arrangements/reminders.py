"""What commissioning is reminded of: options to decide, notices, values that are being used up."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from django.urls import reverse

from contracts.arrangements import quarters, recipients
from contracts.arrangements.decide_by import undecided
from contracts.arrangements.models import Vehicle, VehicleFigure
from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.core.reminders import AT_ONCE, MONTHS, Due, KindOfReminder, register
from nmiss.base.core.templatetags.components import money


def _extensions(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Options to extend that nobody has decided, by the last day on which that is still of use."""
    people = recipients.of_commissioning()
    for option, days in undecided(today):
        if days.decide_by <= last:
            yield Due(option, days.decide_by, people, {"last_days": days})


def _award_notices(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    people = recipients.of_commissioning()
    vehicles = list(Vehicle.objects.with_rounds().by_name())
    waiting = quarters.quarters_of_each(vehicles, today=today)
    for vehicle in vehicles:
        for each in waiting[vehicle.pk]:
            words = {"first": each.first, "last": each.last, "source": each.source}
            yield Due(vehicle, each.due_on, people, words)


def _value_reached(limit: int, next_limit: int | None) -> Callable[..., Iterator[Due]]:
    """Vehicles whose cost reached a part of their value, and not a greater one on the same day."""

    def find(today: datetime.date, last: datetime.date) -> Iterator[Due]:
        figures = VehicleFigure.objects
        beyond = figures.first_to_reach(next_limit) if next_limit else figures.none()
        passed = {each.vehicle_id: each.as_at for each in beyond}
        people = recipients.of_commissioning()
        for figure in figures.first_to_reach(limit):
            if passed.get(figure.vehicle_id) != figure.as_at:
                vehicle = figure.vehicle
                words = {
                    "limit": limit,
                    "total": money(figure.total),
                    "advertised": money(vehicle.advertised_value),
                }
                yield Due(vehicle, figure.as_at, people, words)

    return find


VALUE_LIMITS = (80, 90, 100)
register(
    *(
        KindOfReminder(
            f"{limit}% of the advertised value",
            "contracts/arrangements/value_reached",
            _value_reached(limit, next_limit),
            who="Commissioning team",
            before=(AT_ONCE,),
            until=365,
        )
        for limit, next_limit in zip(VALUE_LIMITS, (*VALUE_LIMITS[1:], None), strict=True)
    )
)
register(
    KindOfReminder(
        "extension",
        "contracts/arrangements/extension_decide_by",
        _extensions,
        who="Commissioning team",
        before=(12, 9, 6, 3, 1),
        unit=MONTHS,
        dates=("Extension to decide",),
    ),
)
# What is older than a year is no news: it stays among their tasks.
register(
    KindOfReminder(
        "award notice",
        "contracts/arrangements/award_notice_due",
        _award_notices,
        who="Commissioning team",
        statutory=True,
        before=(AT_ONCE, 7),
        after=(1,),
        until=365,
        dates=("Award notice due",),
    ),
)
register(
    reminder_of(
        "Notice due",
        says="Publish the notice on Find a Tender and record its reference, or waive it with the "
        "reason.",
        before=(14, 3),
        after=(1,),
        statutory=True,
    ),
    reminder_of(
        "Arrangement ends",
        says="After this day no place can be called off. Placements that have begun continue on "
        "their own terms. Decide on an option to extend, or on a new arrangement, before then.",
        before=(12, 6, 3, 1),
        unit=MONTHS,
        page=lambda date: reverse("contracts:vehicle_detail", args=[date.about.pk]),
    ),
    reminder_of(
        "Framework to re-open",
        says="The law re-opens an open framework for new members (Procurement Act 2023, section "
        "49). Hold a round, and have both sides sign the first new agreement by this day.",
        before=(18, 12, 9, 6, 3, 1),
        unit=MONTHS,
        statutory=True,
        page=lambda date: reverse("contracts:vehicle_detail", args=[date.about.pk]),
    ),
    reminder_of(
        "Delegation ends",
        says="After this day nobody can act under the delegation. If something is still to do, "
        "ask for another decision.",
        before=(60, 14),
    ),
    reminder_of(
        "Impact assessment review",
        says="Review the assessment with its owner. Record its state and the day of the next "
        "review.",
        before=(28, 7),
        after=(1,),
    ),
)
