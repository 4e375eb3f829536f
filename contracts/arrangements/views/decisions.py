"""The register of executive decisions."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements import listings, permissions, proposing
from contracts.arrangements.deadlines import work_out
from contracts.arrangements.forms import decisions as forms
from contracts.arrangements.models import (
    AssessmentKind,
    Decision,
    ImpactAssessment,
)
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.permissions import proposals_with_moves
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.models import StoredFile
from nmiss.base.files.views.attachments import attachment

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
ASSESSED = ("state", "owner", "review_on", "note")
METHODS = ["GET", "HEAD", "POST"]


@only(*WHO)
@require_safe
def decision_list(request: HttpRequest) -> HttpResponse:
    """All decisions, newest first."""
    may_record = permissions.can_record_decision(request.user)
    context = listings.DECISIONS.on(request).context(may_record=may_record)
    return TemplateResponse(request, "contracts/arrangements/decision_list.html", context)


@only(*WHO)
@require_safe
def decision_detail(request: HttpRequest, decision: int) -> HttpResponse:
    """One decision: its record, call-in, delegations, and the options that it used."""
    found = _find(request, decision)
    notice = work_out("key_decision", found.notice_on) if found.notice_on else None
    context = {
        "decision": found,
        "standing": found.standing(timezone.localdate()),
        "earliest": notice and notice.due_on,
        "delegations": found.delegations.order_by("pk"),
        "options": found.options.select_related("vehicle").in_order(),
        "corrected_by": found.corrected_by.newest_first(),
        "assessments": _assessments(request, found),
        "may_record": permissions.can_record_decision(request.user),
    }
    return TemplateResponse(request, "contracts/arrangements/decision_detail.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def decision_add(request: HttpRequest) -> HttpResponse:
    """Put a decision into the register."""
    must(permissions.can_record_decision(request.user))
    form = forms.DecisionFacts(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found = Decision.record(by=request.user, **form.cleaned_data)
        messages.success(request, f"Decision {found.number} is in the register.")
        return redirect("contracts:decision_detail", found.pk)
    return TemplateResponse(request, "contracts/arrangements/decision_add.html", {"form": form})


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def decision_edit(request: HttpRequest, decision: int) -> HttpResponse:
    """Record more of a decision, or correct it."""
    found = _find(request, decision)
    must(permissions.can_record_decision(request.user))
    form = forms.DecisionFacts(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        found.refresh_from_db()
        found.change(by=request.user, **form.cleaned_data)
        messages.success(request, f"Decision {found.number} is saved.")
        return redirect("contracts:decision_detail", found.pk)
    context = {"form": form, "decision": found}
    return TemplateResponse(request, "contracts/arrangements/decision_edit.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def delegation_add(request: HttpRequest, decision: int) -> HttpResponse:
    """Record what a decision leaves to an officer."""
    found = _find(request, decision)
    must(permissions.can_record_decision(request.user))
    form = forms.DelegationFacts(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.delegate(by=request.user, **form.cleaned_data)
        messages.success(request, "The delegation is saved.")
        return redirect("contracts:decision_detail", found.pk)
    context = {"form": form, "decision": found}
    return TemplateResponse(request, "contracts/arrangements/delegation_add.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def decision_assess(request: HttpRequest, decision: int, kind: str) -> HttpResponse:
    """Keep the equality or the data protection impact assessment of a decision."""
    found = _find(request, decision)
    stop_if(permissions.why_not_assess(request.user))
    if kind not in AssessmentKind:
        raise Http404
    known = found.assessments.filter(kind=kind).first()
    initial = {name: getattr(known, name) for name in ASSESSED} if known else {}
    is_sent = request.method == "POST"
    form = forms.Assess(
        request.POST if is_sent else None, request.FILES if is_sent else None, initial=initial
    )
    if form.is_valid():
        facts = dict(form.cleaned_data)
        upload = facts.pop("file")
        file = StoredFile.take_in(upload, by=request.user) if upload else None
        ImpactAssessment.keep(found, kind, by=request.user, file=file, **facts)
        messages.success(request, "The assessment is saved.")
        return redirect("contracts:decision_detail", found.pk)
    context = {"form": form, "decision": found, "kind": AssessmentKind(kind)}
    return TemplateResponse(request, "contracts/arrangements/decision_assess.html", context)


@only(*WHO)
@require_safe
def assessment_file(request: HttpRequest, assessment: int) -> HttpResponseBase:
    """The document of an assessment."""
    seen = ImpactAssessment.objects.visible_to(request.user).exclude(file=None)
    return attachment(get_object_or_404(seen.select_related("file"), pk=assessment).file)


@only(*WHO)
@require_safe
def approval_limit_list(request: HttpRequest) -> HttpResponse:
    """The scheme of delegation: every row, with the one in force today of each job title."""
    may_enter = permissions.can_enter_limit(request.user)
    context = listings.APPROVAL_LIMITS.on(request).context(
        may_enter=may_enter,
        proposals=proposals_with_moves(proposing.limits_proposed(request.user), by=request.user),
    )
    return TemplateResponse(request, "contracts/arrangements/approval_limit_list.html", context)


@only(Role.MANAGER)
@require_http_methods(METHODS)
def approval_limit_add(request: HttpRequest) -> HttpResponse:
    """Propose a row of the scheme to another manager."""
    form = forms.LimitFacts(
        request.POST if request.method == "POST" else None,
        initial={"valid_from": timezone.localdate()},
    )
    if form.is_valid():
        proposing.propose_limit(by=request.user, **form.cleaned_data)
        messages.success(request, "We have asked the other managers to agree to this limit.")
        return redirect("contracts:approval_limit_list")
    context = {"form": form}
    return TemplateResponse(request, "contracts/arrangements/approval_limit_add.html", context)


def _assessments(
    request: HttpRequest, decision: Decision
) -> list[tuple[AssessmentKind, ImpactAssessment | None]]:
    """Each kind, with what is recorded of it."""
    seen = ImpactAssessment.objects.visible_to(request.user).filter(decision=decision)
    of_kind = {each.kind: each for each in seen.select_related("file")}
    return [(kind, of_kind.get(kind)) for kind in AssessmentKind]


def _find(request: HttpRequest, decision: int) -> Decision:
    seen = Decision.objects.visible_to(request.user).select_related("vehicle", "corrects")
    return get_object_or_404(seen, pk=decision)
