"""Children at schools that leave because their provider declined an extension."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contracts.models import ExtensionOption
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from placements import permissions
from placements.reports.leaving import leaving_schools


@only(*Role.with_cases())
@require_safe
def extension_schools(request: HttpRequest, option: int) -> HttpResponse:
    """Each school that leaves, with how many children are placed there today."""
    seen = ExtensionOption.objects.visible_to(request.user).select_related("vehicle")
    found = get_object_or_404(seen, pk=option)
    schools = leaving_schools(found, user=request.user, on=timezone.localdate())
    context = {
        "option": found,
        "schools": schools,
        "children": sum(each.children for each in schools),
        "may_see_children": permissions.can_see_children(request.user),
    }
    return TemplateResponse(request, "placements/extension_schools.html", context)
