"""Proposals: what one person proposed and another must agree to."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts import forms, handing_over, listings, permissions
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import must, only
from nmiss.base.core.forms import AsRead
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day

DECIDERS = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.ADMINISTRATOR)
READERS = listings.PROPOSALS_READ_BY
METHODS = ["GET", "HEAD", "POST"]
RECENT = 50


@only(*READERS)
@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """Proposals that wait for a second person, and those decided lately."""
    proposals = listings.PROPOSALS.on(request)
    context = {
        "list": proposals,
        "waiting": list(proposals.found.waiting()),
        "decided": list(proposals.found.decided().newest_decision_first()[:RECENT]),
    }
    return TemplateResponse(request, "accounts/proposal_list.html", context)


@only(*READERS)
@require_safe
def proposal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal: who proposed it, why, and what became of it."""
    proposal = _find(request, pk)
    context = {
        "proposal": proposal,
        "owner": handing_over.owner_of(proposal),
        "may_hand_over": handing_over.can_hand_over(request.user, proposal),
        "why_not": "" if proposal.decision else proposal.why_not,
        "may_decide": not permissions.why_not_decide(request.user, proposal),
        "may_withdraw": not permissions.why_not_withdraw(request.user, proposal),
    }
    return TemplateResponse(request, "accounts/proposal_detail.html", context)


@only(*DECIDERS)
@stepped_up
@require_http_methods(METHODS)
def proposal_agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to what another proposed: it is done at once, or on its day."""
    proposal = _to_decide(request, pk)
    form = AsRead(
        request.POST if request.method == "POST" else None,
        seen=proposal.digest,
        button="Agree to the proposal",
    )
    if form.is_valid():
        proposal.agree(by=request.user, seen=form.cleaned_data["seen"])
        on = proposal.done_on
        done = f"The hub will do this automatically on {day(on)}." if on else "It is done."
        messages.success(request, f"You agreed to the proposal. {done}")
        return redirect("accounts:proposal_detail", proposal.pk)
    stop_if(permissions.why_not_agree(request.user, proposal))
    return _page(request, "agree", form, proposal)


@only(*DECIDERS)
@require_http_methods(METHODS)
def proposal_decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline what another proposed, with the reason."""
    proposal = _to_decide(request, pk)
    stop_if(permissions.why_not_decide(request.user, proposal))
    form = forms.Decline(request.POST if request.method == "POST" else None)
    if form.is_valid():
        proposal.decline(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "You declined the proposal. Nothing has changed.")
        return redirect("accounts:proposal_detail", proposal.pk)
    return _page(request, "decline", form, proposal)


@only(*DECIDERS, Role.PROVIDER)
@require_http_methods(METHODS)
def proposal_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one's own proposal."""
    proposal = _find(request, pk)
    must(proposal.proposed_by_id == request.user.pk)
    stop_if(permissions.why_not_withdraw(request.user, proposal))
    if request.method == "POST":
        proposal.withdraw(by=request.user)
        messages.success(request, "You withdrew the proposal.")
        return redirect("accounts:proposal_detail", proposal.pk)
    return _page(request, "withdraw", forms.NoQuestion(button="Withdraw the proposal"), proposal)


def _find(request: HttpRequest, pk: int) -> Proposal:
    return get_object_or_404(Proposal.objects.visible_to(request.user).with_people(), pk=pk)


def _to_decide(request: HttpRequest, pk: int) -> Proposal:
    proposal = _find(request, pk)
    must(permissions.can_decide(request.user, proposal))
    return proposal


def _page(request: HttpRequest, name: str, form: object, proposal: Proposal) -> HttpResponse:
    away = None if name == "withdraw" else proposal.in_place_of(request.user)
    facts = [] if name == "withdraw" else proposal.facts
    context = {"form": form, "proposal": proposal, "away": away, "facts": facts}
    return TemplateResponse(request, f"accounts/proposal_{name}.html", context)
