"""What our clocks count by: the law's numbers, and days on which our offices are closed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contracts.arrangements import listings, numbers, permissions
from contracts.arrangements.forms import rounds as forms
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.core.templatetags.components import day

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def legal_number_list(request: HttpRequest) -> HttpResponse:
    """Legal time limits that drive our clocks, each with its days and its source."""
    context = listings.LEGAL_NUMBERS.on(request).context()
    return TemplateResponse(request, "contracts/arrangements/legal_number_list.html", context)


@only(Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def legal_number_succeed(request: HttpRequest, number: int) -> HttpResponse:
    """Write down the number that follows one, from a day to come."""
    found = get_object_or_404(LegalParameter, pk=number)
    must(permissions.can_change_the_laws_numbers(request.user))
    stop_if(permissions.why_not_succeed_number(request.user, found))
    form = forms.NextNumber(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            following = numbers.succeed(found, by=request.user, **form.cleaned_data)
        except NotAllowedNow as refusal:
            form.add_error("valid_from", str(refusal))
        else:
            messages.success(request, f"From {day(following.valid_from)} it is {following.value}.")
            return redirect("contracts:legal_number_list")
    context = {"form": form, "number": found}
    return TemplateResponse(request, "contracts/arrangements/legal_number_succeed.html", context)


@only(*WHO)
@require_http_methods(["GET", "HEAD", "POST"])
def days_off(request: HttpRequest) -> HttpResponse:
    """The days on which our offices are closed, beside weekends and bank holidays."""
    may_change = permissions.can_run_vehicle(request.user)
    must(may_change or request.method != "POST")
    form = forms.DayOff(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            closed = numbers.close_offices(**form.cleaned_data, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error("day", str(refusal))
        else:
            messages.success(request, f"{day(closed.day)} is no working day.")
            return redirect("contracts:days_off")
    context = listings.DAYS_OFF.on(request).context(form=form if may_change else None)
    return TemplateResponse(request, "contracts/arrangements/days_off.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_POST
def day_off_remove(request: HttpRequest, day_off: int) -> HttpResponse:
    """Work on that day after all."""
    numbers.open_offices(get_object_or_404(NonWorkingDay, pk=day_off), by=request.user)
    messages.success(request, "It is a working day again.")
    return redirect("contracts:days_off")
