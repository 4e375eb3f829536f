"""Schools: the list in which one is found, and the record of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.base.accounts.models import User
from nmiss.base.core.access import only
from nmiss.base.core.pages import Order, page_of, tally
from placements import listings, permissions, reports
from placements.agreements.permissions import can_read_checks
from placements.agreements.pre_placement import PrePlacementCheck
from placements.blocks.permissions import can_buy_blocks
from placements.fees.permissions import can_negotiate
from placements.models import Placement
from providers.figures import figures_of
from providers.models import School, VacancyReport, VacancyRules
from providers.permissions import can_record_inspections

WHO = listings.SCHOOLS.roles
NEWEST_FIRST = Order("starts_on", falling=True)
PERIODS = 20
INSPECTIONS = 10
CHILDREN = 10  # on the page of a school; the list of children has all


@only(*WHO)
@require_safe
def school_list(request: HttpRequest) -> HttpResponse:
    """Every school that this person sees, with its lot and its children today."""
    schools = listings.SCHOOLS.on(request)
    narrowed = schools.narrowed
    if schools.form.is_valid() and schools.count.number <= reports.MOST_WITH_COUNTS:
        narrowed.show_counts()
    context = schools.context(
        near=narrowed.position,
        is_guess=narrowed.is_guess,
        today=timezone.localdate(),
    )
    return TemplateResponse(request, "placements/school_list.html", context)


@only(*WHO)
@require_safe
def school_detail(request: HttpRequest, urn: int) -> HttpResponse:
    """One school: its facts, its memberships over time, its children today."""
    schools = School.objects.visible_to(request.user).select_related("authority", "provider")
    school = get_object_or_404(schools, urn=urn)
    today = timezone.localdate()
    placements = Placement.objects.visible_to(request.user).filter(school=school).on(today)
    context = {
        "school": school,
        "needs": school.needs.order_by("need"),
        **_line_of(school, request.user),
        "periods": school.periods.newest_first()[:PERIODS],
        "memberships": school.memberships.with_suspended(today)
        .select_related("lot__vehicle", "provider")
        .newest_first(),
        "kept": school.kept_facts.select_related("kept_by").by_column(),
        "count": tally(placements),
        "page": page_of(
            reports.with_cost(placements, on=today)
            .select_related("child", "lot")
            .with_earlier_schools(),
            NEWEST_FIRST,
            query=request.GET.dict(),
            rows=CHILDREN,
        ),
        **figures_of(VacancyReport.newest_of(school), VacancyRules.objects.in_force(today), today),
        "inspections": school.inspections.that_count().newest_first()[:INSPECTIONS],
        "may_record_inspections": can_record_inspections(request.user),
        "may_read_checks": can_read_checks(request.user),
        "check": PrePlacementCheck.newest_of(school),
        "is_member": school.memberships.on(today).exists(),
        "judged": school.standings.newest_first().first(),
        "may_enter_fees": can_negotiate(request.user),
        "may_buy_blocks": can_buy_blocks(request.user),
        "may_see_children": permissions.can_see_children(request.user),
        "today": today,
    }
    return TemplateResponse(request, "placements/school_detail.html", context)


def _line_of(school: School, user: User) -> dict[str, object]:
    """What the school was before and what it has become, as far as this person sees those."""
    seen = School.objects.visible_to(user)
    before = school.predecessions.filter(predecessor__in=seen)
    after = school.successions.filter(successor__in=seen)
    return {
        "before": before.with_schools().oldest_first(),
        "after": after.with_schools().oldest_first(),
    }
