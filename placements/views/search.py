"""The search of the header."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from nmiss.accounts.models import Role
from nmiss.core.access import only
from placements import reports


@only(*Role.with_cases())
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Schools and providers of a name, and children of a reference."""
    words = request.GET.get("words", "").strip()
    context = {"words": words, "found": reports.search(words, by=request.user)}
    return TemplateResponse(request, "placements/search.html", context)
