"""The payment schedule by school and placement, and the rules by which schools bill."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.pages import part_of
from placements.budget import forms, permissions, schedule, schedule_listings
from placements.budget.invoice_rules import InvoiceRules
from placements.endings.signals import terms_between
from placements.reports import kept

WHO = tuple(Role.with_cases())
METHODS = ["GET", "HEAD", "POST"]
MOST_PLACEMENTS = 100  # on one page; of more than these, a school is chosen first


@only(*WHO)
@require_safe
def payment_schedule(request: HttpRequest) -> HttpResponse:
    """What schools should have invoiced by a day, by their agreements, and what we have paid."""
    form = forms.ScheduleAsked(request.GET, today=timezone.localdate())
    context = {"form": form, "may_set": permissions.can_set_budget(request.user)}
    if form.is_valid():
        on = form.cleaned_data["on"]
        found, year = _overview(request, form), financial_year_of(on)
        shown = schedule_listings.PAYMENT_SCHEDULE.on(request, rows=found.listed)
        context |= {
            "on": on,
            "years": f"{year}-{(year + 1) % 100:02}",
            "schools": found.schools,
            "shown_schools": part_of(found.schools, query=request.GET.dict(), beside=1),
            "total": found.total,
            "placements": found.placements,
            "are_too_many": len(found.listed) < found.placements,
            "rules": InvoiceRules.objects.select_related("school").newest_first(),
            **shown.context(),
            "form": form,  # the list has a form of its filters, and none here
        }
    return TemplateResponse(request, "placements/budget/payment_schedule.html", context)


def _overview(request: HttpRequest, form: forms.ScheduleAsked) -> schedule.ScheduleOverview:
    asked = form.cleaned_data
    on, school, only_different = asked["on"], asked["school"], bool(asked["only"])

    def work_out() -> schedule.ScheduleOverview:
        rows = schedule.schedule(on, by=request.user, urn=school)
        most = MOST_PLACEMENTS if school is None else None
        return schedule.ScheduleOverview.of(rows, only_different=only_different, most=most)

    terms = terms_between(*financial_year(financial_year_of(on)))
    return kept.worked_out("schedule", work_out, on, school, only_different, terms)


@only(Role.FINANCE, Role.MANAGER)
@require_http_methods(METHODS)
def invoice_rules_set(request: HttpRequest) -> HttpResponse:
    """Say how schools bill without an agreement, and which VAT comes on top, from a day on."""
    if not permissions.can_set_budget(request.user):
        raise PermissionDenied
    now = InvoiceRules.objects.filter(school=None).newest_first().first()
    usual = {name: getattr(now, name) for name in ("billing", "weeks", "vat_rate")}
    usual["is_vat_recoverable"] = "yes" if now.is_vat_recoverable else "no"
    form = forms.InvoiceRulesSet(request.POST if request.method == "POST" else None, initial=usual)
    if form.is_valid():
        found = InvoiceRules.set_from(by=request.user, **form.cleaned_data)
        messages.success(request, f"The {found} are saved.")
        return redirect("placements:payment_schedule")
    return TemplateResponse(request, "placements/budget/invoice_rules_set.html", {"form": form})
