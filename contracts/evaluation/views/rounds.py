"""A round's page: its dates, its applications, and what they came to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from contracts.applications import listings
from contracts.applications.models import Application
from contracts.arrangements import permissions
from contracts.arrangements.models import Round
from contracts.arrangements.proposing import changes_of
from contracts.evaluation import dashboard
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.permissions import proposals_with_moves
from nmiss.base.core.access import only


@only(*permissions.READERS)
@require_safe
def round_detail(request: HttpRequest, round: int) -> HttpResponse:
    """A round: its dates, its applications and what they came to."""
    seen = Round.objects.visible_to(request.user).select_related("vehicle", "scheme")
    found = get_object_or_404(seen, pk=round)
    applications = Application.objects.visible_to(request.user).in_round(found)
    rates, places = dashboard.pass_rates(found), dashboard.capacity(found)
    context = {
        **listings.RECEIVED.on(request, rows=applications.with_clocks()).context(),
        "round": found,
        "counts": dashboard.counts(applications),
        "days": dashboard.days_to_decision(applications),
        "rates": rates,
        "picture_of_rates": dashboard.picture_of_rates(rates) if rates else "",
        "places": places,
        "picture_of_places": dashboard.picture_of_capacity(places) if places else "",
        "changes": proposals_with_moves(changes_of(found, request.user), by=request.user),
        "owner": handing_over.owner_of(found),
        "may_hand_over": handing_over.can_hand_over(request.user, found),
        "may_run": permissions.can_run_vehicle(request.user),
        "may_change": not permissions.why_not_change_round(request.user, found),
        "may_extend": not permissions.why_not_extend(request.user, found),
        "may_give_window": not permissions.why_not_give_window(request.user, found),
    }
    return TemplateResponse(request, "contracts/evaluation/round_detail.html", context)
