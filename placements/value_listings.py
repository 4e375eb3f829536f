"""The values of all arrangements beside one another."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from contracts.models import ValueBasis, Vehicle, VehicleFigure
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import NUMBERS
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import day, pounds
from placements.filters.values import VehicleValues
from placements.reports import kept
from placements.reports.value_course import courses_of
from placements.reports.vehicle_value import LIMITS

NOT_KNOWN = "Not known"
FIGURES = ("as_at", "spent", "committed", "forecast")


def _with_figures(user: User, query: Mapping[str, str]) -> QuerySet:
    """Each arrangement with the newest figure that was written down."""
    newest = VehicleFigure.objects.visible_to(user).filter(vehicle=OuterRef("pk")).newest_first()
    figures = {name: Subquery(newest.values(name)[:1]) for name in FIGURES}
    pounds = DecimalField(max_digits=14, decimal_places=2)
    total = F("spent") + F("committed") + Coalesce("forecast", Decimal(0))
    total.output_field = pounds
    return Vehicle.objects.visible_to(user).annotate(**figures).annotate(total=total)


def _with_days(vehicles: Sequence[Vehicle], asked: Asked) -> Sequence[Vehicle]:
    """Give each the days on which parts of its value are reached: one query for all."""
    today = timezone.localdate()
    about = [(v.pk, v.ends_on, v.advertised_value, v.value_basis) for v in vehicles]
    courses = kept.worked_out("courses", lambda: courses_of(vehicles, today), today, *about)
    for vehicle in vehicles:
        course = courses[vehicle.pk]
        crossings = course.crossings if course.is_for_the_term else []
        vehicle.reached_on = {each.limit: each.on for each in crossings}
    return vehicles


def _headroom(vehicle: Vehicle) -> Decimal | None:
    """Under a value for the whole term; none where nobody can say."""
    if not vehicle.advertised_value or vehicle.value_basis != ValueBasis.TOTAL:
        return None
    return None if vehicle.total is None else vehicle.advertised_value - vehicle.total


def _name(vehicle: Vehicle) -> SafeString:
    name = link("placements:vehicle_value", vehicle.pk, vehicle.name)
    if vehicle.as_at is None:
        return name
    return format_html(
        '{}<br><span class="govuk-hint govuk-!-font-weight-regular">As at {}</span>',
        name,
        day(vehicle.as_at),
    )


def _pounds(
    heading: str, means: str, value: Callable[[Vehicle], Decimal | None], **options: Any
) -> Column:
    return Column(
        heading,
        means,
        value,
        lambda vehicle: NOT_KNOWN if value(vehicle) is None else pounds(value(vehicle)),
        css=NUMERIC,
        **options,
    )


def _reached_on(limit: int) -> Callable[[Vehicle], datetime.date | None]:
    return lambda vehicle: vehicle.reached_on.get(limit)


def _reached_in_words(limit: int) -> Callable[[Vehicle], str]:
    def said(vehicle: Vehicle) -> str:
        if limit not in vehicle.reached_on:
            return NOT_KNOWN
        on = vehicle.reached_on[limit]
        return day(on) if on else "Not within the term"

    return said


VEHICLE_VALUES = List(
    name="vehicle-values",
    title="Values of arrangements",
    caption="Arrangements",
    roles=tuple(Role.with_cases()),
    rows=_with_figures,
    filters=VehicleValues,
    by="name",
    work_out=_with_days,
    columns=(
        Column("Arrangement", "Its name", lambda v: v.name, _name, sort="name"),
        Column("Kind", "Its kind", lambda v: v.get_kind_display(), on_page=False),
        Column("Ends on", "The end in effect", lambda v: v.ends_on, on_page=False),
        _pounds(
            "Advertised value",
            "Pounds, as its notice says",
            lambda v: v.advertised_value,
            sort="advertised",
            order=Coalesce("advertised_value", Decimal(0)),
            ways=NUMBERS,
        ),
        Column(
            "Basis",
            "The value counts this",
            lambda v: v.get_value_basis_display(),
            on_page=False,
        ),
        Column("As at", "The day of the figures", lambda v: v.as_at, on_page=False),
        _pounds(
            "Spent",
            "Pounds by that day, gross, without VAT",
            lambda v: v.spent,
            sort="spent",
            order=Coalesce("spent", Decimal(0)),
            ways=NUMBERS,
        ),
        _pounds("Committed", "Pounds from then to the end in effect", lambda v: v.committed),
        _pounds(
            "Forecast",
            "Pounds for new placements that are assumed",
            lambda v: v.forecast,
            on_page=False,
        ),
        _pounds(
            "Headroom",
            "Pounds left under a value for the whole term; negative where it is exceeded",
            _headroom,
        ),
        *(
            Column(
                f"{limit}% on",
                f"The day on which spent and committed reach {limit}% of the value",
                _reached_on(limit),
                _reached_in_words(limit),
                on_page=limit == LIMITS[-1],
            )
            for limit in LIMITS
        ),
    ),
)
