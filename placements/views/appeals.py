"""Appeals to the tribunal: recorded with a case, and changed as they go on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from placements import permissions
from placements.case_forms import Appeal
from placements.models import TribunalAppeal
from placements.views.cases import METHODS, find


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def appeal_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Record an appeal about the plan of a case."""
    case = find(request, pk)
    stop_if(permissions.why_not_add_appeal(case))
    form = Appeal(request.POST if request.method == "POST" else None)
    if form.is_valid():
        TribunalAppeal.add_to(case, by=request.user, **form.cleaned_data)
        messages.success(request, "The appeal is saved.")
        return redirect("placements:case_detail", pk)
    return TemplateResponse(request, "placements/appeal_add.html", {"form": form, "case": case})


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def appeal_change(request: HttpRequest, appeal: int) -> HttpResponse:
    """Record the hearing or the order, or correct a day."""
    appeals = TribunalAppeal.objects.visible_to(request.user).select_related("case__child")
    found = get_object_or_404(appeals, pk=appeal)
    initial = {name: getattr(found, name) for name in TribunalAppeal.FACTS}
    form = Appeal(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            found.change(by=request.user, **form.cleaned_data)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The appeal is saved.")
            return redirect("placements:case_detail", found.case_id)
    context = {"form": form, "case": found.case}
    return TemplateResponse(request, "placements/appeal_change.html", context)
