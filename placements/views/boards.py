"""Boards: phase transfers, children whose school leaves or closes, choices off the DPS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow
from placements import (
    at_risk_listings,
    choice_listings,
    consultation_forms,
    consulting_several,
    forms,
    permissions,
)
from placements.models import Consultation, ConsultationPack
from placements.reports import at_risk
from placements.reports.off_dps import off_dps
from providers.models import School


@only(*choice_listings.WHO)
@require_safe
def phase_transfer_list(request: HttpRequest) -> HttpResponse:
    """Children who move to another phase and have no named school, with the weeks left."""
    context = choice_listings.PHASE_TRANSFERS.on(request).context()
    return TemplateResponse(request, "placements/phase_transfer_list.html", context)


@only(*at_risk_listings.WHO)
@require_safe
def children_at_risk(request: HttpRequest) -> HttpResponse:
    """Children at schools that are suspended, leave or close, where else, and what it costs."""
    listed = at_risk_listings.CHILDREN_AT_RISK
    rows = at_risk_listings.rows_of(request.user, request.GET)
    urn = at_risk_listings.asked(request.GET).cleaned_data["school"]
    context = listed.on(request, rows=rows).context(
        cost=sum(row.cost_a_year for row in rows),
        effect=at_risk.EffectOnCost.of_rows(rows),
        schools=sorted({(str(row.placement.school), row.placement.school.urn) for row in rows}),
        only_school=rows[0].placement.school if urn and rows else None,
        may_consult=permissions.can_keep_cases(request.user),
    )
    return TemplateResponse(request, "placements/children_at_risk.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def children_consult(request: HttpRequest, urn: int) -> HttpResponse:
    """Ask the nearest schools with places for several children of one school at once."""
    school, today = get_object_or_404(School, urn=urn), timezone.localdate()
    above = f"{reverse('placements:children_at_risk')}?school={urn}"
    rows = at_risk.children_at_risk(today, by=request.user, urn=urn)
    rows = at_risk.with_matches(rows, today=today)
    packs = consulting_several.newest_packs([row.case for row in rows if row.case])
    children = _to_consult(rows, packs)
    form = consultation_forms.ConsultForSeveral(
        request.POST if request.method == "POST" else None,
        children=children,
        seen=consulting_several.digest_of_newest_packs(packs),
    )
    if form.is_valid():
        try:
            sent = consulting_several.send_for_several(
                form.asked,
                by=request.user,
                among=list(packs),
                seen=form.cleaned_data["seen"],
                today=today,
            )
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said(len(sent), len(form.asked)))
            return redirect(above)
    context = {
        "form": form if children else None,
        "school": school,
        "above": above,
        "packs": [(each, packs[each.case]) for each in children],
        "without_case": [row.placement.child for row in rows if not row.case],
        "without_pack": [row for row in rows if row.case and row.case not in packs],
        "due_on": Consultation.due_when_sent(today),
    }
    return TemplateResponse(request, "placements/children_consult.html", context)


def _to_consult(
    rows: Sequence[at_risk.AtRisk], packs: Mapping[int, ConsultationPack]
) -> list[consultation_forms.ToConsult]:
    """The children whose case has a pack, each with the nearest schools that may be asked now."""
    ready = [row for row in rows if row.case in packs]
    urns = {each.urn for row in ready for each in row.matches}
    can_answer = consulting_several.can_be_asked_now(urns)
    already = consulting_several.asked_already(list(packs))
    found = []
    for row in ready:
        schools = [
            (each.urn, at_risk_listings.in_words(each))
            for each in row.matches
            if each.urn in can_answer and (row.case, each.urn) not in already
        ]
        if schools:
            reference = row.placement.child.reference
            found.append(consultation_forms.ToConsult(row.case, reference, schools))
    return found


def _said(consultations: int, children: int) -> str:
    sent = "1 consultation" if consultations == 1 else f"{consultations} consultations"
    about = "1 child" if children == 1 else f"{children} children"
    return f"We sent {sent} about {about}, and emailed the schools’ people."


@only(*choice_listings.WHO)
@require_safe
def off_dps_report(request: HttpRequest) -> HttpResponse:
    """How many schools were chosen off the DPS in a month, why, and how much more they cost."""
    form = forms.OffDps(request.GET, today=timezone.localdate())
    context: dict[str, object] = {"form": form, "report": None}
    if form.is_valid():
        report = off_dps(form.first, by=request.user)
        listed = choice_listings.OFF_DPS_CHOICES.on(request, rows=report.rows)
        context |= listed.context(report=report)
    return TemplateResponse(request, "placements/off_dps_report.html", context | {"form": form})
