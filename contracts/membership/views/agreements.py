"""Admission agreements: reading, signing and countersigning them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from contracts.membership import forms, listings, permissions, releasing, signing
from contracts.membership.models import Agreement
from contracts.membership.obstacles import divided
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.files.views.attachments import attachment

METHODS = ["GET", "HEAD", "POST"]


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """What waits for a signature, oldest first, and the agreements that are in force."""
    agreements = listings.AGREEMENTS.on(request)
    context = agreements.context(
        waiting=[each for each in agreements.page if each.allows("countersign")],
        others=[each for each in agreements.page if not each.allows("countersign")],
        may_countersign=permissions.can_countersign(request.user),
    )
    return TemplateResponse(request, "contracts/membership/agreement_list.html", context)


@only(Role.OFFICER, Role.MANAGER)
@stepped_up
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_countersign(request: HttpRequest) -> HttpResponse:
    """Sign for the council the agreements that were chosen."""
    numbers = [each for each in request.GET.getlist("agreement") if each.isdecimal()]
    waiting = Agreement.objects.visible_to(request.user).to_countersign().oldest_first()
    chosen = waiting.numbered(numbers).select_related("provider", "lot", "vehicle", "document")
    chosen = list(chosen)
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
    in_the_way = [words for each in chosen for words in divided(each).sentences]
    context = {"form": form, "agreements": chosen, "obstacles": in_the_way}
    return TemplateResponse(request, "contracts/membership/agreement_countersign.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def agreement_detail(request: HttpRequest, agreement: int) -> HttpResponse:
    """One agreement: what it says, and who has signed it."""
    found = _find(request, agreement)
    context = {
        "agreement": found,
        "signatures": found.signatures.order_by("pk"),
        "may_sign": not permissions.why_not_decline(request.user, found),
        "may_countersign": permissions.can_countersign(request.user)
        and found.allows("countersign"),
        "obstacles": _obstacles(found),
        "steps": _steps(request.user, found),
    }
    return TemplateResponse(request, "contracts/membership/agreement_detail.html", context)


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
    must(permissions.owns(request.user, found.provider))
    stop_if(permissions.why_not_sign(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.Sign(posted, initial={"name": request.user.name})
    if form.is_valid():
        name, capacity = form.cleaned_data["name"], form.cleaned_data["capacity"]
        found.sign(by=request.user, name=name, capacity=capacity)
        messages.success(request, "You have signed. The council signs next.")
        return redirect("contracts:agreement_detail", found.pk)
    context = {"form": form, "agreement": found, "obstacles": _obstacles(found)}
    return TemplateResponse(request, "contracts/membership/agreement_sign.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def agreement_withdraw(request: HttpRequest, agreement: int) -> HttpResponse:
    """Take an offer back, with the reason."""
    found = _find(request, agreement)
    stop_if(permissions.why_not_withdraw_offer(request.user, found))
    form = forms.WithdrawOffer(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.withdraw(by=request.user, **form.cleaned_data)
        messages.success(request, "Offer withdrawn. We have emailed the provider’s owners.")
        return redirect("contracts:agreement_detail", found.pk)
    return _page(request, "agreement_withdraw", form, found)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def agreement_decline(request: HttpRequest, agreement: int) -> HttpResponse:
    """Turn an offer down, with the reason."""
    found = _find(request, agreement)
    must(permissions.owns(request.user, found.provider))
    stop_if(permissions.why_not_decline(request.user, found))
    form = forms.DeclineOffer(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.decline(by=request.user, **form.cleaned_data)
        messages.success(request, "You have declined the offer. We have emailed the council.")
        return redirect("contracts:agreement_detail", found.pk)
    return _page(request, "agreement_decline", form, found)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def agreement_offer_again(request: HttpRequest, agreement: int) -> HttpResponse:
    """Offer another in place of one that was withdrawn or declined."""
    found = _find(request, agreement)
    stop_if(permissions.why_not_offer_again(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.OfferAgain(posted, vehicles=[found.vehicle])
    if form.is_valid():
        starts_on = form.cleaned_data["starts_on"]
        offered = releasing.offer_again(found, by=request.user, starts_on=starts_on)
        messages.success(request, f"{found.provider} has a new agreement to sign.")
        return redirect("contracts:agreement_detail", offered.pk)
    return _page(request, "agreement_offer_again", form, found)


def _steps(user: User, found: Agreement) -> list[tuple[str, str]]:
    """What may be done besides signing: the words of each button, and its address."""
    steps = (
        (permissions.why_not_decline, "Decline the offer", "decline"),
        (permissions.why_not_withdraw_offer, "Withdraw the offer", "withdraw"),
        (permissions.why_not_offer_again, "Offer it again", "offer_again"),
    )
    return [
        (words, f"contracts:agreement_{verb}")
        for why_not, words, verb in steps
        if not why_not(user, found)
    ]


def _obstacles(found: Agreement) -> list[str]:
    """Which schools could not be admitted, as long as somebody has yet to sign."""
    still = found.allows("sign") or found.allows("countersign")
    return divided(found).sentences if still else []


def _page(request: HttpRequest, name: str, form: object, found: Agreement) -> HttpResponse:
    context = {"form": form, "agreement": found}
    return TemplateResponse(request, f"contracts/membership/{name}.html", context)


def _find(request: HttpRequest, number: int) -> Agreement:
    rows = Agreement.objects.visible_to(request.user)
    rows = rows.select_related("provider", "lot", "vehicle", "application", "document")
    return get_object_or_404(rows, pk=number)
