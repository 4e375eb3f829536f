"""Vehicles: the arrangements themselves, their notices, documents and calendar."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contracts.arrangements import (
    extending,
    listings,
    notice_duties,
    permissions,
    quarters,
    reopening,
)
from contracts.arrangements.forms import vehicles as forms
from contracts.arrangements.law import ASSESS_WITHIN
from contracts.arrangements.models import (
    Lot,
    Notice,
    NoticeWaiver,
    RoundWatch,
    StarterAssumption,
    Vehicle,
    VehicleDocument,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import LegalParameter
from nmiss.base.core.pages import part_of
from nmiss.base.files.models import StoredFile
from nmiss.base.files.views.attachments import attachment

WHO = (Role.OFFICER, Role.MANAGER, Role.AUDITOR)


@only(*WHO)
@require_safe
def vehicle_detail(request: HttpRequest, vehicle: int) -> HttpResponse:
    """A vehicle: what it is, its lots, notices, documents and rounds."""
    found = _find(request, vehicle)
    scheme = found.scheme()
    thresholds = scheme.thresholds.select_related("lot") if scheme else []
    of_lot = {each.lot_id: each for each in thresholds}
    seen = Notice.objects.visible_to(request.user)
    undecided = extending.if_undecided(found)
    due = reopening.reopening_of(found)
    notices = listings.NOTICES.on(request, rows=seen.filter(vehicle=found).newest_first())
    context = {
        "vehicle": found,
        "scheme": scheme,
        "lots": [(lot, of_lot.get(lot.pk)) for lot in found.lots.order_by("number")],
        "schemes": found.schemes.newest_first(),
        "list_of_notices": notices,
        "notices": notices.page,
        "list_of_rounds": listings.ROUNDS.on(request, vehicle=found),
        "documents": found.documents.newest_first().select_related("file"),
        "rounds": found.rounds.by_time(),
        "options": found.options.select_related("decision").in_order(),
        "undecided": undecided,
        "contracts": part_of(undecided.contracts if undecided else [], query=request.GET.dict()),
        "is_over": found.has_ended(timezone.localdate()),
        "reopening": due,
        "reopening_round": due and reopening.round_of(due),
        "if_extended": quarters.if_extended(found, today=timezone.localdate()),
        "due": quarters.quarters_without_notice(found, today=timezone.localdate()),
        "notices_due": len(notice_duties.duties_of(found, today=timezone.localdate())),
        "waivers": found.waivers.visible_to(request.user)
        .select_related("waived_by")
        .newest_first(),
        "may_run": permissions.can_run_vehicle(request.user),
        "may_set_term": not permissions.why_not_set_term(request.user, found),
        "may_set_mode": permissions.can_set_mode(request.user),
        "may_begin_scheme": not permissions.why_not_begin_scheme(request.user, found),
    }
    return TemplateResponse(request, "contracts/arrangements/vehicle_detail.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def vehicle_add(request: HttpRequest) -> HttpResponse:
    """Record an arrangement that is not here yet."""
    posted = request.POST if request.method == "POST" else None
    form = forms.Establish(posted, initial={"option_count": 0})
    if form.is_valid():
        vehicle = Vehicle.establish(by=request.user, **form.cleaned_data)
        messages.success(request, f"{vehicle} is recorded.")
        return redirect("contracts:vehicle_detail", vehicle.pk)
    return TemplateResponse(request, "contracts/arrangements/vehicle_add.html", {"form": form})


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def vehicle_edit(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Change what the notices say of a vehicle."""
    found = _find(request, vehicle)
    form = forms.VehicleFacts(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        found.refresh_from_db()
        found.describe(by=request.user, **form.cleaned_data)
        messages.success(request, "Procurement arrangement changed.")
        return redirect("contracts:vehicle_detail", found.pk)
    context = {"form": form, "vehicle": found}
    return TemplateResponse(request, "contracts/arrangements/vehicle_edit.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def vehicle_term(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Change the initial term and its options, as long as none was used."""
    found = _find(request, vehicle)
    stop_if(permissions.why_not_set_term(request.user, found))
    initial = {name: getattr(found, name) for name in forms.VehicleTerm.base_fields}
    posted = request.POST if request.method == "POST" else None
    form = forms.VehicleTerm(posted, vehicle=found, initial=initial)
    if form.is_valid():
        found.set_term(by=request.user, **form.cleaned_data)
        messages.success(request, "The term is saved.")
        return redirect("contracts:vehicle_detail", found.pk)
    context = {"form": form, "vehicle": found}
    return TemplateResponse(request, "contracts/arrangements/vehicle_term.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def vehicle_starters(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Say how many places are assumed to start: the forecast and the headroom count them."""
    found = _find(request, vehicle)
    stop_if(permissions.why_not_assume(request.user))
    form = forms.AssumeStarters(request.POST if request.method == "POST" else None)
    if form.is_valid():
        StarterAssumption.assume(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The assumption is saved. Update the figures to count it.")
        return redirect("placements:vehicle_value", found.pk)
    context = {"form": form, "vehicle": found}
    return TemplateResponse(request, "contracts/arrangements/vehicle_starters.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def lot_edit(request: HttpRequest, lot: int) -> HttpResponse:
    """Change what a lot is called, and how places are called off from its schools."""
    seen = Lot.objects.filter(vehicle__in=Vehicle.objects.visible_to(request.user))
    found = get_object_or_404(seen.select_related("vehicle"), pk=lot)
    form = forms.LotFacts(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        found.refresh_from_db()
        found.describe(by=request.user, **form.cleaned_data)
        messages.success(request, f"{found} is changed.")
        return redirect("contracts:vehicle_detail", found.vehicle_id)
    context = {"form": form, "lot": found}
    return TemplateResponse(request, "contracts/arrangements/lot_edit.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def vehicle_mode(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Say which clock binds: a manager approves."""
    found = _find(request, vehicle)
    if not permissions.can_set_mode(request.user):
        raise PermissionDenied
    initial = {
        "mode": found.round_mode,
        "legal_advice": found.mode_legal_advice,
        "documents": found.mode_documents,
    }
    form = forms.Mode(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        found.set_mode(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved, with your name: which deadline applies.")
        return redirect("contracts:vehicle_detail", found.pk)
    law = LegalParameter.objects.in_force(
        ASSESS_WITHIN, regime=found.regime, on=timezone.localdate()
    )
    context = {"form": form, "vehicle": found, "law": law}
    return TemplateResponse(request, "contracts/arrangements/vehicle_mode.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_POST
def vehicle_plan(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Plan the rounds that are missing, to the end of the term."""
    found = _find(request, vehicle)
    made = quarters.plan(found, by=request.user) if found.has_rounds else 0
    messages.success(request, f"{made} round{'' if made == 1 else 's'} planned.")
    return redirect("contracts:vehicle_detail", found.pk)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def notice_add(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Put a notice into the register."""
    found = _find(request, vehicle)
    posted = request.POST if request.method == "POST" else None
    initial = {name: request.GET.get(name, "") for name in ("kind", "quarter", "subject")}
    form = forms.RecordNotice(posted, vehicle=found, initial=initial)
    if form.is_valid():
        notice = Notice.record(found, by=request.user, **form.cleaned_data)
        messages.success(request, f"{notice} is in the register.")
        if notice.warning:
            messages.warning(request, notice.warning)
        return redirect("contracts:vehicle_detail", found.pk)
    context = {"form": form, "vehicle": found}
    return TemplateResponse(request, "contracts/arrangements/notice_add.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def notice_waive(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Decide, with a reason, that no award notice is sent for a quarter."""
    found = _find(request, vehicle)
    if not permissions.can_run_vehicle(request.user):
        raise PermissionDenied
    posted = request.POST if request.method == "POST" else None
    initial = {"quarter": request.GET.get("quarter", "")}
    form = forms.WaiveNotice(posted, vehicle=found, initial=initial)
    if form.is_valid():
        NoticeWaiver.waive(found, by=request.user, **form.cleaned_data)
        messages.success(request, "The award notice is waived, with your reason.")
        return redirect("contracts:vehicle_detail", found.pk)
    due = quarters.quarters_without_notice(found, today=timezone.localdate())
    context = {"form": form, "vehicle": found, "due": due}
    return TemplateResponse(request, "contracts/arrangements/notice_waive.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def document_add(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Publish a tender document, or its next version."""
    found = _find(request, vehicle)
    is_sent = request.method == "POST"
    form = forms.PublishDocument(
        request.POST if is_sent else None, request.FILES if is_sent else None
    )
    if form.is_valid():
        file = StoredFile.take_in(form.cleaned_data["file"], by=request.user)
        document = VehicleDocument.publish(
            found, by=request.user, title=form.cleaned_data["title"], file=file
        )
        messages.success(request, f"{document} is published.")
        return redirect("contracts:vehicle_detail", found.pk)
    context = {"form": form, "vehicle": found}
    return TemplateResponse(request, "contracts/arrangements/document_add.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def document_file(request: HttpRequest, document: int) -> HttpResponseBase:
    """A tender document: "unrestricted, full, direct access" (reg 34(14))."""
    seen = VehicleDocument.objects.visible_to(request.user).select_related("file")
    return attachment(get_object_or_404(seen, pk=document).file)


@only(Role.PROVIDER)
@require_POST
def tender_watch(request: HttpRequest, vehicle: int) -> HttpResponse:
    """Ask to be told when a round opens, or to be told no more."""
    found = _find(request, vehicle)
    if request.POST.get("tell") == "no":
        RoundWatch.stop(found, by=request.user)
        messages.success(request, f"We will no longer email you about rounds of the {found}.")
    else:
        RoundWatch.ask(found, by=request.user)
        messages.success(request, f"We email you when a round of the {found} opens.")
    return redirect("contracts:tender_list")


def _find(request: HttpRequest, vehicle: int) -> Vehicle:
    return get_object_or_404(Vehicle.objects.visible_to(request.user), pk=vehicle)
