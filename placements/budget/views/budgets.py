"""The budget of a financial year, the rows behind its figures, and what finance enters."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.pictures import Bar, Bars
from nmiss.base.core.templatetags.components import millions
from placements import reports
from placements.budget import forms, listings, permissions, report
from placements.budget.intake import PAYMENTS
from placements.budget.report import ContractedShare
from placements.models import BudgetAmount, DeficitYear
from placements.reports import kept

WHO = tuple(Role.with_cases())
METHODS = ["GET", "HEAD", "POST"]


@only(*WHO)
@require_safe
def budget(request: HttpRequest) -> HttpResponse:
    """Budget, payments, commitments and forecast by line, and the path of the deficit."""
    today = timezone.localdate()
    form = forms.BudgetAsked(request.GET, today=today)
    context = {"form": form, "may_set": permissions.can_set_budget(request.user)}
    context["may_import"] = request.user.role in PAYMENTS.roles
    if form.is_valid():
        found = report.budget_of_year(**form.asked, today=today, growth=form.growth_asked)
        year, on = found.year, found.on
        share = (
            _contracted(request, year)
            if on == today
            else report.contracted_share(year, on=on, today=today)
        )
        context |= {
            "budget": found,
            "years": f"{year}-{(year + 1) % 100:02}",
            "is_then": on < today,
            "query": urlencode({"financial_year": year, "as_at": on}),
            "share": share,
            "picture": _picture(share) if share else "",
            "deficit": report.deficit_path(on=on, by=request.user),
        }
    return TemplateResponse(request, "placements/budget/budget.html", context)


@only(*WHO)
@require_safe
def budget_placements(request: HttpRequest) -> HttpResponse:
    """What each placement is bound and expected to cost, as known on a day."""
    form = listings.asked(request.GET, timezone.localdate())
    context = listings.BUDGET_PLACEMENTS.on(request).context(**_of(form))
    return TemplateResponse(request, "placements/budget/budget_placements.html", context)


@only(*WHO)
@require_safe
def payment_list(request: HttpRequest) -> HttpResponse:
    """The payments of a financial year up to a day."""
    form = listings.asked(request.GET, timezone.localdate())
    context = listings.PAYMENTS.on(request).context(**_of(form))
    return TemplateResponse(request, "placements/budget/payment_list.html", context)


@only(Role.FINANCE, Role.MANAGER)
@require_http_methods(METHODS)
def budget_set(request: HttpRequest) -> HttpResponse:
    """Enter what a line may cost; what was entered before stays on record."""
    if not permissions.can_set_budget(request.user):
        raise PermissionDenied
    asked = {name: request.GET[name] for name in ("financial_year", "line") if name in request.GET}
    form = forms.BudgetSet(request.POST if request.method == "POST" else None, initial=asked)
    if form.is_valid():
        entered = BudgetAmount.enter(by=request.user, **form.cleaned_data)
        messages.success(request, f"The {entered} is saved.")
        return redirect("placements:budget")
    return TemplateResponse(request, "placements/budget/budget_set.html", {"form": form})


@only(Role.FINANCE, Role.MANAGER)
@require_http_methods(METHODS)
def deficit_set(request: HttpRequest) -> HttpResponse:
    """State the deficit of a year; what was stated before stays on record."""
    if not permissions.can_set_budget(request.user):
        raise PermissionDenied
    initial = {"financial_year": financial_year_of(timezone.localdate())}
    form = forms.DeficitSet(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        entered = DeficitYear.enter(by=request.user, **form.cleaned_data)
        messages.success(request, f"The {entered} is saved.")
        return redirect("placements:budget")
    return TemplateResponse(request, "placements/budget/deficit_set.html", {"form": form})


def _contracted(request: HttpRequest, year: int) -> ContractedShare:
    first, last = financial_year(year)
    window = reports.Window(first, last, year)
    status = kept.worked_out(
        "dps", lambda: reports.dps_status(window, by=request.user), window, timezone.localdate()
    )
    return ContractedShare(total=status.total.spend, contracted=status.dps.spend)


def _picture(share: ContractedShare) -> Bars:
    words = f"{millions(share.contracted)} + {millions(share.other)}"
    bar = Bar("Gross forecast spend", [float(share.contracted), float(share.other)], words)
    return Bars([bar], ("Contracted providers", "Other providers"))


def _of(form: forms.BudgetRows) -> dict[str, object]:
    year = form.asked["year"]
    lines = dict(form.fields["line"].choices)
    return {
        "years": f"{year}-{(year + 1) % 100:02}",
        "on": form.asked["on"],
        "of": lines[form.cleaned_data["line"]] if form.cleaned_data["line"] else "",
        "back": urlencode({"financial_year": year, "as_at": form.asked["on"]}),
    }
