"""Declaring interests, and opening by two: one application, or all of a round."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from contracts.applications import sealing
from contracts.applications.models import Application
from contracts.applications.permissions import has_conflict, why_not_declare
from contracts.arrangements.models import Round
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import forms, opening, permissions
from contracts.evaluation.facts import not_met_by
from contracts.evaluation.models import Opening
from contracts.evaluation.views.one_application import application_of
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if

METHODS = ["GET", "HEAD", "POST"]


@only(*COMMISSIONING)
@stepped_up
@require_http_methods(METHODS)
def application_declare_interest(request: HttpRequest, application: int) -> HttpResponse:
    """Say whether one has a conflict of interest with an applicant."""
    found = application_of(request, application)
    must(not has_conflict(request.user, found))
    stop_if(why_not_declare(request.user, found))
    form = forms.DeclareInterest(request.POST if request.method == "POST" else None)
    if form.is_valid():
        opening.declare(
            found,
            by=request.user,
            has_conflict=form.has_conflict,
            details=form.cleaned_data["details"],
        )
        messages.success(request, f"Your declaration about {found.provider} is saved.")
        return redirect("contracts:application_detail", found.pk)
    context = {"form": form, "application": found}
    return TemplateResponse(
        request, "contracts/evaluation/application_declare_interest.html", context
    )


@only(*COMMISSIONING)
@stepped_up
@require_http_methods(METHODS)
def application_open(request: HttpRequest, application: int) -> HttpResponse:
    """Open an application, as the first or the second of two.

    Whoever tries before its time, undeclared or with a conflict is written down.
    """
    found = application_of(request, application)
    why_not = permissions.why_not_open(request.user, found)
    if found.is_sealed and why_not:
        sealing.refuse(found, to=request.user, verb="try_to_open")
    must(not has_conflict(request.user, found))
    stop_if(why_not)
    button = "Open this application"
    form = NoQuestion(request.POST if request.method == "POST" else None, button=button)
    if form.is_valid():
        Opening.add(found, by=request.user)
        words = "takes another officer" if found.is_sealed else "is open"
        messages.success(request, f"You took part in opening it: {found.reference} {words}.")
        return redirect("contracts:application_detail", found.pk)
    context = {
        "form": form,
        "application": found,
        "openings": found.openings.select_related("officer").order_by("at"),
    }
    return TemplateResponse(request, "contracts/evaluation/application_open.html", context)


@only(*COMMISSIONING)
@stepped_up
@require_http_methods(METHODS)
def round_open_applications(request: HttpRequest, round: int) -> HttpResponse:
    """Declare for all applicants of a round, and open those without a conflict."""
    found = get_object_or_404(Round.objects.select_related("vehicle"), pk=round)
    received = Application.objects.visible_to(request.user).in_round(found)
    parties = received.with_parties()
    not_met = not_met_by(parties.ready_to_open().oldest_first(), request.user)
    waiting, cleared = list(not_met), list(not_met.cleared_by(request.user))
    posted = request.POST if request.method == "POST" else None
    form = forms.OpenRound(posted, applications=waiting, cleared=cleared)
    if waiting and form.is_valid():
        opened = opening.open_all(form.declared(), by=request.user)
        messages.success(
            request, f"Your declarations are saved, and you helped to open {len(opened)}."
        )
        return redirect("contracts:round_open_applications", found.pk)
    context = {
        "form": form,
        "round": found,
        "waiting": waiting,
        "cleared": cleared,
        "applications": received.with_parties()
        .prefetch_related("openings__officer")
        .oldest_first(),
    }
    return TemplateResponse(request, "contracts/evaluation/round_open_applications.html", context)
