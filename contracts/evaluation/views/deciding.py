"""Deciding: checks, the recommendation, the approval, and the report that they stand on."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications.models import Application
from contracts.arrangements.permissions import COMMISSIONING, READERS
from contracts.evaluation import deciding, forms, overview, permissions, reading, reporting
from contracts.evaluation.models import Finding, FindingKind, recommendation_of
from contracts.evaluation.views.one_application import application_of, refusal
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.views.attachments import attachment, saved_as

METHODS = ["GET", "HEAD", "POST"]


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def application_finding(request: HttpRequest, application: int, kind: str) -> HttpResponse:
    """Check one thing, beside what the application says of it."""
    found = application_of(request, application)
    if kind not in FindingKind:
        raise Http404
    if refused := refusal(request, found):
        return refused
    stop_if(permissions.why_not_find(request.user, found))
    (check,) = overview.checks(found, (FindingKind(kind),))
    of_a_list = check.kind == FindingKind.DEBARMENT
    asks = forms.RecordDebarment if of_a_list else forms.RecordFinding
    form, after = asks(request.POST if request.method == "POST" else None), _after(found, kind)
    form.button = "Save and do the next check" if after else form.button
    if form.is_valid():
        passed = form.cleaned_data["passed"] == "yes"
        Finding.make(found, kind, by=request.user, passed=passed, reason=form.said())
        messages.success(request, f"Check saved: {check.kind.label}.")
        if after:
            return redirect("contracts:application_finding", found.pk, after)
        return redirect("contracts:application_detail", found.pk)
    context = {
        "form": form,
        "application": found,
        "check": check,
        "content": reading.content_shown(found, check.kind),
        "cover": reading.cover_asked_for() if check.kind == FindingKind.INSURANCE else [],
        "schools": reading.schools_named(found) if check.kind in reading.OF_SCHOOLS else [],
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "contracts/evaluation/application_finding.html", context)


def _after(application: Application, kind: str) -> str:
    """The next check that nobody has made, from this one on and then from the first."""
    made = set(application.findings.values_list("kind", flat=True))
    kinds = list(FindingKind.values)
    place = kinds.index(kind)
    others = (each for each in [*kinds[place + 1 :], *kinds[:place]] if each not in made)
    return next(others, "")


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def application_recommend(request: HttpRequest, application: int) -> HttpResponse:
    """Put what it comes to before a manager."""
    found = application_of(request, application)
    if refused := refusal(request, found):
        return refused
    stop_if(permissions.why_not_recommend(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.Recommend(posted, seen=reporting.digest_of_report(found))
    if form.is_valid():
        deciding.recommend(found, by=request.user, **form.cleaned_data)
        messages.success(request, "Recommendation sent to the managers.")
        return redirect("contracts:application_detail", found.pk)
    context = {"form": form, "application": found, "standing": deciding.standing(found)}
    return TemplateResponse(request, "contracts/evaluation/application_recommend.html", context)


@only(*COMMISSIONING)
@stepped_up
@require_http_methods(METHODS)
def application_approve(request: HttpRequest, application: int) -> HttpResponse:
    """Decide as recommended; the outcome is held until it is released."""
    found = application_of(request, application)
    must(request.user.role == Role.MANAGER)
    if refused := refusal(request, found):
        return refused
    stop_if(permissions.why_not_decide(request.user, found))
    standing = deciding.standing(found)
    posted = request.POST if request.method == "POST" else None
    form = forms.Approve(
        posted,
        is_near=bool(standing.near or standing.in_doubt),
        seen=reporting.digest_of_report(found),
    )
    if form.is_valid():
        deciding.approve(found, by=request.user, seen=form.cleaned_data["seen"])
        messages.success(request, "Outcome approved. It is not sent yet.")
        return redirect("contracts:application_detail", found.pk)
    context = {
        "form": form,
        "application": found,
        "recommendation": recommendation_of(found),
        "standing": standing,
    }
    return TemplateResponse(request, "contracts/evaluation/application_approve.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def application_send_back(request: HttpRequest, application: int) -> HttpResponse:
    """Have a recommendation thought over."""
    found = application_of(request, application)
    must(request.user.role == Role.MANAGER)
    if refused := refusal(request, found):
        return refused
    stop_if(permissions.why_not_decide(request.user, found))
    form = forms.SendBack(request.POST if request.method == "POST" else None)
    if form.is_valid():
        deciding.send_back(found, by=request.user, **form.cleaned_data)
        messages.success(request, "Recommendation sent back to the evaluators.")
        return redirect("contracts:application_detail", found.pk)
    context = {"form": form, "application": found}
    return TemplateResponse(request, "contracts/evaluation/application_send_back.html", context)


@only(*READERS)
@require_safe
def application_report(request: HttpRequest, application: int) -> HttpResponse:
    """The evaluation report, to read and to print, with the digest of the one approved."""
    found = application_of(request, application)
    if refused := refusal(request, found):
        return refused
    context = reporting.report_context(found) | {"sealed": reporting.sealed_report(found)}
    return TemplateResponse(request, "contracts/evaluation/application_report.html", context)


@only(*READERS)
@require_safe
def application_report_file(request: HttpRequest, application: int) -> HttpResponseBase:
    """The evaluation report as a file: the one approved; before that, as things stand."""
    found = application_of(request, application)
    if refused := refusal(request, found):
        return refused
    if sealed := reporting.sealed_report(found):
        return attachment(sealed.file)
    return HttpResponse(reporting.report_of(found), headers=saved_as(reporting.report_name(found)))
