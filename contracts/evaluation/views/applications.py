"""Applications, as the council sees them: that they exist, and once opened what is in them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.applications import listings, sealing
from contracts.applications import permissions as asking
from contracts.applications.models import EarlyEvaluation, Evidence
from contracts.arrangements.permissions import READERS
from contracts.evaluation import overview, permissions, progress, reading
from contracts.evaluation.views.one_application import application_of, refusal
from nmiss.base.accounts import handing_over
from nmiss.base.core.access import only
from nmiss.base.files.views.attachments import attachment

EVENTS = 30


@only(*READERS)
@require_safe
def application_list(request: HttpRequest) -> HttpResponse:
    """Every application that was received, newest first."""
    context = listings.APPLICATIONS.on(request).context()
    return TemplateResponse(request, "contracts/evaluation/application_list.html", context)


@only(*READERS)
@require_safe
def application_detail(request: HttpRequest, application: int) -> HttpResponse:
    """One application: that it exists, its clocks, who did what, and what can be done now."""
    found = application_of(request, application)
    may_read = asking.can_read(request.user, found)
    may_see_outcome = permissions.can_see_outcome(request.user, found)
    may_see_requests = asking.can_read(request.user, found)
    recommendations = found.recommendations.with_people()
    steps = overview.steps(found, request.user)
    context = {
        "application": found,
        "clocks": overview.clocks(found, today=timezone.localdate()),
        "conflicts": found.conflicts.in_order(),
        "early_evaluation": EarlyEvaluation.objects.filter(application=found).first(),
        "openings": found.openings.select_related("officer").order_by("at"),
        "has_conflict": asking.has_conflict(request.user, found),
        "may_read": may_read,
        "sent_back": recommendations.sent_back().last() if may_read else None,
        "recommendation": recommendations.standing().first() if may_read else None,
        "owner": handing_over.owner_of(found),
        "may_hand_over": handing_over.can_hand_over(request.user, found),
        "steps": steps,
        "next_step": overview.first_to_take(steps),
        "timing": overview.timing(found, request.user),
        "checks": overview.checks(found) if may_read else [],
        "row": progress.matrix([found], by=request.user)[0] if may_read else None,
        "evidence_requests": found.evidence_requests.by_due() if may_see_requests else [],
        "may_see_outcome": may_see_outcome,
        "may_ask": not asking.why_not_ask_for_evidence(request.user, found),
        "happened": overview.happened(found, but_not=sealing.DRAFTING, most=EVENTS),
        "may_see_conflicts": permissions.can_see_conflicts(request.user, found),
    }
    return TemplateResponse(request, "contracts/evaluation/application_detail.html", context)


@only(*READERS)
@require_safe
def application_content(request: HttpRequest, application: int) -> HttpResponse:
    """What was submitted, for people without a conflict, once two officers have opened it."""
    found = application_of(request, application)
    if refused := refusal(request, found):
        return refused
    context = {
        "application": found,
        "version": found.version(),
        "content": reading.content_shown(found),
        "checks": overview.checks(found),
    }
    return TemplateResponse(request, "contracts/evaluation/application_content.html", context)


@only(*READERS)
@require_safe
def application_evidence(request: HttpRequest, application: int, evidence: int) -> HttpResponseBase:
    """A document of an opened application, under the name that the applicant gave it."""
    found = application_of(request, application)
    if refused := refusal(request, found):
        return refused
    documents = Evidence.objects.filter(pk__in=reading.evidence_numbers(found))
    document = get_object_or_404(documents.select_related("file"), pk=evidence)
    document.file.name = document.name
    return attachment(document.file)
