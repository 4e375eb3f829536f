"""Choosing a school for a child, by its consultation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from placements import choosing, consultation_forms, permissions
from placements.models import Directed, SchoolChoice
from placements.views.cases import METHODS
from placements.views.consultations import asked_on_the_dps, find
from placements.voiding import void_choice


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def school_choose(request: HttpRequest, consultation: int) -> HttpResponse:
    """Accept an offer, use a duty to admit, or carry out what others have decided."""
    found = find(request, consultation)
    stop_if(permissions.why_not_choose(found, Directed.PREFERENCE))
    is_on_dps, reply = choosing.is_on_dps(found), found.reply
    form = consultation_forms.ChooseSchool(
        request.POST if request.method == "POST" else None,
        seen=choosing.digest_of_offer(found),
        is_on_dps=is_on_dps,
        is_offered=bool(reply and reply.is_offer),
    )
    if form.is_valid():
        try:
            made = choosing.choose(found, by=request.user, **form.cleaned_data)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said(made))
            return redirect("placements:consultation_detail", found.pk)
    context = {
        "form": form,
        "consultation": found,
        "is_on_dps": is_on_dps,
        "reply": found.replies.sent().with_parts().newest_first().first(),
        "why_not": permissions.why_not_choose(found, ""),
        "asked": asked_on_the_dps(found),
    }
    return TemplateResponse(request, "placements/school_choose.html", context)


@only(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)
@require_http_methods(METHODS)
def school_choice_void(request: HttpRequest, choice: int) -> HttpResponse:
    """Take back a choice that a colleague made by mistake; the schools are asked on."""
    choices = SchoolChoice.objects.visible_to(request.user)
    parts = ("case__child", "consultation__school", "proposal", "chosen_by")
    found = get_object_or_404(choices.select_related(*parts), pk=choice)
    stop_if(permissions.why_not_void_choice(request.user, found))
    form = consultation_forms.VoidChoice(request.POST if request.method == "POST" else None)
    if form.is_valid():
        void_choice(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The choice is voided. We have told the schools.")
        return redirect("placements:consultation_detail", found.consultation_id)
    context = {"form": form, "choice": found}
    return TemplateResponse(request, "placements/school_choice_void.html", context)


def _said(made: object) -> str:
    if isinstance(made, SchoolChoice):
        return "The school is chosen. We have told it, and the other schools that were consulted."
    return "Your proposal is sent. A commissioning manager must agree before the school is chosen."
