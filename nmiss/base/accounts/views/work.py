"""Who works on what: handing a record over, and deputies for who is away."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from nmiss.base.accounts import handing_over
from nmiss.base.accounts.forms import NoQuestion
from nmiss.base.accounts.forms_of_work import HandOver, NameDeputy
from nmiss.base.accounts.models import Deputy, Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if

METHODS = ["GET", "HEAD", "POST"]


@only(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.ADMINISTRATOR)
@require_http_methods(METHODS)
def record_hand_over(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Make a record somebody else's, or its team's, with a reason."""
    worked = handing_over.KINDS.get(kind)
    if worked is None:
        raise Http404
    record = get_object_or_404(worked.model.objects.visible_to(request.user), pk=pk)
    people = worked.people(record)
    must(people.filter(pk=request.user.pk).exists())
    stop_if(worked.why_not(record))
    form = HandOver(request.POST if request.method == "POST" else None, people=people)
    if form.is_valid():
        to = form.cleaned_data["to"]
        reason = form.cleaned_data["reason"]
        handing_over.hand_over(record, to=to, by=request.user, reason=reason)
        messages.success(request, f"You handed this over to {to or handing_over.NOBODY}.")
        return redirect(worked.page(record))
    context = {
        "form": form,
        "record": record,
        "page": worked.page(record),
        "owner": handing_over.owner_of(record),
    }
    return TemplateResponse(request, "accounts/record_hand_over.html", context)


@only(*Role.of_the_council())
@require_http_methods(METHODS)
def deputy_name(request: HttpRequest) -> HttpResponse:
    """Name who decides in one's place, from one day to another."""
    form = NameDeputy(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        try:
            named = Deputy.name(by=request.user, **form.cleaned_data)
        except NotAllowedNow as refusal:
            form.add_error("starts_on", str(refusal))
        else:
            messages.success(request, f"{named.deputy} is your deputy on these days.")
            return redirect("accounts:own_account")
    return TemplateResponse(request, "accounts/deputy_name.html", {"form": form})


@only(*Role.of_the_council())
@require_http_methods(METHODS)
def deputy_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide oneself again."""
    named = get_object_or_404(Deputy.objects.of(request.user).with_people(), pk=pk)
    if request.method == "POST":
        named.end(by=request.user)
        messages.success(request, f"{named.deputy} is no longer your deputy.")
        return redirect("accounts:own_account")
    context = {"form": NoQuestion(button="End deputy"), "named": named}
    return TemplateResponse(request, "accounts/deputy_end.html", context)
