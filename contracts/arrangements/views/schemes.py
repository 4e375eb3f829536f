"""Evaluation schemes: reading one, drafting, what-if, publishing, succeeding."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contracts.arrangements import drafting, permissions
from contracts.arrangements.forms import schemes as forms
from contracts.arrangements.models import EvaluationScheme, Question, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.forms import AsRead
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def scheme_detail(request: HttpRequest, scheme: int) -> HttpResponse:
    """One version: its questions, weights and thresholds, and what stands in its way."""
    found = _find(request, scheme)
    thresholds = sorted(found.thresholds.all(), key=lambda each: each.lot.number)
    questions = sorted(found.questions.all(), key=lambda each: each.number)
    context = {
        "scheme": found,
        "thresholds": thresholds,
        "questions": [
            (each, [threshold.minimum_of(each) for threshold in thresholds]) for each in questions
        ],
        "missing": [] if found.is_published else found.missing(),
        "may_draft": not permissions.why_not_draft(request.user, found),
        "may_publish": not permissions.why_not_publish(request.user, found),
        "may_succeed": not permissions.why_not_succeed(request.user, found),
    }
    return TemplateResponse(request, "contracts/arrangements/scheme_detail.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_POST
def scheme_begin(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Begin the first scheme of a vehicle."""
    found = get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)
    stop_if(permissions.why_not_begin_scheme(request.user, found))
    return redirect("contracts:scheme_detail", drafting.begin(found, by=request.user).pk)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def scheme_edit(request: HttpRequest, scheme: int) -> HttpResponse:
    """Change scale, weights and thresholds of a draft."""
    found = _draft(request, scheme)
    form = forms.SchemeWeights(
        request.POST if request.method == "POST" else None,
        scheme=found,
        initial=forms.SchemeWeights.of(found),
    )
    if form.is_valid():
        drafting.change(found, by=request.user, **form.parts())
        messages.success(request, "The draft is saved.")
        return redirect("contracts:scheme_detail", found.pk)
    context = {"form": form, "scheme": found}
    return TemplateResponse(request, "contracts/arrangements/scheme_edit.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def question_add(request: HttpRequest, scheme: int) -> HttpResponse:
    """Write another question of a draft."""
    found = _draft(request, scheme)
    posted = request.POST if request.method == "POST" else None
    form = forms.WriteQuestion(posted, instance=Question(scheme=found))
    if form.is_valid():
        drafting.put_question(found, None, by=request.user, **form.cleaned_data)
        messages.success(request, f"Question {form.cleaned_data['number']} is written.")
        return redirect("contracts:scheme_detail", found.pk)
    context = {"form": form, "scheme": found}
    return TemplateResponse(request, "contracts/arrangements/question_add.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def question_edit(request: HttpRequest, scheme: int, question: int) -> HttpResponse:
    """Change a question of a draft."""
    found = _draft(request, scheme)
    asked = get_object_or_404(found.questions.select_related("scheme"), pk=question)
    posted = request.POST if request.method == "POST" else None
    form = forms.WriteQuestion(posted, instance=asked)
    if form.is_valid():
        drafting.put_question(found, asked, by=request.user, **form.cleaned_data)
        messages.success(request, f"Question {form.cleaned_data['number']} is saved.")
        return redirect("contracts:scheme_detail", found.pk)
    context = {"form": form, "scheme": found, "question": asked}
    return TemplateResponse(request, "contracts/arrangements/question_edit.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_POST
def question_remove(request: HttpRequest, scheme: int, question: int) -> HttpResponse:
    """Take a question out of a draft."""
    found = _draft(request, scheme)
    asked = get_object_or_404(found.questions.select_related("scheme"), pk=question)
    drafting.take_out_question(asked, by=request.user)
    messages.success(request, f"Question {asked.number} is out of the draft.")
    return redirect("contracts:scheme_detail", found.pk)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def scheme_publish(request: HttpRequest, scheme: int) -> HttpResponse:
    """Put a scheme in force for good: a manager does."""
    found = _find(request, scheme)
    must(permissions.can_publish(request.user))
    stop_if(permissions.why_not_publish(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = AsRead(posted, seen=found.digest(), button="Publish")
    if form.is_valid():
        try:
            found.publish(by=request.user, seen=form.cleaned_data["seen"])
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Version {found.version} is in force.")
            return redirect("contracts:scheme_detail", found.pk)
    missing = [] if form.is_bound else found.missing()
    context = {"form": form, "scheme": found, "missing": missing}
    return TemplateResponse(request, "contracts/arrangements/scheme_publish.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_POST
def scheme_succeed(request: HttpRequest, scheme: int) -> HttpResponse:
    """Begin the next version as a copy."""
    found = _find(request, scheme)
    stop_if(permissions.why_not_succeed(request.user, found))
    return redirect("contracts:scheme_detail", found.succeed(by=request.user).pk)


def _find(request: HttpRequest, scheme: int) -> EvaluationScheme:
    seen = EvaluationScheme.objects.visible_to(request.user).select_related("vehicle").whole()
    return get_object_or_404(seen, pk=scheme)


def _draft(request: HttpRequest, scheme: int) -> EvaluationScheme:
    found = _find(request, scheme)
    stop_if(permissions.why_not_draft(request.user, found))
    return found
