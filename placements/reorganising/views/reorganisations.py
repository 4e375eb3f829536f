"""Reorganisations: the dry run, its plan, its proposal; authorities, districts, home districts."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nmiss.base.accounts.models import Proposal
from nmiss.base.accounts.permissions import proposals_with_moves
from nmiss.base.core.access import only
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.lifecycle import stop_if
from placements.models import Child
from placements.reorganising import forms, permissions, transferring
from placements.reorganising.models import (
    REORGANISATION,
    DistrictTransfer,
    HomeDistrict,
    Reorganisation,
)
from placements.reorganising.report import dry_run, without_district
from providers.models import District, LocalAuthority, School

METHODS = ["GET", "HEAD", "POST"]
MOST = 100  # children listed at once
_HOMES = HomeDistrict.objects.filter(district=OuterRef("pk"))
_TRANSFERS = DistrictTransfer.objects.filter(district=OuterRef("pk"))
_SCHOOLS = School.objects.filter(authority=OuterRef("pk"))


@only(*permissions.READERS)
@require_safe
def reorganisation_list(request: HttpRequest) -> HttpResponse:
    """Plans, and the districts of each authority."""
    context = {
        "plans": Reorganisation.objects.visible_to(request.user)
        .with_parties()
        .with_standing()
        .newest_first(),
        "districts": District.objects.select_related("authority")
        .annotate(is_used=Exists(_HOMES) | Exists(_TRANSFERS))
        .order_by("authority__name", "name"),
        "new_ones": LocalAuthority.objects.exclude(~Q(code=""), first_on=None, last_on=None)
        .annotate(is_used=Exists(_SCHOOLS))
        .order_by("name"),
        "may_plan": request.user.role in permissions.PLANNERS,
    }
    return TemplateResponse(request, "placements/reorganising/reorganisation_list.html", context)


@only(*permissions.READERS)
@require_safe
def reorganisation_detail(request: HttpRequest, plan: int) -> HttpResponse:
    """The dry run with both sums, the districts, and the children whose district is not known."""
    found, user = _find(request, plan), request.user
    is_open = found.status in ("draft", "agreed")
    proposed = Proposal.objects.visible_to(user).of(REORGANISATION, found).oldest_first()
    missing = transferring.missing(found) if is_open else []
    may_map = not permissions.why_not_map(user, found)
    unknown = without_district(found) if is_open else Child.objects.none()
    context = {
        "plan": found,
        "run": dry_run(found),
        "rows": found.districts.select_related("district", "successor").order_by("district__name"),
        "missing": missing,
        "unknown": unknown[:MOST],
        "unknown_count": unknown.count(),
        "proposals": proposals_with_moves(proposed, by=user),
        "is_due": found.status == "agreed" and found.starts_on <= timezone.localdate(),
        "may_map": may_map,
        "may_say": is_open and user.role in permissions.TOLD,
        "may_change": may_map and not found.is_proposed,
        "may_propose": not missing and may_map and not found.is_proposed,
        "may_withdraw": is_open and not permissions.why_not_withdraw(user, found),
    }
    return TemplateResponse(request, "placements/reorganising/reorganisation_detail.html", context)


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def authority_add(request: HttpRequest) -> HttpResponse:
    """Enter a council that is to be, or one next door."""
    form = forms.AuthorityAdd(request.POST if request.method == "POST" else None)
    if form.is_valid():
        transferring.add_authority(by=request.user, **form.cleaned_data)
        messages.success(request, "The authority is saved.")
        return redirect("placements:reorganisation_list")
    return TemplateResponse(request, "placements/reorganising/authority_add.html", {"form": form})


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def district_add(request: HttpRequest) -> HttpResponse:
    """Enter a district."""
    form = forms.DistrictAdd(request.POST if request.method == "POST" else None)
    if form.is_valid():
        transferring.add_district(by=request.user, **form.cleaned_data)
        messages.success(request, "The district is saved.")
        return redirect("placements:reorganisation_list")
    return TemplateResponse(request, "placements/reorganising/district_add.html", {"form": form})


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def authority_edit(request: HttpRequest, authority: int) -> HttpResponse:
    """Correct a council that is to be."""
    found = get_object_or_404(LocalAuthority, pk=authority)
    stop_if(permissions.why_not_change_authority(request.user, found))
    posted = request.POST if request.method == "POST" else None
    initial = {"name": found.name, "code": found.code, "first_on": found.first_on}
    form = forms.AuthorityAdd(posted, authority=found, initial=initial)
    if form.is_valid():
        transferring.change_authority(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The authority is changed.")
        return redirect("placements:reorganisation_list")
    context = {"form": form, "authority": found}
    return TemplateResponse(request, "placements/reorganising/authority_edit.html", context)


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def district_edit(request: HttpRequest, district: int) -> HttpResponse:
    """Correct a district that nothing uses."""
    found = _find_district(district)
    stop_if(permissions.why_not_change_district(request.user, found))
    posted = request.POST if request.method == "POST" else None
    initial = {"name": found.name, "authority": found.authority_id}
    initial["outward_codes"] = ", ".join(found.outward_codes)
    form = forms.DistrictAdd(posted, district=found, initial=initial)
    if form.is_valid():
        transferring.change_district(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The district is changed.")
        return redirect("placements:reorganisation_list")
    context = {"form": form, "district": found}
    return TemplateResponse(request, "placements/reorganising/district_edit.html", context)


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def district_remove(request: HttpRequest, district: int) -> HttpResponse:
    """Take a district away that nothing uses."""
    found = _find_district(district)
    stop_if(permissions.why_not_change_district(request.user, found))
    form = forms.DistrictRemove(request.POST if request.method == "POST" else None)
    if form.is_valid():
        transferring.remove_district(found, by=request.user)
        messages.success(request, f"{found} is removed.")
        return redirect("placements:reorganisation_list")
    context = {"form": form, "district": found}
    return TemplateResponse(request, "placements/reorganising/district_remove.html", context)


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def reorganisation_add(request: HttpRequest) -> HttpResponse:
    """Begin a plan."""
    form = forms.ReorganisationAdd(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        why_not = permissions.why_not_plan(request.user, given["old"])
        if not why_not:
            planned = transferring.plan(
                given["old"], by=request.user, lead=given["lead"], starts_on=given["starts_on"]
            )
            messages.success(request, "The plan is started.")
            return redirect("placements:reorganisation_map", planned.pk)
        form.add_error("old", why_not)
    return TemplateResponse(
        request, "placements/reorganising/reorganisation_add.html", {"form": form}
    )


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def reorganisation_map(request: HttpRequest, plan: int) -> HttpResponse:
    """Say to which authority each district goes."""
    found = _find(request, plan)
    stop_if(permissions.why_not_map(request.user, found))
    posted = request.POST if request.method == "POST" else None
    seen = transferring.digest_of_districts(found)
    form = forms.ReorganisationMap(posted, plan=found, seen=seen)
    if form.is_valid():
        read, mapped = form.cleaned_data["seen"], form.mapped()
        transferring.map_districts(found, by=request.user, successors=mapped, seen=read)
        messages.success(request, "The plan is saved.")
        return redirect("placements:reorganisation_detail", found.pk)
    context = {"form": form, "plan": found}
    return TemplateResponse(request, "placements/reorganising/reorganisation_map.html", context)


@only(*permissions.PLANNERS)
@require_POST
def home_districts_settle(request: HttpRequest, plan: int) -> HttpResponse:
    """Work out home districts by home postcodes."""
    found = _find(request, plan)
    many = transferring.settle_home_districts(found, by=request.user)
    messages.success(request, f"Home districts recorded: {many}.")
    return redirect("placements:reorganisation_detail", found.pk)


@only(*permissions.TOLD)
@require_http_methods(METHODS)
def home_district(request: HttpRequest, reference: str) -> HttpResponse:
    """Say in which district a child lives."""
    child = get_object_or_404(Child.objects.visible_to(request.user), reference=reference)
    form = forms.HomeDistrictSay(request.POST if request.method == "POST" else None)
    if form.is_valid():
        transferring.say_home_district(child, by=request.user, **form.cleaned_data)
        messages.success(request, "The home district is saved.")
        return redirect("placements:reorganisation_list")
    context = {"form": form, "child": child}
    return TemplateResponse(request, "placements/reorganising/home_district.html", context)


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def reorganisation_propose(request: HttpRequest, plan: int) -> HttpResponse:
    """Propose the plan to another officer."""
    found = _find(request, plan)
    stop_if(permissions.why_not_map(request.user, found))
    stop_if(permissions.why_not_reorganise(transferring.missing(found)))
    seen = transferring.digest_of_plan(found)
    posted = request.POST if request.method == "POST" else None
    form = forms.ReorganisationPropose(posted, seen=seen)
    if form.is_valid():
        stop_if_changed("This plan", seen=form.cleaned_data["seen"], now=seen)
        transferring.propose(found, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The plan is proposed. Another officer must agree.")
        return redirect("placements:reorganisation_detail", found.pk)
    context = {"form": form, "plan": found, "run": dry_run(found)}
    return TemplateResponse(request, "placements/reorganising/reorganisation_propose.html", context)


@only(*permissions.PLANNERS)
@require_http_methods(METHODS)
def reorganisation_withdraw(request: HttpRequest, plan: int) -> HttpResponse:
    """Give the plan up."""
    found = _find(request, plan)
    stop_if(found.why_not("withdraw", request.user))
    posted = request.POST if request.method == "POST" else None
    form = forms.ReorganisationWithdraw(posted)
    if form.is_valid():
        found.withdraw(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "The plan is withdrawn.")
        return redirect("placements:reorganisation_detail", found.pk)
    context = {"form": form, "plan": found}
    return TemplateResponse(
        request, "placements/reorganising/reorganisation_withdraw.html", context
    )


def _find_district(district: int) -> District:
    return get_object_or_404(District.objects.select_related("authority"), pk=district)


def _find(request: HttpRequest, plan: int) -> Reorganisation:
    seen = Reorganisation.objects.visible_to(request.user).with_parties().with_standing()
    return get_object_or_404(seen, pk=plan)
