"""The board of phase transfers, and the monthly report of schools chosen off the DPS."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.base.core.access import only
from placements import at_risk_listings, choice_listings, forms
from placements.reports import at_risk
from placements.reports.off_dps import off_dps


@only(*choice_listings.WHO)
@require_safe
def phase_transfer_list(request: HttpRequest) -> HttpResponse:
    """Children who move to another phase and have no named school, with the weeks left."""
    context = choice_listings.PHASE_TRANSFERS.on(request).context()
    return TemplateResponse(request, "placements/phase_transfer_list.html", context)


@only(*at_risk_listings.WHO)
@require_safe
def children_at_risk(request: HttpRequest) -> HttpResponse:
    """Children at schools that are suspended, leave or close, with what they cost and what next."""
    listed = at_risk_listings.CHILDREN_AT_RISK
    rows = at_risk.children_at_risk(timezone.localdate(), by=request.user)
    context = listed.on(request, rows=rows).context(cost=sum(row.cost_a_year for row in rows))
    return TemplateResponse(request, "placements/children_at_risk.html", context)


@only(*choice_listings.WHO)
@require_safe
def off_dps_report(request: HttpRequest) -> HttpResponse:
    """How many schools were chosen off the DPS in a month, why, and what they cost more."""
    form = forms.OffDps(request.GET, today=timezone.localdate())
    context: dict[str, object] = {"form": form, "report": None}
    if form.is_valid():
        report = off_dps(form.first, by=request.user)
        listed = choice_listings.OFF_DPS_CHOICES.on(request, rows=report.rows)
        context |= listed.context(report=report)
    return TemplateResponse(request, "placements/off_dps_report.html", context | {"form": form})
