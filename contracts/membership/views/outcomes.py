"""Outcomes: decisions that are held, releasing them, and the letter."""

from __future__ import annotations

import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.applications.models import Application
from contracts.evaluation.permissions import can_see_outcome
from contracts.membership import forms, letters, listings, permissions, releasing
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import only
from nmiss.base.core.asked import Asked
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.files.views.attachments import attachment, saved_as


@only(Role.OFFICER, Role.MANAGER, Role.AUDITOR)
@require_safe
def outcome_list(request: HttpRequest) -> HttpResponse:
    """Decisions that are held, of all rounds or of one; none with which one has a conflict."""
    held = Application.objects.visible_to(request.user).held().oldest_first()
    held = held.without_conflict_of(request.user)
    rounds = {each.round_id: each.round for each in held.select_related("round__vehicle")}
    outcomes = listings.OUTCOMES.on(request)
    context = outcomes.context(
        undeclared=_undeclared(held, outcomes),
        rounds=[each for each in rounds.values() if each],
        chosen_round=request.GET.get("round", ""),
        may_release=permissions.can_release(request.user),
    )
    return TemplateResponse(request, "contracts/membership/outcome_list.html", context)


def _undeclared(held: QuerySet[Application], outcomes: Asked) -> QuerySet[Application]:
    """Those in which this person has still to declare an interest, of the round that is shown."""
    if outcomes.user.role == Role.AUDITOR or not outcomes.form.is_valid():
        return held.none()
    round = outcomes.form.cleaned_data["round"]
    held = held.filter(round=round) if round else held
    return held.not_declared_by(outcomes.user).select_related("provider")


@only(Role.OFFICER, Role.MANAGER)
@stepped_up
@require_http_methods(["GET", "HEAD", "POST"])
def outcome_release(request: HttpRequest) -> HttpResponse:
    """Preview the letters that were chosen, and tell them together."""
    numbers = [each for each in request.GET.getlist("application") if each.isdecimal()]
    held = Application.objects.visible_to(request.user).held().oldest_first()
    chosen = list(letters.with_letters(held.cleared_by(request.user).numbered(numbers)))
    if not chosen:
        words = "Choose at least one outcome to send, where you declared no conflict."
        messages.info(request, words)
        return redirect("contracts:outcome_list")
    today = timezone.localdate()
    tomorrow = today + datetime.timedelta(days=1)
    posted = request.POST if request.method == "POST" else None
    form = forms.Release(posted, initial={"starts_on": tomorrow}, applications=chosen)
    if form.is_valid():
        released = releasing.release_all(chosen, by=request.user, **form.cleaned_data)
        if released.told:
            messages.success(request, f"{_outcomes(len(released.told))} sent.")
        for application, why in released.failed:
            messages.warning(request, f"{application.reference} was not sent. {why}")
        return redirect("contracts:outcome_list")
    context = {"form": form, "letters": [(each, _letter(each, today)) for each in chosen]}
    return TemplateResponse(request, "contracts/membership/outcome_release.html", context)


@only(Role.OFFICER, Role.MANAGER, Role.AUDITOR, Role.PROVIDER)
@require_safe
def outcome_letter(request: HttpRequest, application: int) -> HttpResponse:
    """The outcome of one application, for whoever may know it by now."""
    found = _find(request, application)
    is_sent = hasattr(found, "letter")
    if is_sent and request.user.is_provider and request.method == "GET":
        found.letter.note_reading(by=request.user)
    context = {
        "readings": found.letter.readings.in_order() if is_sent else [],
        "application": found,
        "letter": _letter(found, timezone.localdate()),
        "agreement": found.agreements.newest_first().first(),
    }
    return TemplateResponse(request, "contracts/membership/outcome_letter.html", context)


@only(Role.OFFICER, Role.MANAGER, Role.AUDITOR, Role.PROVIDER)
@require_safe
def outcome_letter_pdf(request: HttpRequest, application: int) -> HttpResponseBase:
    """The same as a PDF: the one that was kept, or a preview while it is held."""
    found = _find(request, application)
    if hasattr(found, "letter"):
        if request.user.is_provider and request.method == "GET":
            found.letter.note_reading(by=request.user)
        return attachment(found.letter.file)
    today = timezone.localdate()
    letter = _letter(found, today)
    preview = releasing.letter_pdf(f"Preview: {letter['title']}", letter["blocks"], on=today)
    headers = saved_as(f"preview-{found.reference}.pdf")
    return HttpResponse(preview, content_type=PDF_TYPE, headers=headers)


def _find(request: HttpRequest, number: int) -> Application:
    rows = Application.objects.visible_to(request.user)
    parties = ("provider", "vehicle", "scheme", "approval__recommendation")
    rows = rows.select_related("letter__file", *parties)
    found = get_object_or_404(rows, pk=number)
    if not can_see_outcome(request.user, found):
        if request.user.is_provider:
            raise Http404
        raise PermissionDenied
    return found


def _letter(application: Application, today: datetime.date) -> dict:
    if hasattr(application, "letter"):
        return application.letter.content
    title = letters.title_of(application)
    return {"title": title, "blocks": letters.blocks_of(application, on=today)}


def _outcomes(count: int) -> str:
    return "1 outcome is" if count == 1 else f"{count} outcomes are"
