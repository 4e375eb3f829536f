"""The landing page, and the ledger of what was done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.across.home import listings
from nmiss.across.home.boards import MINE, TEAM, board_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only


@only(*Role)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The tasks of this person today; the whole of the list where it is asked for."""
    today, whose = timezone.localdate(), request.GET.get("whose", "")
    is_whole = "all" in request.GET
    context = {
        "board": board_of(request.user, today=today, whose=whose, is_whole=is_whole),
        "today": today,
        "whose": whose if whose in (MINE, TEAM) else "",
        "is_whole": is_whole,
    }
    return TemplateResponse(request, "home/home.html", context)


@only(Role.AUDITOR, Role.ADMINISTRATOR)
@require_safe
def audit_list(request: HttpRequest) -> HttpResponse:
    """What was done, by whom, newest first."""
    context = listings.EVENTS.on(request).context()
    return TemplateResponse(request, "home/audit_list.html", context)
