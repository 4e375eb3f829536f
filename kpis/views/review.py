"""Returns as officers judge them: what was sent, questions, acceptance, deadlines."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis import permissions, return_forms, reviewing
from kpis.filling import Filling, Part, differs, filling_of, label_of
from kpis.models import Figure, ReturnQuery
from kpis.views.returns import find, rows_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.forms import AsRead
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.templatetags.components import day
from nmiss.base.core.working_days import is_working_day

METHODS = ["GET", "HEAD", "POST"]


@only(*Role.with_cases())
@require_safe
def review_detail(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """A return as it was sent: each indicator with its inputs, comments, evidence and questions."""
    found = find(request, kpi_return)
    counting = found.versions.filter(counts=True).select_related(
        "certified_by", "prepared_by", "on_behalf_of", "accepted_by", "kpi_return"
    )
    version = counting.first()
    filling = filling_of(found, version=version) if version else None
    user = request.user
    context = {
        "kpi_return": found,
        "version": version,
        "sections": _sections(filling) if filling else [],
        "versions": found.versions.filter(sealed_at__isnull=False, imported=False).newest_first(),
        "may_decide": not permissions.why_not_accept(user, found),
        "may_query": bool(filling and filling.parts) and not permissions.why_not_query(user, found),
        "may_extend": not permissions.why_not_extend(user, found),
        "may_excuse": not permissions.why_not_excuse(user, found),
        "may_ask_again": not permissions.why_not_ask_again(user, found),
        "contests": found.contests.select_related("contested_by", "answered_by").oldest_first(),
        "may_answer": permissions.can_review(user)
        and (version is None or version.accepted_by != user),
        "is_accepter": version is not None and version.accepted_by == user,
        "may_review": permissions.can_review(user),
        "may_read_evidence": permissions.can_read_evidence(user),
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "kpis/review_detail.html", context)


def _sections(filling: Filling) -> list[dict[str, Any]]:
    queries: dict[str, list[ReturnQuery]] = {}
    asked = ReturnQuery.objects.filter(version__kpi_return=filling.kpi_return)
    for query in asked.select_related("asked_by", "answered_by").oldest_first():
        queries.setdefault(query.key, []).append(query)
    return [
        {
            "part": part,
            "result": filling.result(part.indicator) if part.indicator else None,
            "saved": filling.known.saved.get(part.key),
            "figures": [_figure(filling, name) for name in filling.shown_in(part)],
            "why_explain": filling.why_explain(part),
            "evidence": filling.known.evidence.get(part.key, ()),
            "queries": queries.get(part.key, ()),
        }
        for part in [*filling.parts, *_brought_by_a_file(filling)]
    ]


def _brought_by_a_file(filling: Filling) -> list[Part]:
    """The indicators that the school is not asked for: a file has their figures."""
    asked = {part.key for part in filling.parts}
    brought = filling.indicators if filling.version.imported else filling.from_file
    others = [each for each in brought if each.inputs and each.code not in asked]
    return [
        Part(place, each.code, str(each), each.inputs, each)
        for place, each in enumerate(others, start=len(filling.parts))
    ]


def _figure(filling: Filling, name: str) -> dict[str, Any]:
    figure = filling.known.figures.get(name)
    return {
        "label": label_of(name),
        "figure": figure,
        "last": filling.known.last.get(name),
        "differs": figure is not None and differs(figure),
    }


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def review_query(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Ask the school about indicators."""
    found = find(request, kpi_return)
    stop_if(permissions.why_not_query(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = return_forms.AskQuestions(posted, parts=filling_of(found).parts)
    if form.is_valid():
        reviewing.query(found, form.questions, by=request.user)
        messages.success(request, "The questions are sent. The return is with the school again.")
        return redirect("kpis:review_detail", found.pk)
    context = {"form": form, "kpi_return": found}
    return TemplateResponse(request, "kpis/review_query.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def review_accept(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Accept a return."""
    found = find(request, kpi_return)
    stop_if(permissions.why_not_accept(request.user, found))
    filling, posted = filling_of(found), request.POST if request.method == "POST" else None
    form = AsRead(posted, seen=filling.digest, button="Accept return")
    if form.is_valid():
        reviewing.accept(found, by=request.user, seen=form.cleaned_data["seen"])
        messages.success(request, "The return is accepted.")
        return redirect("kpis:review_detail", found.pk)
    unsettled = Figure.objects.counting().filter(
        version__kpi_return=found, is_na=True, na_agreed_at=None
    )
    context = {
        "form": form,
        "kpi_return": found,
        "version": filling.version,
        "rows": rows_of(filling),
        "unsettled": unsettled.count(),
    }
    return TemplateResponse(request, "kpis/review_accept.html", context)


@only(*permissions.COMMISSIONING)
@require_POST
def review_agree(request: HttpRequest, kpi_return: int, figure: int) -> HttpResponse:
    """Agree that a figure is not applicable."""
    found = find(request, kpi_return)
    rows = Figure.objects.counting().filter(version__kpi_return=found)
    each = get_object_or_404(rows.select_related("version__kpi_return"), pk=figure)
    reviewing.agree_na(each, by=request.user)
    messages.success(request, f"Agreed: “{label_of(each.input)}” is not applicable.")
    return redirect("kpis:review_detail", found.pk)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def review_extend(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Extend the deadline of one return."""
    found = find(request, kpi_return)
    stop_if(permissions.why_not_extend(request.user, found))
    form = return_forms.ExtendDeadline(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            reviewing.extend(found, by=request.user, **form.cleaned_data)
        except NotAllowedNow as refusal:
            form.add_error("due_on", str(refusal))
        else:
            closed = "" if is_working_day(found.due_on) else " This is not a working day."
            messages.success(request, f"The deadline is now {day(found.due_on)}.{closed}")
            return redirect("kpis:review_detail", found.pk)
    context = {"form": form, "kpi_return": found}
    return TemplateResponse(request, "kpis/review_extend.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def review_excuse(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Excuse a school from a return."""
    found = find(request, kpi_return)
    stop_if(permissions.why_not_excuse(request.user, found))
    form = return_forms.ExcuseSchool(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reviewing.excuse(found, by=request.user, **form.cleaned_data)
        messages.success(request, f"{found.school} is excused from this return.")
        return redirect("kpis:review_detail", found.pk)
    context = {"form": form, "kpi_return": found}
    return TemplateResponse(request, "kpis/review_excuse.html", context)


@only(*permissions.COMMISSIONING)
@require_POST
def review_ask_again(request: HttpRequest, kpi_return: int) -> HttpResponse:
    """Ask for a return after all."""
    found = find(request, kpi_return)
    reviewing.ask_again(found, by=request.user)
    messages.success(request, f"{found.school} is asked for this return again.")
    return redirect("kpis:review_detail", found.pk)
