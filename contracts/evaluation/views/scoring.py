"""Scoring: what one owes, a question of an applicant to score, and what was agreed of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications.models import content_of
from contracts.arrangements.permissions import COMMISSIONING, READERS
from contracts.evaluation import forms, listings, marking, permissions
from contracts.evaluation.facts import Facts, able_to_agree, have_all_scored
from contracts.evaluation.models import Assignment, ModeratedScore, Score
from contracts.evaluation.views.one_application import application_of, question_of, refusal
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if

METHODS = ["GET", "HEAD", "POST"]


@only(*COMMISSIONING)
@require_safe
def score_list(request: HttpRequest) -> HttpResponse:
    """What one is to score, with what was done and what comes next."""
    page = marking.page_of_list(request.user, request.GET.dict())
    listed = listings.SCORING.on(request, rows=page.rows)
    context = {"mine": marking.mine_of(request.user), "list": listed, "page": page}
    return TemplateResponse(request, "contracts/evaluation/score_list.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def question_score(request: HttpRequest, application: int, question: int) -> HttpResponse:
    """Score a question of an application, blind to all others."""
    found = application_of(request, application)
    asked = question_of(found, question)
    if refused := refusal(request, found):
        return refused
    own = Assignment.objects.of(request.user).on(asked)
    assignment = get_object_or_404(own, application=found)
    assignment.application, assignment.question = found, asked
    stop_if(permissions.why_not_score(request.user, assignment))
    posted = request.POST if request.method == "POST" else None
    form = forms.GiveScore(posted, scheme=found.scheme)
    if form.is_valid():
        Score.give(assignment, by=request.user, **form.cleaned_data)
        messages.success(request, f"Score saved for question {asked.number}.")
        onward = marking.next_of(request.user)
        if onward is None:
            return redirect("contracts:score_list")
        return redirect("contracts:question_score", onward.application_id, onward.question.number)
    answer = content_of(found).answer_to(asked.number)
    context = {
        "form": form,
        "application": found,
        "question": asked,
        "answer": answer,
        "words": len(answer.split()),
        "mine": Score.objects.visible_to(request.user)
        .newest()
        .filter(assignment=assignment)
        .first(),
        "descriptors": marking.descriptors(found.scheme.scale),
    }
    return TemplateResponse(request, "contracts/evaluation/question_score.html", context)


@only(*READERS)
@require_safe
def question_detail(request: HttpRequest, application: int, question: int) -> HttpResponse:
    """Where a question stands: its evaluators, the scores one may see, what was agreed."""
    found = application_of(request, application)
    asked = question_of(found, question)
    if refused := refusal(request, found):
        return refused
    current = found.assignments.current().on(asked).with_scored().select_related("evaluator")
    facts = Facts(request.user, [found.pk])
    assignments = [
        (each, not permissions.why_not_replace(request.user, each, facts))
        for each in current.select_related("application").order_by("pk")
    ]
    scores = Score.objects.visible_to(request.user).counting().of_question(found, asked)
    context = {
        "application": found,
        "question": asked,
        "assignments": assignments,
        "scores": scores,
        "is_blind": not have_all_scored(found, asked),
        "spread": marking.spread(scores),
        "agreed": found.moderated_scores.filter(question=asked).select_related("chair").first(),
        "may_moderate": not permissions.why_not_moderate(request.user, found, asked),
    }
    return TemplateResponse(request, "contracts/evaluation/question_detail.html", context)


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def question_moderate(request: HttpRequest, application: int, question: int) -> HttpResponse:
    """Write down, as the chair, what the evaluators agreed."""
    found = application_of(request, application)
    asked = question_of(found, question)
    if refused := refusal(request, found):
        return refused
    stop_if(permissions.why_not_moderate(request.user, found, asked))
    seen = Score.objects.visible_to(request.user).counting().of_question(found, asked)
    scores = list(seen)
    names = [str(person) for person in able_to_agree(found, asked)]
    posted = request.POST if request.method == "POST" else None
    form = forms.Agree(posted, scheme=found.scheme, names=names)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("score", "reason", "present")}
        ModeratedScore.agree(found, asked, by=request.user, **given)
        messages.success(request, f"The score of question {asked.number} is agreed.")
        return redirect("contracts:application_detail", found.pk)
    answer = content_of(found).answer_to(asked.number)
    context = {
        "form": form,
        "application": found,
        "question": asked,
        "answer": answer,
        "scores": scores,
        "spread": marking.spread(scores),
    }
    return TemplateResponse(request, "contracts/evaluation/question_moderate.html", context)
