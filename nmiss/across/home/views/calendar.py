"""The calendar of key dates: as a list, and by the month."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.across.home import listings
from nmiss.across.home.calendar_forms import DatesOfMonth
from nmiss.across.home.months import WEEKDAYS, month_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only


@only(*Role)
@require_safe
def calendar_list(request: HttpRequest) -> HttpResponse:
    """The dates from one day to another."""
    asked = listings.KEY_DATES.on(request)
    context = asked.context(kept=_kept(request))
    return TemplateResponse(request, "home/calendar_list.html", context)


@only(*Role)
@require_safe
def calendar_month(request: HttpRequest) -> HttpResponse:
    """The dates of a month."""
    today = timezone.localdate()
    form = DatesOfMonth(request.GET, user=request.user, today=today)
    dates = form.found()
    first = form.cleaned_data.get("month") or today.replace(day=1)
    context = {
        "form": form,
        "month": month_of(first, dates, today=today),
        "count": len(dates),
        "weekdays": WEEKDAYS,
        "kept": _kept(request),
    }
    return TemplateResponse(request, "home/calendar_month.html", context)


def _kept(request: HttpRequest) -> str:
    """Whose dates and of which kind, for the addresses of the other view and other months."""
    kept = [(name, request.GET[name]) for name in ("whose", "kind") if request.GET.get(name)]
    return urlencode(kept)
