"""Appraisals of the ways on from a term: assumed, worked out, kept, laid side by side."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements.permissions import why_not_appraise, why_not_find
from contracts.models import Appraisal, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if
from placements.appraisal_forms import Assume, RecordAppraisalFinding
from placements.preparing import prepare_appraisal
from placements.reports.appraisal_facts import CAVEAT, averages


@only(*Role.with_cases())
@require_safe
def appraisal_list(request: HttpRequest, vehicle: int) -> HttpResponse:
    """The appraisals of an arrangement, newest first."""
    found = _vehicle(request, vehicle)
    seen = Appraisal.objects.visible_to(request.user).filter(vehicle=found)
    context = {
        "vehicle": found,
        "appraisals": seen.with_findings().newest_first(),
        "may_prepare": not why_not_appraise(request.user, found),
    }
    return TemplateResponse(request, "placements/appraisal_list.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def appraisal_add(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Assume, and have the ways worked out from live fees; both are kept as they are then."""
    found, today = _vehicle(request, vehicle), timezone.localdate()
    stop_if(why_not_appraise(request.user, found))
    prices = averages(found, today)
    initial = {"fee": prices.members, "premium": prices.premium}
    posted = request.POST if request.method == "POST" else None
    form = Assume(posted, initial={name: value for name, value in initial.items() if value})
    if form.is_valid():
        appraisal = prepare_appraisal(found, form, by=request.user, on=today)
        messages.success(request, "The appraisal is saved.")
        return redirect("placements:appraisal_detail", appraisal.pk)
    context = {"form": form, "vehicle": found, "prices": prices, "caveat": CAVEAT}
    return TemplateResponse(request, "placements/appraisal_add.html", context)


@only(*Role.with_cases())
@require_safe
def appraisal_detail(request: HttpRequest, appraisal: int) -> HttpResponse:
    """One appraisal, and beside it another of the same arrangement (``?with=``)."""
    found = _find(request, appraisal)
    of_vehicle = Appraisal.objects.visible_to(request.user).filter(vehicle=found.vehicle)
    others = of_vehicle.exclude(pk=found.pk).with_findings().newest_first()
    asked = request.GET.get("with", "")
    beside = others.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else None
    context = {
        "appraisal": found,
        "beside": beside,
        "shown": [each for each in (found, beside) if each],
        "others": others,
        "may_find": not why_not_find(request.user, found),
    }
    return TemplateResponse(request, "placements/appraisal_detail.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def appraisal_find(request: HttpRequest, appraisal: int) -> HttpResponse:
    """Record the finding: a person recommends, and says why."""
    found = _find(request, appraisal)
    stop_if(why_not_find(request.user, found))
    form = RecordAppraisalFinding(
        request.POST if request.method == "POST" else None, appraisal=found
    )
    if form.is_valid():
        found.find(by=request.user, **form.cleaned_data)
        messages.success(request, "The finding is saved.")
        return redirect("placements:appraisal_detail", found.pk)
    context = {"form": form, "appraisal": found}
    return TemplateResponse(request, "placements/appraisal_find.html", context)


def _vehicle(request: HttpRequest, vehicle: int) -> Vehicle:
    return get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)


def _find(request: HttpRequest, appraisal: int) -> Appraisal:
    seen = Appraisal.objects.visible_to(request.user).with_findings()
    return get_object_or_404(seen, pk=appraisal)
