"""Admission agreements: reading, signing and countersigning them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from contracts.forms import joining as forms
from contracts.joining import signing
from contracts.models import Agreement
from contracts.permissions import joining as permissions
from nmiss.accounts.models import Role
from nmiss.core.access import only
from nmiss.files.views.attachments import attachment


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """What waits for a signature, oldest first, and the agreements that are in force."""
    agreements = Agreement.objects.visible_to(request.user).oldest_first()
    agreements = list(agreements.select_related("provider", "lot", "vehicle", "application"))
    context = {
        "waiting": [each for each in agreements if each.allows("countersign")],
        "others": [each for each in agreements if not each.allows("countersign")],
        "may_countersign": permissions.can_countersign(request.user),
    }
    return TemplateResponse(request, "contracts/agreement_list.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_countersign(request: HttpRequest) -> HttpResponse:
    """Sign for the council the agreements that were chosen."""
    numbers = [each for each in request.GET.getlist("agreement") if each.isdecimal()]
    waiting = Agreement.objects.visible_to(request.user).to_countersign().oldest_first()
    chosen = list(waiting.numbered(numbers).select_related("provider", "lot", "document"))
    if not chosen:
        messages.info(request, "Choose at least one agreement that waits for our signature.")
        return redirect("contracts:agreement_list")
    posted = request.POST if request.method == "POST" else None
    form = forms.Sign(posted, initial={"name": request.user.name})
    if form.is_valid():
        name, capacity = form.cleaned_data["name"], form.cleaned_data["capacity"]
        signed = signing.countersign_all(chosen, by=request.user, name=name, capacity=capacity)
        count = len(signed.agreements)
        if count:
            messages.success(
                request, f"Agreements in force: {count}. Schools admitted: {signed.admitted}."
            )
        for note in signed.notes:
            messages.warning(request, note)
        return redirect("contracts:agreement_list")
    context = {"form": form, "agreements": chosen}
    return TemplateResponse(request, "contracts/agreement_countersign.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def agreement_detail(request: HttpRequest, agreement: int) -> HttpResponse:
    """One agreement: what it says, and who has signed it."""
    found = _find(request, agreement)
    context = {
        "agreement": found,
        "signatures": found.signatures.order_by("pk"),
        "may_sign": permissions.can_sign(request.user, found),
        "may_countersign": permissions.can_countersign(request.user)
        and found.allows("countersign"),
    }
    return TemplateResponse(request, "contracts/agreement_detail.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def agreement_document(request: HttpRequest, agreement: int) -> HttpResponseBase:
    """The document that both sign."""
    return attachment(_find(request, agreement).document)


@only(Role.PROVIDER)
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_sign(request: HttpRequest, agreement: int) -> HttpResponse:
    """Sign for the provider."""
    found = _find(request, agreement)
    if not permissions.can_sign(request.user, found):
        raise PermissionDenied
    posted = request.POST if request.method == "POST" else None
    form = forms.Sign(posted, initial={"name": request.user.name})
    if form.is_valid():
        name, capacity = form.cleaned_data["name"], form.cleaned_data["capacity"]
        found.sign(by=request.user, name=name, capacity=capacity)
        messages.success(request, "You have signed. The council signs next.")
        return redirect("contracts:agreement_detail", found.pk)
    context = {"form": form, "agreement": found}
    return TemplateResponse(request, "contracts/agreement_sign.html", context)


def _find(request: HttpRequest, number: int) -> Agreement:
    rows = Agreement.objects.visible_to(request.user)
    rows = rows.select_related("provider", "lot", "vehicle", "application", "document")
    return get_object_or_404(rows, pk=number)
