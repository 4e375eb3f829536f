"""Working out a deadline with its source, and a timetable back from a wished first day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.arrangements.deadlines import work_out
from contracts.arrangements.forms.deadlines import WorkBack, WorkOut
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only


@only(*Role.with_cases())
@require_safe
def deadline(request: HttpRequest) -> HttpResponse:
    """Choose a rule and a day; read the deadline, and how it was counted."""
    asked = request.GET if "rule" in request.GET or "day" in request.GET else None
    form = WorkOut(asked, initial={"day": timezone.localdate()})
    found = None
    if form.is_valid():
        found = work_out(form.cleaned_data["rule"], form.cleaned_data["day"])
    context = {"form": form, "found": found}
    return TemplateResponse(request, "contracts/arrangements/deadline.html", context)


@only(*Role.with_cases())
@require_safe
def timetable(request: HttpRequest) -> HttpResponse:
    """Work a timetable back from a wished first day; let a step slip and read what is late."""
    form = WorkBack(request.GET if request.GET else None)
    found = None
    if form.is_valid():
        found = form.worked_back(today=timezone.localdate())
    context = {"form": form, "timetable": found}
    return TemplateResponse(request, "contracts/arrangements/timetable.html", context)
