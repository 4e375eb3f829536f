"""Rounds: their dates, what they came to, and what may change of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from contracts.arrangements import permissions, proposing
from contracts.arrangements.forms import rounds as forms
from contracts.arrangements.models import Round
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def round_edit(request: HttpRequest, round: int) -> HttpResponse:
    """Change a round that has not opened."""
    found = _find(request, round)
    stop_if(permissions.why_not_change_round(request.user, found))
    form = forms.RoundDatesForm(
        request.POST if request.method == "POST" else None,
        round=found,
        initial=forms.RoundDatesForm.of(found),
    )
    if form.is_valid():
        found.change(by=request.user, **form.instants())
        messages.success(request, f"Round {found.number} is changed.")
        return redirect("contracts:round_detail", found.pk)
    context = {"form": form, "round": found}
    return TemplateResponse(request, "contracts/arrangements/round_edit.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def round_extend(request: HttpRequest, round: int) -> HttpResponse:
    """Propose that an open round closes later."""
    found = _find(request, round)
    stop_if(permissions.why_not_extend(request.user, found))
    form = forms.Extend(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            proposing.propose_extension(
                found,
                by=request.user,
                closes_at=noon(form.cleaned_data["closes_on"]),
                reason=form.cleaned_data["reason"],
            )
        except NotAllowedNow as refusal:
            form.add_error("closes_on", str(refusal))
        else:
            messages.success(request, "Proposed. Another officer must agree.")
            return redirect("contracts:round_detail", found.pk)
    context = {"form": form, "round": found}
    return TemplateResponse(request, "contracts/arrangements/round_extend.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def round_window(request: HttpRequest, round: int) -> HttpResponse:
    """Propose a recovery window for a provider that an outage kept out."""
    found = _find(request, round)
    stop_if(permissions.why_not_give_window(request.user, found))
    form = forms.GiveWindow(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            proposing.propose_window(
                found,
                by=request.user,
                provider=form.cleaned_data["provider"],
                closes_at=noon(form.cleaned_data["closes_on"]),
                reason=form.cleaned_data["reason"],
            )
        except NotAllowedNow as refusal:
            form.add_error("provider", str(refusal))
        else:
            messages.success(request, "Proposed. Another officer must agree.")
            return redirect("contracts:round_detail", found.pk)
    context = {"form": form, "round": found}
    return TemplateResponse(request, "contracts/arrangements/round_window.html", context)


def _find(request: HttpRequest, round: int) -> Round:
    seen = Round.objects.visible_to(request.user).select_related("vehicle", "scheme")
    return get_object_or_404(seen, pk=round)
