"""The end of a place: read by both sides, given notice of, recorded, voided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.templatetags.components import day
from placements import listings
from placements.agreements.permissions import owns_provider
from placements.endings import forms, permissions
from placements.endings.ending import end_place
from placements.endings.models import PlacementEnding
from placements.endings.notice import notice_terms
from placements.models import EndReason, Placement

METHODS = ["GET", "HEAD", "POST"]


@only(*listings.CHILDREN.roles)
@require_safe
def placement_ending(request: HttpRequest, reference: str) -> HttpResponse:
    """When a place ends, why, by which notice it can end, and all that was recorded of it."""
    placement = _find(request, reference)
    endings = PlacementEnding.objects.visible_to(request.user).filter(placement=placement)
    found = list(endings.select_related("recorded_by", "voided_by").newest_first())
    for each in found:
        each.placement = placement
    today = timezone.localdate()
    terms = notice_terms(placement)
    context = {
        "terms": terms,
        "by_notice_today": terms.last_day(today),
        "weeks_today": terms.weeks_on(today),
        "is_over": placement.ended_on is not None and placement.ended_on < today,
        "endings": found,
        "may_end": not permissions.why_not_end(request.user, placement),
        "may_void": {each.pk for each in found if permissions.can_void_ending(request.user, each)},
    }
    return _page(request, "placement_ending", placement, **context)


@only(*listings.CHILDREN.roles)
@require_safe
def ending_detail(request: HttpRequest, ending: int) -> HttpResponse:
    """An ending by its number, which is all that an email names: the page of its placement."""
    found = PlacementEnding.objects.visible_to(request.user).select_related("placement")
    placement = get_object_or_404(found, pk=ending).placement
    return redirect("placements:placement_ending", placement.reference)


@only(Role.PLACEMENTS, Role.PROVIDER)
@require_http_methods(METHODS)
def placement_end(request: HttpRequest, reference: str) -> HttpResponse:
    """Give notice; an officer may record any other ending, too."""
    placement = _find(request, reference)
    user = request.user
    must(permissions.can_end_places(user) or owns_provider(user, placement.school.provider))
    stop_if(permissions.why_not_end(user, placement))
    terms = notice_terms(placement)
    kind = forms.GiveNotice if user.is_provider else forms.EndPlacement
    form = kind(
        request.POST if request.method == "POST" else None, placement=placement, terms=terms
    )
    if form.is_valid():
        facts = {"reason": EndReason.NOTICE_BY_SCHOOL} | form.cleaned_data
        try:
            ending = end_place(placement, by=user, **facts)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                f"Placement {placement} ends on {day(ending.last_on)}. We have told the "
                + ("council." if user.is_provider else "owners of its school."),
            )
            return redirect("placements:placement_ending", placement.reference)
    return _page(request, "placement_end", placement, form=form, terms=terms)


@only(Role.PLACEMENTS, Role.PROVIDER)
@require_http_methods(METHODS)
def ending_void(request: HttpRequest, ending: int) -> HttpResponse:
    """An ending that is taken back stays on record, and the place lasts as it did before."""
    found = PlacementEnding.objects.visible_to(request.user)
    found = get_object_or_404(
        found.select_related("placement__school__provider", "placement__child", "recorded_by"),
        pk=ending,
    )
    must(permissions.can_void_ending(request.user, found))
    stop_if(permissions.why_not_void_ending(request.user, found))
    asks_school = found.was_given_here and not request.user.is_provider
    form = forms.VoidEnding(
        request.POST if request.method == "POST" else None,
        is_withdrawal=request.user.is_provider,
        asks_school=asks_school,
    )
    if form.is_valid():
        found.void(by=request.user, **form.cleaned_data)
        messages.success(request, "The ending is voided. We have told both sides.")
        return redirect("placements:placement_ending", found.placement.reference)
    return _page(request, "ending_void", found.placement, form=form, ending=found)


def _find(request: HttpRequest, reference: str) -> Placement:
    placements = Placement.objects.visible_to(request.user).select_related(
        "school__provider", "child"
    )
    return get_object_or_404(placements.with_references([reference]))


def _page(request: HttpRequest, name: str, placement: Placement, **context: Any) -> HttpResponse:
    context |= {"placement": placement}
    return TemplateResponse(request, f"placements/endings/{name}.html", context)
