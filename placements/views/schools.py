"""Schools: the list in which one is found, and the record of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import only
from nmiss.base.core.pages import page_of, tally
from nmiss.base.core.rows import rows_as_html
from placements import filters, permissions, reports
from placements.models import Placement
from placements.rows import columns_of_schools
from providers.models import School

COLUMNS = {"name": "name", "distance": "metres_squared"}
WHO = (*Role.with_cases(), Role.PROVIDER)
PERIODS = 20


@only(*WHO)
@require_safe
def school_list(request: HttpRequest) -> HttpResponse:
    """Every school that this person sees, with its lot and its children today."""
    today = timezone.localdate()
    narrowing = filters.OurSchools if request.user.is_provider else filters.Schools
    schools = narrowing(request.GET, queryset=School.objects.visible_to(request.user))
    found = reports.with_today(schools.qs, on=today, by=request.user)
    count = tally(schools.qs)
    if schools.form.is_valid() and count.number <= reports.MOST_WITH_COUNTS:
        schools.show_counts()
    page = page_of(found.as_listed(), by=COLUMNS[schools.order], query=request.GET.dict())
    context = {
        "form": schools.form,
        "near": schools.position,
        "order": schools.order,
        "is_guess": schools.is_guess,
        "count": count,
        "page": page,
        "rows": rows_as_html(page, columns_of_schools(with_miles=bool(schools.position))),
        "today": today,
    }
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
        .select_related("lot", "provider")
        .newest_first(),
        "kept": school.kept_facts.select_related("kept_by").by_column(),
        "count": tally(placements),
        "page": page_of(
            placements.select_related("child", "lot").with_earlier_schools(),
            by="starts_on",
            query=request.GET.dict(),
            newest_first=True,
        ),
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
