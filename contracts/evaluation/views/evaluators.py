"""Evaluators: who scores what, previewed and then confirmed; and who takes over from whom."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from contracts.applications.models import Application
from contracts.arrangements.models import Round
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import assigning, forms, permissions, progress
from contracts.evaluation.models import Assignment
from contracts.evaluation.views.one_application import application_of, refusal
from nmiss.base.core.access import only
from nmiss.base.core.kept_text import kept_text
from nmiss.base.core.lifecycle import stop_if

METHODS = ["GET", "HEAD", "POST"]


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def application_assign(request: HttpRequest, application: int) -> HttpResponse:
    """Assign evaluators to the questions of one application."""
    found = application_of(request, application)
    if refused := refusal(request, found):
        return refused
    stop_if(permissions.why_not_assign(request.user, found))
    return _assign(request, [found], {"application": found})


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def round_assign(request: HttpRequest, round: int) -> HttpResponse:
    """Assign evaluators to all that is being evaluated of a round, as far as one declared."""
    found = get_object_or_404(Round.objects.select_related("vehicle"), pk=round)
    own = Application.objects.visible_to(request.user).in_round(found).being_evaluated()
    own = own.with_parties().oldest_first()
    applications = list(own.cleared_by(request.user))
    undeclared = own.not_declared_by(request.user)
    return _assign(request, applications, {"round": found, "undeclared": undeclared})


def _assign(
    request: HttpRequest, applications: list[Application], about: dict[str, object]
) -> HttpResponse:
    """Choose by GET, see the split, confirm it by POST of the same choice."""
    chosen = request.POST if request.method == "POST" else kept_text() or request.GET or None
    form = forms.Choose(chosen, people=assigning.evaluators())
    made = None
    if form.is_valid():
        applications = progress.with_questions(applications)
        made = assigning.plan(
            applications, form.cleaned_data["people"], each=form.cleaned_data["each"]
        )
    if request.method == "POST" and made and made.proposals:
        assigning.assign(made, by=request.user)
        messages.success(request, f"Evaluators assigned: {len(made.proposals)} scores to give.")
        if "round" in about:
            return redirect("contracts:round_progress", about["round"].pk)
        return redirect("contracts:application_detail", about["application"].pk)
    context = {"form": form, "made": made, "applications": applications} | about
    return TemplateResponse(request, "contracts/evaluation/application_assign.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def assignment_replace(request: HttpRequest, assignment: int) -> HttpResponse:
    """Have another evaluator take over a question."""
    own = Assignment.objects.current().select_related("question", "evaluator")
    found = get_object_or_404(own, pk=assignment)
    found.application = application_of(request, found.application_id)
    if refused := refusal(request, found.application):
        return refused
    stop_if(permissions.why_not_replace(request.user, found))
    people = [person for person in assigning.evaluators() if person != found.evaluator]
    form = forms.Replace(request.POST if request.method == "POST" else None, people=people)
    if form.is_valid():
        found.replace(by=request.user, **form.cleaned_data)
        messages.success(
            request, f"{form.cleaned_data['evaluator']} scores question {found.question.number}."
        )
        return redirect("contracts:question_detail", found.application.pk, found.question.number)
    context = {"form": form, "assignment": found, "application": found.application}
    return TemplateResponse(request, "contracts/evaluation/assignment_replace.html", context)
