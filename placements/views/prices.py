"""Prices of a placement: read by its reference, added, changed, ended, voided."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Manager
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.days import financial_year_of
from nmiss.base.core.templatetags.components import day
from placements import permissions, price_forms
from placements.fees.listed import prices_listed
from placements.fees.models import PriceListLine
from placements.models import Placement, PriceLine
from placements.reports.price_page import price_page

METHODS = ["GET", "HEAD", "POST"]
WRITERS = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def placement_prices(request: HttpRequest, reference: str) -> HttpResponse:
    """All prices of one placement, and what they come to. It says nothing of who the child is."""
    # Of a voided placement the council reads what was voided with it.
    on_record = Placement.objects if request.user.is_provider else Placement.on_record
    placement = _find(request, reference, on_record)
    today = timezone.localdate()
    context = {
        "placement": placement,
        **price_page(placement, on=today, with_voided=not request.user.is_provider),
        "year": financial_year_of(today),
        "may_see_child": permissions.can_see_children(request.user),
        "may_change": permissions.can_change_prices(request.user) and not placement.is_voided,
    }
    return TemplateResponse(request, "placements/placement_prices.html", context)


@only(*WRITERS)
@require_http_methods(METHODS)
def price_add(request: HttpRequest, reference: str) -> HttpResponse:
    """A new price from a day on."""
    placement = _find(request, reference)
    if not permissions.can_change_prices(request.user):
        raise PermissionDenied
    posted = request.POST if request.method == "POST" else None
    listed = prices_listed(placement, placement.starts_on)
    form = price_forms.PriceAdd(
        posted, initial=_asked(request, placement, listed), placement=placement
    )
    if form.is_valid():
        reason = form.cleaned_data.pop("difference")
        line = PriceLine.of(placement, **form.cleaned_data)
        line.add(by=request.user, listed=form.listed, reason=reason)
        messages.success(request, f"The price from {day(line.starts_on)} is added.")
        return redirect("placements:placement_prices", placement.reference)
    context = {"form": form, "placement": placement, "listed": listed}
    return TemplateResponse(request, "placements/price_add.html", context)


@only(*WRITERS)
@require_http_methods(METHODS)
def price_change(request: HttpRequest, line: int) -> HttpResponse:
    """Another amount from a day on: this line ends the day before."""
    found = _find_line(request, line)
    form = price_forms.PriceChange(_posted(request), line=found)
    if form.is_valid():
        following = found.change(by=request.user, **form.cleaned_data)
        messages.success(request, f"The new price counts from {day(following.starts_on)}.")
        return redirect("placements:placement_prices", found.placement.reference)
    return _page(request, "price_change", form, found)


@only(*WRITERS)
@require_http_methods(METHODS)
def price_end(request: HttpRequest, line: int) -> HttpResponse:
    """No such price after a day."""
    found = _find_line(request, line)
    form = price_forms.PriceEnd(_posted(request), line=found)
    if form.is_valid():
        found.end(by=request.user, **form.cleaned_data)
        messages.success(request, f"The price ends on {day(found.ends_on)}.")
        return redirect("placements:placement_prices", found.placement.reference)
    return _page(request, "price_end", form, found)


@only(*WRITERS)
@require_http_methods(METHODS)
def price_void(request: HttpRequest, line: int) -> HttpResponse:
    """A price that was entered by mistake stays on record and counts on no day."""
    found = _find_line(request, line)
    form = price_forms.PriceVoid(_posted(request))
    if form.is_valid():
        found.void(by=request.user, **form.cleaned_data)
        messages.success(request, "The price is voided. It stays on record.")
        return redirect("placements:placement_prices", found.placement.reference)
    return _page(request, "price_void", form, found)


def _asked(
    request: HttpRequest, placement: Placement, listed: list[PriceListLine]
) -> dict[str, object]:
    """What the form holds at first: what the address asks for, at the price of the list."""
    asked = {name: request.GET[name] for name in ("kind", "unit") if name in request.GET}
    for line in listed:
        if line.kind == asked.get("kind"):
            price = {"unit": line.unit, "amount": line.amount, "starts_on": placement.starts_on}
            return price | {"kind": line.kind}
    return asked


def _find(
    request: HttpRequest, reference: str, places: Manager[Placement] = Placement.objects
) -> Placement:
    placements = places.visible_to(request.user).select_related("school", "child", "block")
    return get_object_or_404(placements.with_references([reference]))


def _find_line(request: HttpRequest, line: int) -> PriceLine:
    lines = PriceLine.objects.visible_to(request.user).select_related("placement__school")
    found = get_object_or_404(lines, pk=line)
    if not permissions.can_change_prices(request.user):
        raise PermissionDenied
    return found


def _posted(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def _page(request: HttpRequest, name: str, form: object, line: PriceLine) -> HttpResponse:
    context = {"form": form, "line": line, "placement": line.placement}
    return TemplateResponse(request, f"placements/{name}.html", context)
