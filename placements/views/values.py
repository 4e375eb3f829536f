"""What an arrangement has cost and is bound to cost, beside its advertised value."""

from __future__ import annotations

import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements.permissions import can_run_vehicle
from contracts.models import StarterAssumption, Vehicle, VehicleFigure
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from placements import permissions, value_listings, valuing
from placements.reports import kept
from placements.reports.value_ahead import beyond_the_end
from placements.reports.value_course import Course, course_of
from placements.reports.value_parts import breakdown
from placements.reports.vehicle_value import beside_the_advertised, headroom

SHOWN = 30


@only(*Role.with_cases())
@require_safe
def vehicle_value_list(request: HttpRequest) -> HttpResponse:
    """Every arrangement with its value, its newest figures and the days of the limits."""
    context = value_listings.VEHICLE_VALUES.on(request).context()
    return TemplateResponse(request, "placements/vehicle_value_list.html", context)


@only(*Role.with_cases())
@require_http_methods(["GET", "HEAD", "POST"])
def vehicle_value(request: HttpRequest, vehicle: int) -> HttpResponse:
    """The figures that were written down, the newest first; a POST writes one of today."""
    found = get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)
    may_update = permissions.can_value_vehicles(request.user)
    if request.method == "POST":
        if not may_update:
            raise PermissionDenied
        valuing.note_value(found, by=request.user, on=timezone.localdate())
        messages.success(request, "The figures are updated.")
        return redirect("placements:vehicle_value", found.pk)
    seen = VehicleFigure.objects.visible_to(request.user)
    figures = list(seen.filter(vehicle=found).newest_first()[:SHOWN])
    assumed = StarterAssumption.objects.visible_to(request.user).filter(vehicle=found)
    left = headroom(found, figures[0]) if figures else None
    context = {
        "vehicle": found,
        "figures": figures,
        "headroom": left,
        "exceeded_by": -left if left is not None and left < 0 else None,
        "course": _course(found, timezone.localdate()),
        "verdicts": beside_the_advertised(found, figures[0]) if figures else [],
        "beyond": beyond_the_end(found, found.end_on(timezone.localdate())),
        "assumption": assumed.select_related("assumed_by").newest_first().first(),
        "may_assume": can_run_vehicle(request.user),
        "may_update": may_update,
    }
    return TemplateResponse(request, "placements/vehicle_value.html", context)


def _course(vehicle: Vehicle, today: datetime.date) -> Course:
    about = vehicle.pk, vehicle.end_on(today), vehicle.advertised_value, vehicle.value_basis
    return kept.worked_out("course", lambda: course_of(vehicle, today), today, *about)


@only(*Role.with_cases())
@require_safe
def vehicle_value_parts(request: HttpRequest, vehicle: int) -> HttpResponse:
    """The same pounds by contract year, lot and provider, worked out anew."""
    found = get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)
    today = timezone.localdate()
    parts = breakdown(found, today)
    is_annual = any(each.percent is not None for each in parts.years)
    context = {"vehicle": found, "on": today, "parts": parts, "is_annual": is_annual}
    return TemplateResponse(request, "placements/vehicle_value_parts.html", context)
