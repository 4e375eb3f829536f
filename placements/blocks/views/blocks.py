"""Block purchases: listed, read, recorded, filled, voided; and weighed up beforehand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.pictures import LimitLine, LineChart
from placements.blocks import forms, listings, permissions, what_if
from placements.blocks.report import BlockUse, uses_of, with_stays
from placements.models import BlockPurchase
from providers.models import School

WHO = tuple(Role.with_cases())
METHODS = ["GET", "HEAD", "POST"]


@only(*WHO)
@require_safe
def block_list(request: HttpRequest) -> HttpResponse:
    """All blocks, and how far they are filled."""
    context = listings.BLOCKS.on(request).context()
    return TemplateResponse(request, "placements/blocks/block_list.html", context)


@only(*WHO)
@require_safe
def block_detail(request: HttpRequest, block: int) -> HttpResponse:
    """A block, its use by month, and the placements in it by their references."""
    found = _find(request, block)
    [use] = uses_of([found], timezone.localdate())
    context = {
        "bought": found,
        "use": use,
        "standing": found.standing(use.on),
        "picture": _picture(use) if use.days else "",
        "placements": sorted(found.placements.all(), key=lambda each: each.starts_on),
        "may_fill": permissions.can_fill_blocks(request.user) and not found.is_voided,
        "fitting": found.fitting().count() if not found.is_voided else 0,
        "may_void": permissions.can_buy_blocks(request.user) and not found.is_voided,
    }
    return TemplateResponse(request, "placements/blocks/block_detail.html", context)


@only(Role.MANAGER)
@require_http_methods(METHODS)
def block_add(request: HttpRequest, urn: int) -> HttpResponse:
    """Record that the council has bought places of a school."""
    school = get_object_or_404(School.objects.visible_to(request.user), urn=urn)
    must(permissions.can_buy_blocks(request.user))
    form = forms.BlockAdd(request.POST if request.method == "POST" else None, school=school)
    if form.is_valid():
        bought = BlockPurchase.buy(school, by=request.user, **form.cleaned_data)
        messages.success(request, f"{bought.reference} is saved.")
        return redirect("placements:block_detail", bought.pk)
    context = {"form": form, "school": school, "has_lots": form.fields["lot"].queryset.exists()}
    return TemplateResponse(request, "placements/blocks/block_add.html", context)


@only(*permissions.FILLERS)
@require_http_methods(METHODS)
def block_fill(request: HttpRequest, block: int) -> HttpResponse:
    """Put block placements of the school into the block: their own fee counts no more."""
    found = _find(request, block)
    must(permissions.can_fill_blocks(request.user))
    form = forms.BlockFill(request.POST if request.method == "POST" else None, block=found)
    if form.is_valid():
        placements = list(form.cleaned_data["placements"])
        found.take_in(placements, by=request.user)
        words = "placement is" if len(placements) == 1 else "placements are"
        messages.success(request, f"{len(placements)} {words} in {found.reference}.")
        return redirect("placements:block_detail", found.pk)
    context = {"form": form, "bought": found, "fitting": form.fields["placements"].queryset}
    return TemplateResponse(request, "placements/blocks/block_fill.html", context)


@only(Role.MANAGER)
@require_http_methods(METHODS)
def block_void(request: HttpRequest, block: int) -> HttpResponse:
    """A block was recorded by mistake: it stays on record and costs nothing."""
    found = _find(request, block)
    must(permissions.can_buy_blocks(request.user))
    form = forms.BlockVoid(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.void(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, f"{found.reference} is voided. It stays on record.")
        return redirect("placements:block_detail", found.pk)
    context = {"form": form, "bought": found}
    return TemplateResponse(request, "placements/blocks/block_void.html", context)


@only(*WHO)
@require_safe
def block_what_if(request: HttpRequest) -> HttpResponse:
    """What a block of places would cost beside single places of last year."""
    today = timezone.localdate()
    form = forms.WhatIfForm(request.GET, today=today)
    context = {"form": form, "rows": None}
    if form.is_valid():
        rows = what_if.compare(today, by=request.user, **form.cleaned_data)
        context |= {"rows": rows, **form.cleaned_data, "a_year": rows[0].block_a_year}
    return TemplateResponse(request, "placements/blocks/block_what_if.html", context)


def _find(request: HttpRequest, block: int) -> BlockPurchase:
    return get_object_or_404(with_stays(BlockPurchase.objects.visible_to(request.user)), pk=block)


def _picture(use: BlockUse) -> LineChart:
    points = [(f"{month.first:%b %Y}", float(month.average)) for month in use.months[::-1]]
    limits = [
        LimitLine("Places", float(use.block.places)),
        LimitLine("Break-even", float(use.break_even)),
    ]
    return LineChart(points, limits)
