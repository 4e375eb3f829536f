"""Progress: who still owes what, and a reminder for those who do."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications.models import Application
from contracts.arrangements.models import Round
from contracts.arrangements.permissions import COMMISSIONING, READERS
from contracts.evaluation import progress
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.core.access import only
from nmiss.base.core.pages import Order, page_of

APPLICATIONS = 25  # a page: each has two rows


@only(*READERS)
@require_safe
def round_progress(request: HttpRequest, round: int) -> HttpResponse:
    """Applicants × questions of a round."""
    found = get_object_or_404(Round.objects.select_related("vehicle"), pk=round)
    own = Application.objects.visible_to(request.user).in_round(found)
    opened = own.opened()
    page = page_of(
        opened.with_parties(), Order("received_at"), query=request.GET.dict(), rows=APPLICATIONS
    )
    rows = progress.matrix(page.rows, by=request.user)
    context = {
        "round": found,
        "rows": rows,
        "questions": progress.questions_of(rows),
        "sealed": own.sealed().count(),
        "owing": progress.owing(opened),
        "page": page,
        "legend": progress.LEGEND,
        "may_nudge": request.user.role in COMMISSIONING,
    }
    return TemplateResponse(request, "contracts/evaluation/round_progress.html", context)


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def round_nudge(request: HttpRequest, round: int) -> HttpResponse:
    """Remind by email everybody who owes a score of this round, once a day."""
    found = get_object_or_404(Round.objects.select_related("vehicle"), pk=round)
    own = Application.objects.visible_to(request.user).in_round(found)
    applications = own.being_evaluated()
    form = NoQuestion(request.POST if request.method == "POST" else None, button="Send reminders")
    if form.is_valid():
        told = progress.nudge(applications, by=request.user)
        words = ", ".join(str(person) for person in told) or "nobody: they were reminded today"
        messages.success(request, f"A reminder is on its way to {words}.")
        return redirect("contracts:round_progress", found.pk)
    context = {"form": form, "round": found, "owing": progress.owing(applications)}
    return TemplateResponse(request, "contracts/evaluation/round_nudge.html", context)
