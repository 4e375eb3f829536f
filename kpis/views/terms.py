"""Terms of the council."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from kpis import drafting, forms, permissions
from kpis.models import Term
from nmiss.base.core.access import only


@only(*permissions.READERS)
@require_safe
def term_list(request: HttpRequest) -> HttpResponse:
    """All terms, the newest first."""
    context = {
        "terms": Term.objects.visible_to(request.user).newest_first(),
        "may_add": permissions.can_add_terms(request.user),
    }
    return TemplateResponse(request, "kpis/term_list.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def term_add(request: HttpRequest) -> HttpResponse:
    """Add a term."""
    form = forms.AddTerm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        term = drafting.add_term(by=request.user, **form.cleaned_data)
        messages.success(request, f"The term {term} is saved.")
        return redirect("kpis:term_list")
    return TemplateResponse(request, "kpis/term_add.html", {"form": form})
