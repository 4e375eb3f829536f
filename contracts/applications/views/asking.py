"""Questions and answers: clarifications for all, and evidence asked of one applicant."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications import actions, asking, forms, listings, permissions, refusals
from contracts.applications.models import Application, Clarification, EvidenceRequest
from contracts.applications.views.applicant import applicants_only
from contracts.arrangements.models import Vehicle
from contracts.arrangements.permissions import READERS
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.files.views.attachments import attachment
from providers.models import Provider

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


@only(*COMMISSIONING, Role.AUDITOR, Role.PROVIDER)
@require_safe
def clarifications(request: HttpRequest) -> HttpResponse:
    """Every question with its answer, and those that wait: one's own, or the council's."""
    seen = Clarification.objects.visible_to(request.user).select_related("vehicle", "round")
    today = timezone.localdate()
    vehicles = actions.open_vehicles(today)
    may_ask = request.user.is_provider and permissions.can_ask(request.user)
    context = {
        "waiting": seen.unanswered().oldest_first(),
        "answered": seen.answered().newest_first(),
        "vehicles": vehicles if may_ask else [],
        "may_answer": request.user.role in COMMISSIONING,
    }
    return TemplateResponse(request, "contracts/applications/clarifications.html", context)


@only(Role.PROVIDER)
@require_http_methods(["GET", "HEAD", "POST"])
def clarification_ask(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Ask about a vehicle or its round."""
    providers = list(Provider.objects.written_for_by(request.user).by_name())
    if not providers:
        raise PermissionDenied
    what = get_object_or_404(Vehicle, pk=vehicle)
    posted = request.POST if request.method == "POST" else None
    form = forms.AskQuestion(posted, providers=providers)
    if form.is_valid():
        question = form.cleaned_data["question"]
        try:
            Clarification.ask(form.provider(), what, by=request.user, question=question)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your question is sent. The answer goes to all providers.")
            return redirect("contracts:clarifications")
    round = Clarification.round_of(what, now=timezone.now())
    context = {
        "form": form,
        "vehicle": what,
        "round": round,
        "until": round and Clarification.deadline_of(round),
    }
    return TemplateResponse(request, "contracts/applications/clarification_ask.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def clarification_answer(request: HttpRequest, clarification: int) -> HttpResponse:
    """Answer a question to all; who asked is not shown."""
    found = get_object_or_404(
        Clarification.objects.visible_to(request.user).select_related("vehicle", "round"),
        pk=clarification,
    )
    stop_if(permissions.why_not_answer(request.user, found))
    form = forms.AnswerQuestion(
        request.POST if request.method == "POST" else None,
        initial={"published_question": found.question},
    )
    if form.is_valid():
        asking.answer_to_all(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The answer is published to all providers.")
        return redirect("contracts:clarifications")
    context = {"form": form, "clarification": found}
    return TemplateResponse(request, "contracts/applications/clarification_answer.html", context)


@only(*READERS)
@require_safe
def evidence_requests(request: HttpRequest) -> HttpResponse:
    """What was asked of applicants, and what they answered."""
    context = listings.EVIDENCE_REQUESTS.on(request).context()
    return TemplateResponse(request, "contracts/applications/evidence_requests.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_request_new(request: HttpRequest, opened: int) -> HttpResponse:
    """Ask one applicant for what is missing."""
    seen = Application.objects.visible_to(request.user).select_related("provider", "vehicle")
    application = get_object_or_404(seen, pk=opened)
    must(permissions.is_clear(request.user, application))
    stop_if(permissions.why_not_ask_for_evidence(request.user, application))
    form = forms.AskForEvidence(request.POST if request.method == "POST" else None)
    if form.is_valid():
        asked = asking.ask_for_evidence(application, by=request.user, **form.cleaned_data)
        messages.success(request, f"{application.provider} is asked for this.")
        return redirect("contracts:evidence_request_detail", asked.pk)
    context = {"form": form, "application": application}
    return TemplateResponse(request, "contracts/applications/evidence_request_new.html", context)


def _refuse_unless_clear(user: User, asked: EvidenceRequest) -> None:
    """Stop who may not read the application, and say why (403)."""
    if not permissions.can_read(user, asked.application):
        raise PermissionDenied(permissions.why_not_take_part(user, asked.application))


@only(*READERS)
@require_safe
def evidence_request_detail(request: HttpRequest, evidence_request: int) -> HttpResponse:
    """What was asked and answered, as officers read it."""
    found = _find_request(request, evidence_request)
    _refuse_unless_clear(request.user, found)
    context = {
        "evidence_request": found,
        "standing": found.standing(timezone.localdate()),
        "evidence": refusals.with_standing(found.evidence, on=timezone.localdate()),
    }
    return TemplateResponse(request, "contracts/applications/evidence_request_detail.html", context)


@only(*READERS)
@require_safe
def evidence_request_file(
    request: HttpRequest, evidence_request: int, evidence: int
) -> HttpResponseBase:
    """A document that came with the answer."""
    found = _find_request(request, evidence_request)
    _refuse_unless_clear(request.user, found)
    document = get_object_or_404(found.evidence.select_related("file"), pk=evidence)
    document.file.name = document.name
    return attachment(document.file)


@applicants_only
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_request_answer(
    request: HttpRequest, draft: int, evidence_request: int
) -> HttpResponse:
    """What the council asks of the applicant, and the answer."""
    found = _find_request(request, evidence_request, draft=draft)
    may_write = permissions.can_write(request.user, found.application)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    is_sent = request.method == "POST"
    form = forms.AnswerEvidence(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        actions.reply(found, by=request.user, **form.cleaned_data)
        messages.success(request, "Your answer is with the council.")
        return redirect("contracts:evidence_request_answer", draft, found.pk)
    context = {
        "evidence_request": found,
        "standing": found.standing(timezone.localdate()),
        "form": None if permissions.why_not_reply(request.user, found) else form,
        "evidence": refusals.with_standing(found.evidence, on=timezone.localdate()),
        "may_replace": may_write,
    }
    return TemplateResponse(request, "contracts/applications/evidence_request_answer.html", context)


def _find_request(
    request: HttpRequest, number: int, *, draft: int | None = None
) -> EvidenceRequest:
    """Find a request; under the address of an application, only one that was made of that one."""
    seen = EvidenceRequest.objects.visible_to(request.user)
    if draft is not None:
        seen = seen.filter(application=draft)
    people = ("application__provider", "asked_by", "answered_by")
    return get_object_or_404(seen.select_related(*people), pk=number)
