"""The queue of applications, and what an officer decides there before any is opened."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications import listings
from contracts.applications.clocks import clocks_of
from contracts.applications.models import Application, EarlyEvaluation, Prolongation
from contracts.applications.permissions import (
    has_conflict,
    why_not_evaluate_now,
    why_not_prolong,
)
from contracts.arrangements import listings as of_arrangements
from contracts.arrangements import permissions
from contracts.arrangements.forms import rounds as forms
from contracts.arrangements.law import PROLONGED_TO
from contracts.arrangements.models import Round, Vehicle
from contracts.evaluation import dashboard
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import LegalParameter

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def admission(request: HttpRequest) -> HttpResponse:
    """What was received and waits to be decided, against both clocks; and the rounds."""
    seen = Application.objects.visible_to(request.user)
    rounds = of_arrangements.ROUNDS.on(request)
    past = Round.objects.visible_to(request.user).closed().select_related("vehicle")
    context = listings.RECEIVED.on(request).context(
        counts=dashboard.counts(seen),
        days=dashboard.days_to_decision(seen),
        vehicles=Vehicle.objects.visible_to(request.user).by_name(),
        list_of_rounds=rounds,
        rounds=rounds.found.not_closed()[:4],
        past=past.newest_first()[:6],
        may_run=permissions.can_run_vehicle(request.user),
    )
    return TemplateResponse(request, "contracts/evaluation/admission.html", context)


@only(Role.OFFICER, Role.MANAGER)
@stepped_up
@require_http_methods(["GET", "HEAD", "POST"])
def application_evaluate_now(request: HttpRequest, application: int) -> HttpResponse:
    """Decide not to wait for the round of an application."""
    found = _find(request, application)
    must(not has_conflict(request.user, found))
    stop_if(why_not_evaluate_now(request.user, found))
    form = forms.ReasonForm(
        request.POST if request.method == "POST" else None,
        button="Evaluate now",
        missing="Enter why this application does not wait for its round",
    )
    if form.is_valid():
        EarlyEvaluation.decide(found, by=request.user, **form.cleaned_data)
        messages.success(request, f"{found.reference} can be opened by two officers now.")
        return redirect("contracts:admission")
    (clocks,) = clocks_of([found], today=timezone.localdate())
    context = {"form": form, "application": found, "clocks": clocks}
    return TemplateResponse(request, "contracts/evaluation/application_evaluate_now.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def application_prolong(request: HttpRequest, application: int) -> HttpResponse:
    """Take more working days over an application: 15 instead of 10 (reg 34(17))."""
    found = _find(request, application)
    must(not has_conflict(request.user, found))
    stop_if(why_not_prolong(request.user, found))
    longer = _longer_limit(found)
    days = f"{longer.value} {longer.unit}" if longer else "more days"
    form = forms.ReasonForm(
        request.POST if request.method == "POST" else None,
        button=f"Extend to {days}",
        missing="Enter why this application needs longer",
    )
    if form.is_valid():
        Prolongation.grant(found, by=request.user, **form.cleaned_data)
        messages.success(request, f"{found.reference} is to be decided within {days}.")
        return redirect("contracts:admission")
    (clocks,) = clocks_of([found], today=timezone.localdate())
    context = {"form": form, "application": found, "clocks": clocks, "days": days, "law": longer}
    return TemplateResponse(request, "contracts/evaluation/application_prolong.html", context)


def _longer_limit(application: Application) -> LegalParameter | None:
    """How long its assessment may take "in individual justified cases" (reg 34(17))."""
    received_on = timezone.localdate(application.received_at)
    regime = application.vehicle.regime
    return LegalParameter.objects.in_force(PROLONGED_TO, regime=regime, on=received_on)


def _find(request: HttpRequest, application: int) -> Application:
    seen = Application.objects.visible_to(request.user).with_clocks()
    return get_object_or_404(seen, pk=application)
