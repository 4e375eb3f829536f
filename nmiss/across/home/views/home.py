"""The landing page, and the ledger of what was done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.across.home import listings
from nmiss.across.home.boards import board_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only


@only(*Role)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What needs this person today."""
    today, whose = timezone.localdate(), request.GET.get("whose", "")
    context = {
        "board": board_of(request.user, today=today, whose=whose),
        "today": today,
        "whose": whose,
    }
    return TemplateResponse(request, "home/home.html", context)


@only(Role.AUDITOR, Role.ADMINISTRATOR)
@require_safe
def audit_list(request: HttpRequest) -> HttpResponse:
    """What was done, by whom, newest first."""
    context = listings.EVENTS.on(request).context()
    return TemplateResponse(request, "home/audit_list.html", context)
