"""Takeovers: planned, mapped, proposed to a second officer, and read before and after their day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.membership import permissions, taking_over
from contracts.models import TAKEOVER, Takeover, Vehicle
from nmiss.base.accounts.models import Proposal, Role
from nmiss.base.accounts.permissions import proposals_with_moves
from nmiss.base.core.access import only
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from placements.takeovers import forms, listings, report

WHO = tuple(Role.with_cases())
COMMISSIONING = (Role.OFFICER, Role.MANAGER)
METHODS = ["GET", "HEAD", "POST"]


@only(*WHO)
@require_safe
def takeover_list(request: HttpRequest) -> HttpResponse:
    """All plans, done or not."""
    context = listings.TAKEOVERS.on(request).context()
    context["may_read_reorganisations"] = request.user.role != Role.FINANCE
    return TemplateResponse(request, "placements/takeovers/takeover_list.html", context)


@only(*WHO)
@require_safe
def takeover_detail(request: HttpRequest, takeover: int) -> HttpResponse:
    """The plan with its sums, each membership, its rounds, and what stands in the way."""
    found, user = _find(request, takeover), request.user
    is_open = found.is_draft or found.status == "agreed"
    proposed = Proposal.objects.visible_to(user).of(TAKEOVER, found).oldest_first()
    rounds = found.vehicle.rounds.open_across(found.starts_on).by_time()
    rows = taking_over.rows_that_count(found)
    missing = taking_over.missing(found) if is_open else []
    may_map = not (found.is_proposed or permissions.why_not_map_takeover(user, found))
    placed = report.by_membership(found, rows) if is_open else {}
    for row in rows:
        row.placements, row.cost_a_year = placed.get(row.membership_id, (None, None))
    context = {
        "takeover": found,
        "sums": report.sums_of(found),
        "rows": rows,
        "missing": missing,
        "rounds": rounds,
        "dropped": found.vehicle.rounds.opening_from(found.starts_on).count() if is_open else 0,
        "blocks": report.blocks_that_go_on(found).count(),
        "signed": sum(row.became_id is not None for row in rows if row.way == "re_signed"),
        "placements_signed": report.re_signed_since(found) if found.is_done else 0,
        "proposals": proposals_with_moves(proposed, by=user),
        "is_open": is_open,
        "is_due": found.status == "agreed" and found.starts_on <= timezone.localdate(),
        "may_map": may_map,
        "may_propose": not missing and may_map,
        "may_withdraw": is_open and not permissions.why_not_withdraw_takeover(user, found),
    }
    return TemplateResponse(request, "placements/takeovers/takeover_detail.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def takeover_add(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Begin a plan."""
    old = get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)
    stop_if(permissions.why_not_plan_takeover(request.user, old))
    form = forms.TakeoverAdd(request.POST if request.method == "POST" else None, vehicle=old)
    if form.is_valid():
        planned = taking_over.plan(old, by=request.user, **form.cleaned_data)
        messages.success(request, "The plan is started.")
        return redirect("placements:takeover_map", planned.pk)
    context = {"form": form, "vehicle": old}
    return TemplateResponse(request, "placements/takeovers/takeover_add.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def takeover_map(request: HttpRequest, takeover: int) -> HttpResponse:
    """Say of each membership how it goes on."""
    found = _find(request, takeover)
    stop_if(permissions.why_not_map_takeover(request.user, found))
    rows = taking_over.rows_that_count(found)
    posted = request.POST if request.method == "POST" else None
    seen = taking_over.digest_of_plan(found)
    placed = report.by_membership(found, rows)
    form = forms.TakeoverMap(posted, takeover=found, rows=rows, placed=placed, seen=seen)
    if form.is_valid():
        read = form.cleaned_data["seen"]
        taking_over.map_members(found, by=request.user, ways=form.ways(), seen=read)
        messages.success(request, "The plan is saved.")
        return redirect("placements:takeover_detail", found.pk)
    context = {"form": form, "takeover": found, "rows": rows}
    return TemplateResponse(request, "placements/takeovers/takeover_map.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def takeover_propose(request: HttpRequest, takeover: int) -> HttpResponse:
    """Propose the plan to another officer."""
    found = _find(request, takeover)
    stop_if(permissions.why_not_map_takeover(request.user, found))
    stop_if(permissions.why_not_take_over(taking_over.missing(found)))
    seen = taking_over.digest_of_plan(found)
    posted = request.POST if request.method == "POST" else None
    form = forms.TakeoverPropose(posted, seen=seen)
    if form.is_valid():
        stop_if_changed("This plan", seen=form.cleaned_data["seen"], now=seen)
        taking_over.propose(found, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The plan is proposed. Another officer must agree.")
        return redirect("placements:takeover_detail", found.pk)
    context = {"form": form, "takeover": found, "sums": report.sums_of(found)}
    return TemplateResponse(request, "placements/takeovers/takeover_propose.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def takeover_withdraw(request: HttpRequest, takeover: int) -> HttpResponse:
    """Give the plan up."""
    found = _find(request, takeover)
    stop_if(found.why_not("withdraw", request.user))
    form = forms.TakeoverWithdraw(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.withdraw(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The plan is withdrawn.")
        return redirect("placements:takeover_detail", found.pk)
    context = {"form": form, "takeover": found}
    return TemplateResponse(request, "placements/takeovers/takeover_withdraw.html", context)


def _find(request: HttpRequest, takeover: int) -> Takeover:
    seen = Takeover.objects.visible_to(request.user).with_parties().with_standing()
    return get_object_or_404(seen, pk=takeover)
