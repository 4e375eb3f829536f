"""The tour of the demo, for everybody who looks at it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from nmiss.base.core.access import anyone
from nmiss.demo import guide, waiver


@anyone
@require_safe
def tour(request: HttpRequest) -> HttpResponse:
    """Ten minutes through the hub; where real people work there is none."""
    if not waiver.holds():
        raise Http404
    return TemplateResponse(request, "demo/tour.html", {"tour": guide.as_html()})
