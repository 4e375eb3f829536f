"""The log of visits and concerns, which commissioning alone reads."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from kpis import permissions
from kpis.consequence_forms import NoteSchool
from kpis.consequence_listings import NOTES
from kpis.models import SchoolNote, Theme
from nmiss.base.core.access import only
from providers.models import School

COMMISSIONING = permissions.COMMISSIONING


@only(*COMMISSIONING)
@require_safe
def note_list(request: HttpRequest) -> HttpResponse:
    """All notes, the newest first, and how often each theme comes up over schools."""
    seen = SchoolNote.objects.visible_to(request.user).order_by()
    counted = seen.values_list("theme").annotate(
        Count("pk"), schools=Count("school", distinct=True)
    )
    themes = [
        (Theme(theme), count, schools)
        for theme, count, schools in sorted(counted, key=lambda each: (-each[2], each[0]))
    ]
    return TemplateResponse(
        request, "kpis/note_list.html", NOTES.on(request).context(themes=themes)
    )


@only(*COMMISSIONING)
@require_http_methods(["GET", "HEAD", "POST"])
def note_add(request: HttpRequest, urn: int) -> HttpResponse:
    """Note a visit or a concern at a school."""
    school = get_object_or_404(School.objects.visible_to(request.user), urn=urn)
    form = NoteSchool(request.POST if request.method == "POST" else None)
    if form.is_valid():
        SchoolNote.note(school, by=request.user, **form.cleaned_data)
        messages.success(request, "The note is saved.")
        return redirect("kpis:note_list")
    context = {"form": form, "school": school}
    return TemplateResponse(request, "kpis/note_add.html", context)
