"""The notices of an arrangement: those that are due, each form with its rule, and drafts."""

from __future__ import annotations

import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements import permissions, quarters
from contracts.arrangements.forms.notices import WaiveDuty
from contracts.arrangements.models import Notice, NoticeKind, NoticeWaiver, Vehicle
from contracts.arrangements.notice_drafts import draft
from contracts.arrangements.notice_duties import Duty, duties_of
from contracts.arrangements.notice_rules import RULES
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only

YEARS = range(2000, 2100)  # in which a quarter can be of interest
WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def notice_list(request: HttpRequest, vehicle: int) -> HttpResponse:
    """What is to be sent, and every form of the law of this arrangement with its newest notice."""
    found, today = _find(request, vehicle), timezone.localdate()
    sent = Notice.objects.visible_to(request.user).filter(vehicle=found).newest_first()
    newest: dict[str, Notice] = {}
    for each in sent:
        newest.setdefault(each.kind, each)
    duties = duties_of(found, today=today)
    of_quarters = quarters.quarters_without_notice(found, today=today)
    award_notice = NoticeKind.F03 if found.regime == "pcr2015" else NoticeKind.UK6
    due = {award_notice: min((each.due_on for each in of_quarters), default=None)}
    due |= {each.kind: each.due_on for each in reversed(duties)}
    context = {
        "vehicle": found,
        "duties": [(each, each.tag(today)) for each in duties],
        "quarters": of_quarters,
        "award_notice": award_notice,
        "forms": [
            (kind, RULES[kind], newest.get(kind), due.get(kind))
            for kind in NoticeKind.of(found.regime)
        ],
        "may_run": permissions.can_run_vehicle(request.user),
    }
    return TemplateResponse(request, "contracts/arrangements/notice_list.html", context)


@only(*WHO)
@require_safe
def notice_draft(request: HttpRequest, vehicle: int, kind: str) -> HttpResponse:
    """The text of a notice, to be checked and copied."""
    found = _find(request, vehicle)
    form = _kind_of(found, kind)
    subject = request.GET.get("subject", "")[:40]
    text = draft(found, form, subject=subject, quarter=_quarter(request.GET.get("quarter", "")))
    context = {"vehicle": found, "kind": form, "text": text, "rule": RULES[form]}
    return TemplateResponse(request, "contracts/arrangements/notice_draft.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def duty_waive(request: HttpRequest, vehicle: int, kind: str, subject: str) -> HttpResponse:
    """Decide, with a reason, that a notice that is due is not sent."""
    found = _find(request, vehicle)
    must(permissions.can_run_vehicle(request.user))
    duty = _duty_of(found, kind, subject)
    form = WaiveDuty(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        NoticeWaiver.waive_about(found, by=request.user, kind=kind, subject=subject, reason=reason)
        messages.success(request, "The notice is waived, with your reason.")
        return redirect("contracts:notice_list", found.pk)
    context = {"form": form, "vehicle": found, "duty": duty}
    return TemplateResponse(request, "contracts/arrangements/duty_waive.html", context)


def _find(request: HttpRequest, vehicle: int) -> Vehicle:
    return get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)


def _kind_of(vehicle: Vehicle, kind: str) -> NoticeKind:
    if kind not in NoticeKind.of(vehicle.regime):
        raise Http404
    return NoticeKind(kind)


def _duty_of(vehicle: Vehicle, kind: str, subject: str) -> Duty:
    for each in duties_of(vehicle, today=timezone.localdate()):
        if (each.kind, each.subject) == (kind, subject):
            return each
    raise Http404


def _quarter(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return quarters.quarter_of(day) if day.year in YEARS else None
