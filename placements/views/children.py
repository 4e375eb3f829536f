"""Children: by reference only. Every look at a child's page is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nmiss.accounts.models import Role
from nmiss.core.access import only
from nmiss.core.pages import page_of, tally
from nmiss.core.rows import rows_as_html
from placements import filters, permissions, reports
from placements.models import Child, Placement
from placements.rows import CHILDREN

WHO = (
    Role.OFFICER,
    Role.MANAGER,
    Role.PLACEMENTS,
    Role.AUDITOR,
    Role.PROVIDER,
)


@only(*WHO)
@require_safe
def child_list(request: HttpRequest) -> HttpResponse:
    """The children that this person sees, with where each is today."""
    today = timezone.localdate()
    seen = Child.objects.visible_to(request.user)
    children = filters.Children(request.GET, queryset=seen, by=request.user)
    found = reports.with_place_today(children.qs, on=today, by=request.user)
    page = page_of(found, by="reference", query=request.GET.dict())
    context = {
        "filter": children,
        "count": tally(children.qs),
        "page": page,
        "rows": rows_as_html(page, CHILDREN),
        "today": today,
    }
    return TemplateResponse(request, "placements/child_list.html", context)


@only(*WHO)
@require_safe
def child_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """One child: its places over time. Who looked, and at what, is written down."""
    children = Child.objects.visible_to(request.user).select_related("identity")
    child = get_object_or_404(children, reference=reference)
    with_identity = permissions.can_see_identity(request.user, child)
    child.note_look(by=request.user, with_identity=with_identity)
    today = timezone.localdate()
    placements = Placement.objects.visible_to(request.user).filter(child=child)
    context = {
        "child": child,
        "nc_year": child.nc_year(on=today),
        "identity": child.identity if with_identity else None,
        "placements": placements.select_related("school", "lot").newest_first(),
        "looks": _looks(request, child),
        "today": today,
    }
    return TemplateResponse(request, "placements/child_detail.html", context)


def _looks(request: HttpRequest, child: Child) -> list:
    if not permissions.can_see_looks(request.user, child):
        return []
    return list(child.looks.select_related("looked_by").newest_first()[:20])
