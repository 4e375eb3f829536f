"""Asking to move a child to another site: the provider's page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from placements.agreements import documents, moving, permissions
from placements.agreements.move_forms import AskMove
from placements.agreements.views.placement_agreements import METHODS, find


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def placement_agreement_ask_move(request: HttpRequest, agreement: int) -> HttpResponse:
    """Ask the council to let a child move to another site of the provider."""
    found = find(request, agreement)
    must(permissions.owns_provider(request.user, found.provider))
    stop_if(permissions.why_not_ask_move(request.user, found))
    sites = moving.sites_for(found)
    form = AskMove(
        request.POST if request.method == "POST" else None,
        sites=sites,
        agreement=found,
        today=timezone.localdate(),
    )
    if form.is_valid():
        given = form.cleaned_data
        site, starts_on = form.site, given["starts_on"]
        try:
            moving.ask_move(found, site, starts_on, by=request.user, reason=given["reason"])
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "You asked to move the child. We email you our decision.")
            return redirect("placements:placement_agreement_detail", found.pk)
    context = {
        "agreement": found,
        "title": documents.title_of(found),
        "form": form if sites else None,
    }
    return TemplateResponse(
        request, "placements/agreements/placement_agreement_ask_move.html", context
    )
