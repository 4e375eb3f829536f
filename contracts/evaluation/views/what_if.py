"""What if the line were higher: past applications at other totals."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from contracts.arrangements.models import EvaluationScheme
from contracts.arrangements.permissions import READERS
from contracts.evaluation import forms, listings
from contracts.evaluation.what_if import what_if
from nmiss.base.core.access import only


@only(*READERS)
@require_safe
def scheme_what_if(request: HttpRequest, scheme: int) -> HttpResponse:
    """How many past applications would pass at other totals."""
    seen = EvaluationScheme.objects.visible_to(request.user).select_related("vehicle").whole()
    found = get_object_or_404(seen, pk=scheme)
    form = forms.OtherMinimums(request.GET)
    minimums = form.cleaned_data["minimums"] if form.is_valid() else ()
    answer = what_if(found, minimums, by=request.user)
    lines = listings.WHAT_IF.on(request, rows=answer.lines)
    context = {"form": form, "scheme": found, "answer": answer, "list": lines}
    return TemplateResponse(request, "contracts/evaluation/scheme_what_if.html", context)
