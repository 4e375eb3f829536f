"""Consequences: proposing, replying, deciding; and the rules by which the hub proposes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis import consequence_forms as forms
from kpis import consequences, permissions
from kpis.consequence_listings import CONSEQUENCES
from kpis.models import Consequence, ConsequenceRules, ImprovementPlan, PerformanceDuty
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day
from providers.models import School

COMMISSIONING = permissions.COMMISSIONING
RULES = (
    *("reds_in_row", "missed_in_row", "breadth", "duration"),
    *("reply_days", "outside_holidays", "good_periods"),
)


@only(*permissions.READERS)
@require_safe
def consequence_list(request: HttpRequest) -> HttpResponse:
    """Every consequence that this person sees, the newest first."""
    found = CONSEQUENCES.on(request)
    may_set = permissions.can_set_consequence_rules(request.user)
    return TemplateResponse(request, "kpis/consequence_list.html", found.context(may_set=may_set))


@only(*permissions.READERS)
@require_safe
def consequence_detail(request: HttpRequest, consequence: int) -> HttpResponse:
    """One consequence: its grounds, the reply and the decision."""
    found, user = _find(request, consequence), request.user
    context = {
        "consequence": found,
        "may_reply": permissions.can_reply(user, found)
        and not permissions.why_not_reply(user, found),
        "may_decide": not permissions.why_not_decide(user, found),
        "plan": ImprovementPlan.objects.filter(consequence=found).first(),
    }
    return TemplateResponse(request, "kpis/consequence_detail.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def consequence_propose(request: HttpRequest, urn: int) -> HttpResponse:
    """Propose a consequence for reasons of one's own."""
    school = get_object_or_404(
        School.objects.visible_to(request.user).select_related("provider"), urn=urn
    )
    form = forms.ProposeConsequence(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found = consequences.propose_by_hand(
            school, by=request.user, today=timezone.localdate(), **form.cleaned_data
        )
        messages.success(
            request,
            f"The proposal is saved. The provider can reply until {day(found.reply_until)}.",
        )
        return redirect("kpis:consequence_detail", found.pk)
    context = {"form": form, "school": school}
    return TemplateResponse(request, "kpis/consequence_propose.html", context)


@only(Role.PROVIDER)
@require_http_methods(["GET", "HEAD", "POST"])
def consequence_reply(request: HttpRequest, consequence: int) -> HttpResponse:
    """The provider’s right of reply."""
    found = _find(request, consequence)
    must(permissions.can_reply(request.user, found))
    stop_if(permissions.why_not_reply(request.user, found))
    form = forms.ReplyToConsequence(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.answer(by=request.user, **form.cleaned_data)
        messages.success(request, "Your reply is sent. A manager of the council will decide.")
        return redirect("kpis:consequence_detail", found.pk)
    context = {"form": form, "consequence": found}
    return TemplateResponse(request, "kpis/consequence_reply.html", context)


@only(Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def consequence_decide(request: HttpRequest, consequence: int) -> HttpResponse:
    """Decide what follows; what that entails is done at once."""
    found = _find(request, consequence)
    stop_if(permissions.why_not_decide(request.user, found))
    form = forms.DecideConsequence(
        request.POST if request.method == "POST" else None,
        kinds=found.kinds,
        initial={"starts_on": timezone.localdate()},
    )
    if form.is_valid():
        _decide(found, request, **form.cleaned_data)
        messages.success(request, "The decision is saved. We have told the provider.")
        return redirect("kpis:consequence_detail", found.pk)
    today = timezone.localdate()
    context = {
        "form": form,
        "consequence": found,
        "memberships": consequences.to_suspend(found.school, today),
    }
    return TemplateResponse(request, "kpis/consequence_decide.html", context)


def _decide(
    found: Consequence, request: HttpRequest, *, kind: str, decision: str, starts_on: object
) -> None:
    if kind == "drop":
        found.drop(by=request.user, decision=decision)
    else:
        consequences.decide(
            found, by=request.user, kind=kind, decision=decision, starts_on=starts_on
        )


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def consequence_rules(request: HttpRequest) -> HttpResponse:
    """The rules by which the hub proposes, from a day on; and which contracts have a duty."""
    rules = ConsequenceRules.objects.in_force(timezone.localdate())
    form = forms.SetConsequenceRules(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(rules, name) for name in RULES},
    )
    if form.is_valid():
        found = ConsequenceRules.set_from(by=request.user, **form.cleaned_data)
        messages.success(request, f"The rules are saved. They apply from {day(found.valid_from)}.")
        return redirect("kpis:consequence_rules")
    context = {
        "form": form,
        "rules": rules,
        "every": ConsequenceRules.objects.newest_first().select_related("set_by"),
        "duties": PerformanceDuty.objects.select_related("vehicle").order_by("vehicle__name"),
    }
    return TemplateResponse(request, "kpis/consequence_rules.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def duty_add(request: HttpRequest) -> HttpResponse:
    """Record the clause by which schools of an arrangement must perform."""
    form = forms.RecordDuty(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found = PerformanceDuty.note(by=request.user, **form.cleaned_data)
        messages.success(request, f"The {found} is saved.")
        return redirect("kpis:consequence_rules")
    return TemplateResponse(request, "kpis/duty_add.html", {"form": form})


def _find(request: HttpRequest, pk: int) -> Consequence:
    rows = Consequence.objects.visible_to(request.user)
    rows = rows.select_related("school__provider", "proposed_by", "replied_by", "decided_by")
    return get_object_or_404(rows, pk=pk)
