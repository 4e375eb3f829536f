"""Variations of an arrangement, beside the limits of their grounds."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements import permissions
from contracts.arrangements.forms import variations as forms
from contracts.arrangements.models import Ground, ValueBasis, Variation, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def variation_list(request: HttpRequest, vehicle: int) -> HttpResponse:
    """What was changed, newest first, and what is left of the small changes."""
    found = _vehicle(request, vehicle)
    seen = Variation.objects.visible_to(request.user).filter(vehicle=found)
    is_total = found.advertised_value and found.value_basis == ValueBasis.TOTAL
    context = {
        "vehicle": found,
        "variations": seen.select_related("recorded_by", "voided_by", "decision").newest_first(),
        "half": found.advertised_value / 2 if is_total else None,
        "tenth": found.advertised_value / 10 if is_total else None,
        "small": found.variations.net(Ground.SMALL),
        "may_record": not permissions.why_not_vary(request.user, found),
    }
    return TemplateResponse(request, "contracts/arrangements/variation_list.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def variation_add(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Record a change that was agreed."""
    found = _vehicle(request, vehicle)
    stop_if(permissions.why_not_vary(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.RecordVariation(posted, vehicle=found)
    if form.is_valid():
        Variation.record(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The variation is saved.")
        return redirect("contracts:variation_list", found.pk)
    context = {"form": form, "vehicle": found}
    return TemplateResponse(request, "contracts/arrangements/variation_add.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def variation_void(request: HttpRequest, variation: int) -> HttpResponse:
    """Say that a variation was recorded by mistake."""
    seen = Variation.objects.visible_to(request.user).select_related("vehicle")
    found = get_object_or_404(seen, pk=variation)
    stop_if(permissions.why_not_void_variation(request.user, found))
    form = forms.VoidVariation(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.void(by=request.user, **form.cleaned_data)
        messages.success(request, "The variation is voided.")
        return redirect("contracts:variation_list", found.vehicle_id)
    context = {"form": form, "variation": found}
    return TemplateResponse(request, "contracts/arrangements/variation_void.html", context)


def _vehicle(request: HttpRequest, vehicle: int) -> Vehicle:
    return get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)
