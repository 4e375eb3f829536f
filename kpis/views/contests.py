"""Contested ratings: a school contests, an officer answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from kpis import contest_forms, contesting, permissions
from kpis.models import RatingContest
from kpis.views.returns import find
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if

METHODS = ["GET", "HEAD", "POST"]


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def rating_contest(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Contest a rating of a return that was accepted."""
    found = find(request, kpi_return)
    must(permissions.can_fill_in(request.user, found))
    stop_if(permissions.why_not_contest(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = contest_forms.ContestRating(posted, ratings=contesting.to_contest(found))
    if form.is_valid():
        contesting.contest(found, form.part, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "You have contested the rating. We will answer.")
        return redirect("kpis:return_detail", found.pk)
    context = {"form": form, "kpi_return": found}
    return TemplateResponse(request, "kpis/rating_contest.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def contest_answer(request: HttpRequest, contest: int) -> HttpResponse:
    """Answer about a contested rating."""
    rows = RatingContest.objects.visible_to(request.user)
    rows = rows.select_related("kpi_return__school__provider", "contested_by")
    found = get_object_or_404(rows, pk=contest)
    stop_if(permissions.why_not_answer_contest(request.user, found))
    form = contest_forms.AnswerContest(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        is_upheld = given["decision"] == contest_forms.UPHELD
        contesting.answer(found, by=request.user, is_upheld=is_upheld, words=given["words"])
        messages.success(request, "The answer is sent.")
        return redirect("kpis:review_detail", found.kpi_return_id)
    context = {"form": form, "contest": found, "kpi_return": found.kpi_return}
    return TemplateResponse(request, "kpis/contest_answer.html", context)
