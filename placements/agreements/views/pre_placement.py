"""Pre-placement checks of a school: read together, and recorded."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if
from placements.agreements import permissions
from placements.agreements.check_forms import CheckSchool
from placements.agreements.pre_placement import PrePlacementCheck
from providers.models import School

SHOWN = 20


@only(*permissions.COUNTERSIGNING, Role.PLACEMENTS, Role.AUDITOR)
@require_safe
def pre_placement_checks(request: HttpRequest, urn: int) -> HttpResponse:
    """The checks of a school, the one that counts first."""
    school = _find(request, urn)
    checks = PrePlacementCheck.objects.visible_to(request.user).filter(school=school)
    context = {
        "school": school,
        "checks": list(checks.select_related("checked_by").newest_first()[:SHOWN]),
        "may_check": not permissions.why_not_check_school(request.user, school),
    }
    return TemplateResponse(request, "placements/agreements/pre_placement_checks.html", context)


@only(*permissions.COUNTERSIGNING, Role.PLACEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def pre_placement_check(request: HttpRequest, urn: int) -> HttpResponse:
    """Record a check, after which agreements off the DPS can be signed."""
    school = _find(request, urn)
    stop_if(permissions.why_not_check_school(request.user, school))
    form = CheckSchool(request.POST if request.method == "POST" else None)
    if form.is_valid():
        PrePlacementCheck.record(school, by=request.user, **form.cleaned_data)
        messages.success(request, "The pre-placement check is saved.")
        return redirect("placements:pre_placement_checks", urn)
    context = {"form": form, "school": school}
    return TemplateResponse(request, "placements/agreements/pre_placement_check.html", context)


def _find(request: HttpRequest, urn: int) -> School:
    return get_object_or_404(School.objects.visible_to(request.user), urn=urn)
