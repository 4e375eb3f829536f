"""Versions of the indicators: reading, drafting, previewing, publishing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis import drafting, forms, permissions
from kpis.models import Indicator, IndicatorSet
from kpis.reports.previews import preview_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.forms import AsRead
from nmiss.base.core.lifecycle import stop_if
from providers.models import EstablishmentType

COMMISSIONING = permissions.COMMISSIONING


@only(*permissions.READERS)
@require_safe
def indicator_set_list(request: HttpRequest) -> HttpResponse:
    """All versions, the newest first."""
    context = {
        "versions": IndicatorSet.objects.visible_to(request.user).newest_first(),
        "current": IndicatorSet.objects.in_force(timezone.localdate()),
        "may_draft": permissions.can_draft_indicators(request.user),
        "may_see_rules": request.user.role in Role.with_cases(),
    }
    return TemplateResponse(request, "kpis/indicator_set_list.html", context)


@only(*permissions.READERS)
@require_safe
def indicator_set_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One version, with its indicators."""
    found = _find(request, pk)
    is_draft = not found.is_published
    context = {
        "version": found,
        "indicators": found.indicators.in_order(),
        "bands": found.bands.order_by("-from_score"),
        "missing": found.missing() if is_draft else [],
        "may_change": is_draft and permissions.can_change_draft(request.user, found),
        "may_publish": is_draft and permissions.can_publish(request.user, found),
        "may_preview": is_draft,
    }
    return TemplateResponse(request, "kpis/indicator_set_detail.html", context)


@only(*permissions.READERS)
@require_safe
def indicator_detail(request: HttpRequest, indicator: int) -> HttpResponse:
    """One indicator: its definition, formula, inputs and target."""
    rows = Indicator.objects.visible_to(request.user).select_related("indicator_set")
    found = get_object_or_404(rows, pk=indicator)
    version = found.indicator_set
    may_change = not version.is_published and permissions.can_change_draft(request.user, version)
    kinds = dict(EstablishmentType.choices)
    context = {
        "indicator": found,
        "version": version,
        "may_change": may_change,
        "filed_for": ", ".join(kinds.get(each, each) for each in found.filed_for),
    }
    return TemplateResponse(request, "kpis/indicator_detail.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_set_draft(request: HttpRequest) -> HttpResponse:
    """Begin the next version as a copy of the last."""
    form = forms.DraftIndicators(request.POST if request.method == "POST" else None)
    if form.is_valid():
        draft = IndicatorSet.draft(by=request.user, **form.cleaned_data)
        messages.success(request, f"The draft of version {draft.version} is saved.")
        return redirect("kpis:indicator_set_detail", draft.pk)
    return TemplateResponse(request, "kpis/indicator_set_draft.html", {"form": form})


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an indicator to a draft."""
    draft = _draft(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = forms.EditIndicator(posted, instance=Indicator(indicator_set=draft, position=0))
    if form.is_valid():
        added = drafting.add_indicator(draft, form.cleaned_data, by=request.user)
        messages.success(request, f"The indicator {added.code} is saved.")
        return redirect("kpis:indicator_set_detail", draft.pk)
    context = {"form": form, "version": draft}
    return TemplateResponse(request, "kpis/indicator_add.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_edit(request: HttpRequest, indicator: int) -> HttpResponse:
    """Change an indicator of a draft."""
    found = _of_a_draft(request, indicator)
    posted = request.POST if request.method == "POST" else None
    form = forms.EditIndicator(posted, instance=found)
    if form.is_valid():
        drafting.change_indicator(found, form.cleaned_data, by=request.user)
        messages.success(request, f"The indicator {found.code} is saved.")
        return redirect("kpis:indicator_set_detail", found.indicator_set_id)
    context = {"form": form, "indicator": found, "version": found.indicator_set}
    return TemplateResponse(request, "kpis/indicator_edit.html", context)


@only(*COMMISSIONING)
@require_POST
def indicator_remove(request: HttpRequest, indicator: int) -> HttpResponse:
    """Remove an indicator from a draft."""
    found = _of_a_draft(request, indicator)
    drafting.remove_indicator(found, by=request.user)
    messages.success(request, f"The indicator {found.code} is removed from the draft.")
    return redirect("kpis:indicator_set_detail", found.indicator_set_id)


@only(*COMMISSIONING, Role.AUDITOR)
@require_safe
def indicator_set_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """How the last quarter would have been rated under a draft."""
    draft = _find(request, pk)
    stop_if(permissions.why_not_preview(draft))
    context = {"version": draft, "preview": preview_of(draft, today=timezone.localdate())}
    return TemplateResponse(request, "kpis/indicator_set_preview.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_set_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft: a manager who did not draft it does."""
    found = _find(request, pk)
    must(permissions.can_publish(request.user, found))
    given = request.POST if request.method == "POST" else None
    form = AsRead(given, seen=found.digest(), button="Publish")
    if form.is_valid():
        found.publish(by=request.user, seen=form.cleaned_data["seen"])
        messages.success(request, f"Version {found.version} is published.")
        return redirect("kpis:indicator_set_detail", found.pk)
    missing = [] if found.is_published else found.missing()
    context = {"form": form, "version": found, "missing": missing}
    return TemplateResponse(request, "kpis/indicator_set_publish.html", context)


@only(*COMMISSIONING)
@require_POST
def indicator_set_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Discard a draft."""
    draft = _draft(request, pk)
    draft.discard(by=request.user)
    messages.success(request, f"The draft of version {draft.version} is discarded.")
    return redirect("kpis:indicator_set_list")


def _find(request: HttpRequest, pk: int) -> IndicatorSet:
    return get_object_or_404(IndicatorSet.objects.visible_to(request.user), pk=pk)


def _draft(request: HttpRequest, pk: int) -> IndicatorSet:
    found = _find(request, pk)
    must(permissions.can_change_draft(request.user, found))
    stop_if(permissions.why_not_change_indicators(found))
    return found


def _of_a_draft(request: HttpRequest, indicator: int) -> Indicator:
    rows = Indicator.objects.visible_to(request.user).select_related("indicator_set")
    found = get_object_or_404(rows, pk=indicator)
    _draft(request, found.indicator_set_id)
    return found
