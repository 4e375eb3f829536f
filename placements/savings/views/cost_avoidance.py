"""The report on cost avoidance, and the rows of the ledger behind each of its figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from placements.savings import forms, listings, report

WHO = tuple(Role.with_cases())


@only(*WHO)
@require_safe
def cost_avoidance(request: HttpRequest) -> HttpResponse:
    """The total of an academic year, with its workings by request, school, provider and funder."""
    today = timezone.localdate()
    form = forms.CostAvoidanceOfYear(request.GET, today=today)
    context = {"form": form, "today": today}
    if form.is_valid():
        context |= listings.COST_AVOIDANCE_REQUESTS.on(request).context(
            savings=report.savings_of_year(form.year, by=request.user),
            years=f"{form.year}/{(form.year + 1) % 100:02}",
        )
    return TemplateResponse(
        request, "placements/savings/cost_avoidance.html", context | {"form": form}
    )


@only(*WHO)
@require_safe
def cost_avoidance_rows(request: HttpRequest) -> HttpResponse:
    """Every row of the ledger in a year; of one request, school or provider where it is named."""
    form = forms.CostAvoidanceRows(request.GET, today=timezone.localdate()).read()
    asked = form.cleaned_data
    context = listings.COST_AVOIDANCE_LEDGER.on(request).context(
        of=asked["request"] or asked["school"] or asked["provider"],
        year=form.year,
        years=f"{form.year}/{(form.year + 1) % 100:02}",
    )
    return TemplateResponse(request, "placements/savings/cost_avoidance_rows.html", context)
