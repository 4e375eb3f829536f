"""Options to extend: what is missing, and the moves from available to in effect."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.arrangements import extending, permissions
from contracts.arrangements.decide_by import last_days
from contracts.arrangements.forms.options import FORMS
from contracts.arrangements.law import LawBook
from contracts.arrangements.models import ExtensionOption
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def option_detail(request: HttpRequest, option: int) -> HttpResponse:
    """One option: its days and decision, the checklist, and what follows without it."""
    found, user, today = _find(request, option), request.user, timezone.localdate()
    moves = [
        (FORMS[name].button, name)
        for name in FORMS
        if permissions.can_move_option(user, _verb(name))
        and not permissions.why_not_move_option(user, found, _verb(name))
    ]
    context = {
        "option": found,
        "checklist": extending.checklist(found, on=today),
        "moves": moves,
        "last_days": last_days(found, LawBook.read()) if found.awaits_decision else None,
    }
    return TemplateResponse(request, "contracts/arrangements/option_detail.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def option_move(request: HttpRequest, option: int, move: str) -> HttpResponse:
    """Propose, decide, notify, put into effect or let lapse."""
    if move not in FORMS:
        raise Http404
    found = _find(request, option)
    must(permissions.can_move_option(request.user, _verb(move)))
    stop_if(permissions.why_not_move_option(request.user, found, _verb(move)))
    posted = request.POST if request.method == "POST" else None
    form = FORMS[move](posted, option=found, seen=extending.digest_of_option(found))
    if form.is_valid():
        with extending.as_read(found, seen=form.cleaned_data.pop("seen")):
            _do(found, move, by=request.user, given=form.cleaned_data)
        words = f"Option {found.number} is {found.get_status_display().lower()}."
        messages.success(request, words)
        return redirect("contracts:option_detail", found.pk)
    context = {"form": form, "option": found}
    return TemplateResponse(request, "contracts/arrangements/option_move.html", context)


def _do(option: ExtensionOption, move: str, *, by: Any, given: dict[str, Any]) -> None:
    verbs = {
        "decide": extending.decide,
        "record-past-use": extending.record_past_use,
        "notify": extending.notify,
        "take-effect": extending.take_effect,
    }
    if verb := verbs.get(move):
        verb(option, by=by, **given)
    else:
        getattr(option, _verb(move))(by=by, **given)


def _verb(move: str) -> str:
    return move.replace("-", "_")


def _find(request: HttpRequest, option: int) -> ExtensionOption:
    seen = ExtensionOption.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("vehicle", "decision", "proposed_by"), pk=option)
