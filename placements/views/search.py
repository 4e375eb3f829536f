"""The search of the header."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from contracts.arrangements.permissions import READERS
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from placements import reports


@only(*Role.with_cases())
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Schools and providers by name, children by reference, applications by number."""
    words = request.GET.get("words", "").strip()
    context = {
        "words": words,
        "found": reports.search(words, by=request.user),
        "may_see_applications": request.user.role in READERS,
    }
    return TemplateResponse(request, "placements/search.html", context)
