"""Price lists of a school: read, added, voided."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.models import Lot
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.templatetags.components import day
from placements.fees import permissions, price_list_forms
from placements.fees.models import PriceList
from providers.models import School

METHODS = ["GET", "HEAD", "POST"]


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def price_lists(request: HttpRequest, urn: int) -> HttpResponse:
    """What a school asks in each lot, and what it asked before."""
    school = _find(request, urn)
    today = timezone.localdate()
    lists = list(PriceList.objects.visible_to(request.user).filter(school=school).with_lines())
    lists.sort(key=lambda each: (str(each.lot), -each.starts_on.toordinal(), -each.pk))
    if request.user.is_provider:
        lists = [each for each in lists if not each.is_voided]
    context = {
        "school": school,
        "lists": [(each, each.standing(today)) for each in lists],
        "may_add": permissions.can_keep_price_lists(request.user) and _lots(school).exists(),
        "may_void": permissions.can_keep_price_lists(request.user),
    }
    return TemplateResponse(request, "placements/fees/price_lists.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def price_list_add(request: HttpRequest, urn: int) -> HttpResponse:
    """A new price list from a day on, which starts from the newest there is."""
    school = _find(request, urn)
    lots = list(_lots(school))
    newest = PriceList.newest_of(school, lots[0]) if len(lots) == 1 else None
    form = price_list_forms.PriceListAdd(
        request.POST if request.method == "POST" else None,
        school=school,
        lots=lots,
        before=list(newest.lines.in_order()) if newest else [],
    )
    if form.is_valid():
        added = PriceList.add(
            school,
            form.cleaned_data["lot"],
            form.lines,
            by=request.user,
            starts_on=form.cleaned_data["starts_on"],
        )
        messages.success(request, f"The price list from {day(added.starts_on)} is saved.")
        return redirect("placements:price_lists", urn)
    context = {"form": form, "school": school}
    return TemplateResponse(request, "placements/fees/price_list_add.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def price_list_void(request: HttpRequest, price_list: int) -> HttpResponse:
    """The newest price list was a mistake: it stays on record, and the one before goes on."""
    lists = PriceList.objects.visible_to(request.user).select_related("school", "lot__vehicle")
    found = get_object_or_404(lists, pk=price_list)
    must(permissions.can_keep_price_lists(request.user))
    form = price_list_forms.PriceListVoid(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.void(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The price list is voided. It stays on record.")
        return redirect("placements:price_lists", found.school.urn)
    context = {"form": form, "list": found, "school": found.school}
    return TemplateResponse(request, "placements/fees/price_list_void.html", context)


def _find(request: HttpRequest, urn: int) -> School:
    return get_object_or_404(School.objects.visible_to(request.user), urn=urn)


def _lots(school: School) -> object:
    """The lots in which the school is or was."""
    lots = Lot.objects.filter(memberships__school=school).select_related("vehicle")
    return lots.order_by("vehicle__name", "number").distinct()
