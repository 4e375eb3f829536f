"""Improvement plans: their actions, their reviews, and their end."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis import consequence_forms as forms
from kpis import consequences, permissions
from kpis.models import ConsequenceRules, ImprovementPlan, PlanAction, PlanEvidence
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.views.attachments import attachment

COMMISSIONING = permissions.COMMISSIONING


@only(*permissions.READERS)
@require_safe
def plan_detail(request: HttpRequest, plan: int) -> HttpResponse:
    """A plan: its actions with owners and deadlines, its reviews, the good periods so far."""
    found, today = _find(request, plan), timezone.localdate()
    context = {
        "plan": found,
        "actions": found.actions.order_by("due_on", "pk").prefetch_related(
            Prefetch("files", PlanEvidence.objects.oldest_first().select_related("file"))
        ),
        "reviews": found.reviews.select_related("reviewed_by").order_by("-reviewed_at", "-pk"),
        "good": consequences.good_periods(found, today),
        "needed": ConsequenceRules.objects.in_force(today).good_periods,
        "may_add_evidence": not permissions.why_not_add_plan_evidence(request.user, found),
        "may_change": not permissions.why_not_change_plan(request.user, found),
        "today": today,
    }
    return TemplateResponse(request, "kpis/plan_detail.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_action_add(request: HttpRequest, plan: int) -> HttpResponse:
    """Agree on an action."""
    found = _to_change(request, plan)
    form = forms.AddAction(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.add_action(by=request.user, **form.cleaned_data)
        messages.success(request, "The action is saved.")
        return redirect("kpis:plan_detail", found.pk)
    return _page(request, "plan_action_add", form, found)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_action_complete(request: HttpRequest, plan: int, action: int) -> HttpResponse:
    """Complete an action, with its evidence."""
    found = _to_change(request, plan)
    done = get_object_or_404(PlanAction, plan=found, pk=action)
    stop_if(permissions.why_not_complete_action(done))
    form = forms.CompleteAction(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.complete_action(done, by=request.user, **form.cleaned_data)
        messages.success(request, "The action is completed.")
        return redirect("kpis:plan_detail", found.pk)
    return _page(request, "plan_action_complete", form, found, action=done)


@only(*COMMISSIONING, Role.PROVIDER)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_evidence_add(request: HttpRequest, plan: int, action: int) -> HttpResponse:
    """Add a file that shows how an action goes."""
    found = _find(request, plan)
    must(permissions.can_add_plan_evidence(request.user, found))
    stop_if(permissions.why_not_add_plan_evidence(request.user, found))
    about = get_object_or_404(PlanAction, plan=found, pk=action)
    is_sent = request.method == "POST"
    form = forms.AddPlanEvidence(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        found.add_evidence(about, form.cleaned_data["file"], by=request.user)
        messages.success(request, "The evidence is saved. We check that the file is safe to open.")
        return redirect("kpis:plan_detail", found.pk)
    return _page(request, "plan_evidence_add", form, found, action=about)


@only(*permissions.READERS)
@require_safe
def plan_evidence_file(request: HttpRequest, plan: int, evidence: int) -> HttpResponseBase:
    """A file of a plan."""
    rows = PlanEvidence.objects.visible_to(request.user).filter(action__plan=plan)
    return attachment(get_object_or_404(rows.select_related("file"), pk=evidence).file)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_review(request: HttpRequest, plan: int) -> HttpResponse:
    """Note how a plan goes."""
    found = _to_change(request, plan)
    form = forms.ReviewPlan(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.review(by=request.user, **form.cleaned_data)
        messages.success(request, "The review is saved.")
        return redirect("kpis:plan_detail", found.pk)
    return _page(request, "plan_review", form, found)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_close(request: HttpRequest, plan: int) -> HttpResponse:
    """Close a plan after enough good periods."""
    found, today = _to_change(request, plan), timezone.localdate()
    needed = ConsequenceRules.objects.in_force(today).good_periods
    good = consequences.good_periods(found, today)
    stop_if(permissions.why_not_close_plan(is_good=good >= needed))
    posted = request.POST if request.method == "POST" else None
    form = forms.ClosePlan(posted, seen=found.digest())
    if form.is_valid():
        consequences.close_plan(found, by=request.user, today=today, **form.cleaned_data)
        messages.success(request, "The plan is closed.")
        return redirect("kpis:plan_detail", found.pk)
    return _page(request, "plan_close", form, found)


def _find(request: HttpRequest, pk: int) -> ImprovementPlan:
    rows = ImprovementPlan.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("school", "consequence"), pk=pk)


def _to_change(request: HttpRequest, pk: int) -> ImprovementPlan:
    found = _find(request, pk)
    stop_if(permissions.why_not_change_plan(request.user, found))
    return found


def _page(
    request: HttpRequest, name: str, form: object, plan: ImprovementPlan, **more: object
) -> HttpResponse:
    context = {"form": form, "plan": plan, **more}
    return TemplateResponse(request, f"kpis/{name}.html", context)
