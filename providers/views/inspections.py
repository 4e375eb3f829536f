"""Inspections of schools: the list, each one, and how an officer records or voids one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day
from providers import inspection_forms, inspection_listings, permissions
from providers.frameworks import FRAMEWORKS, InspectionFramework
from providers.models import Inspection, InspectionReading, School

METHODS = ["GET", "HEAD", "POST"]
WHO = inspection_listings.INSPECTIONS_LIST.roles


@only(*WHO)
@require_safe
def inspection_list(request: HttpRequest) -> HttpResponse:
    """Every inspection that this person sees, the newest first."""
    context = inspection_listings.INSPECTIONS_LIST.on(request).context(
        may_import=permissions.can_record_inspections(request.user)
    )
    return TemplateResponse(request, "providers/inspection_list.html", context)


@only(*WHO)
@require_safe
def inspection_detail(request: HttpRequest, inspection: int) -> HttpResponse:
    """One inspection, as its report says it."""
    found = _find(request, inspection)
    may_record = permissions.can_record_inspections(request.user)
    readings = found.readings.select_related("read_by").order_by("pk")
    has_read = any(each.read_by_id == request.user.pk for each in readings)
    context = {
        "inspection": found,
        "may_void": may_record and not found.is_voided,
        "readings": () if request.user.is_provider else readings,
        "may_read": permissions.can_read_inspections(request.user) and not has_read,
    }
    return TemplateResponse(request, "providers/inspection_detail.html", context)


@only(*permissions.COMMISSIONING, Role.PLACEMENTS)
@require_POST
def inspection_read(request: HttpRequest, inspection: int) -> HttpResponse:
    """This person has read the report: the task is done."""
    found = _find(request, inspection)
    InspectionReading.note(found, by=request.user)
    messages.success(request, "The inspection is marked as read.")
    return redirect("providers:inspection_detail", found.pk)


@only(*permissions.COMMISSIONING)
@require_safe
def inspection_choose(request: HttpRequest, urn: int) -> HttpResponse:
    """By which framework the school was inspected."""
    school = get_object_or_404(School.objects.visible_to(request.user), urn=urn)
    known = [(InspectionFramework(name), judged) for name, judged in FRAMEWORKS.items()]
    context = {"school": school, "frameworks": known}
    return TemplateResponse(request, "providers/inspection_choose.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def inspection_add(request: HttpRequest, urn: int, framework: str) -> HttpResponse:
    """Record an inspection from its report."""
    school = get_object_or_404(School.objects.visible_to(request.user), urn=urn)
    if framework not in FRAMEWORKS:
        raise Http404
    form = inspection_forms.InspectionRecord(
        request.POST if request.method == "POST" else None,
        school=school,
        framework=framework,
        today=timezone.localdate(),
    )
    if form.is_valid():
        found = Inspection.record(school, by=request.user, **form.facts)
        messages.success(request, f"The inspection of {day(found.inspected_on)} is saved.")
        return redirect("providers:inspection_detail", found.pk)
    context = {"form": form, "school": school, "framework": InspectionFramework(framework)}
    return TemplateResponse(request, "providers/inspection_add.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def inspection_void(request: HttpRequest, inspection: int) -> HttpResponse:
    """The inspection was recorded by mistake: it stays on record and counts no more."""
    found = _find(request, inspection)
    must(permissions.can_record_inspections(request.user))
    if request.method != "POST":
        stop_if(permissions.why_not_void_inspection(found))
    form = inspection_forms.InspectionVoid(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.void(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The inspection is voided. It stays on record.")
        return redirect("providers:inspection_detail", found.pk)
    context = {"form": form, "inspection": found}
    return TemplateResponse(request, "providers/inspection_void.html", context)


def _find(request: HttpRequest, inspection: int) -> Inspection:
    seen = Inspection.objects.visible_to(request.user)
    return get_object_or_404(
        seen.select_related("school", "recorded_by", "voided_by"), pk=inspection
    )
