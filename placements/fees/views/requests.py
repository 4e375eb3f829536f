"""How a provider asks for other prices: the list of requests, and the parts of one."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from placements.fees import asking, forms, listings, permissions
from placements.fees.models import FeeLine, FeePart, FeeRequest, FeeWindow
from placements.fees.sums import sums_of
from providers.models import Provider, School
from providers.roles import ProviderRole

METHODS = ["GET", "HEAD", "POST"]
WHO = (*Role.with_cases(), Role.PROVIDER)
WRITERS = (*permissions.COMMISSIONING, Role.PROVIDER)


@only(*WHO)
@require_safe
def fee_list(request: HttpRequest) -> HttpResponse:
    """Requests for other prices, and the window in which they are made."""
    today = timezone.localdate()
    context = listings.FEE_REQUESTS.on(request).context(
        window=FeeWindow.objects.open_on(today),
        in_dispute=None if request.user.is_provider else _in_dispute(request, today),
        may_negotiate=permissions.can_negotiate(request.user),
        may_start=request.user.is_provider and _providers(request).exists(),
    )
    return TemplateResponse(request, "placements/fees/fee_list.html", context)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def fee_start(request: HttpRequest) -> HttpResponse:
    """Start a request for one school or for all."""
    providers = list(_providers(request).by_name())
    must(bool(providers))
    schools = School.objects.filter(provider__in=providers).select_related("provider").by_name()
    form = forms.FeeStart(_posted(request), providers=providers, schools=schools)
    refused = ""
    if form.is_valid():
        provider, school = form.chosen
        try:
            started = asking.start(
                provider, by=request.user, school=school, scope=form.cleaned_data["scope"]
            )
        except NotAllowedNow as refusal:
            refused = str(refusal)
        else:
            return redirect("placements:fee_request", started.pk)
    window = FeeWindow.objects.open_on(timezone.localdate())
    context = {"form": form, "refused": refused, "window": window}
    return TemplateResponse(request, "placements/fees/fee_start.html", context)


@only(*permissions.COMMISSIONING)
@require_http_methods(METHODS)
def fee_start_offline(request: HttpRequest, urn: int) -> HttpResponse:
    """Enter a request that came by post or email, from the page of its school."""
    schools = School.objects.visible_to(request.user).select_related("provider")
    school = get_object_or_404(schools, urn=urn)
    form = forms.FeeStartOffline(_posted(request)) if school.provider else None
    refused = ""
    if form and form.is_valid():
        try:
            started = asking.start(
                school.provider,
                by=request.user,
                school=school if form.cleaned_data["schools"] == "one" else None,
                scope=form.cleaned_data["scope"],
                is_offline=True,
            )
        except NotAllowedNow as refusal:
            refused = str(refusal)
        else:
            return redirect("placements:fee_request", started.pk)
    context = {"form": form, "school": school, "refused": refused}
    return TemplateResponse(request, "placements/fees/fee_start_offline.html", context)


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_prices(request: HttpRequest, fee: int) -> HttpResponse:
    """What is asked, price by price, and what it comes to in a year."""
    found = find(request, fee)
    must(permissions.can_prepare(request.user, found))
    stop_if(permissions.why_not_edit_request(request.user, found))
    lines = list(found.lines.with_placements().in_order())
    section = found.sections.filter(key=FeePart.PRICES).first()
    form = forms.FeePrices(
        _posted(request),
        lines=lines,
        percent=found.asked_percent,
        revision=section.revision if section else 0,
    )
    meanwhile, is_worked_out = None, False
    if form.is_valid():
        is_worked_out = forms.WORK_OUT in request.POST
        lines = form.worked_out()
        if not is_worked_out:
            try:
                asking.save_prices(
                    found,
                    by=request.user,
                    revision=form.revision,
                    asked=form.asked,
                    percent=form.cleaned_data["percent"],
                )
            except asking.RequestEditedMeanwhile as edited:
                meanwhile = edited.section
                form.read_again(meanwhile.revision)
            else:
                return redirect("placements:fee_request", found.pk)
    context = {
        "form": form,
        "fee": found,
        "lines": [line for line in lines if line.asked_amount is not None],
        "sums": sums_of(lines),
        "is_worked_out": is_worked_out,
        "meanwhile": meanwhile,
    }
    return TemplateResponse(request, "placements/fees/fee_prices.html", context)


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_costs(request: HttpRequest, fee: int) -> HttpResponse:
    """The cost breakdown."""
    return _section(request, fee, FeePart.COSTS, forms.FeeCosts)


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_background(request: HttpRequest, fee: int) -> HttpResponse:
    """Accounts, reserves, occupancy, other authorities, evidence."""
    return _section(request, fee, FeePart.BACKGROUND, forms.FeeBackground)


def _section(request: HttpRequest, fee: int, key: FeePart, form_class: Any) -> HttpResponse:
    found = find(request, fee)
    must(permissions.can_prepare(request.user, found))
    stop_if(permissions.why_not_edit_request(request.user, found))
    section = found.sections.filter(key=key).first()
    form = form_class(
        _posted(request),
        saved=section.answers if section else {},
        revision=section.revision if section else 0,
    )
    meanwhile = None
    if form.is_valid():
        try:
            asking.save_section(
                found, key, by=request.user, revision=form.revision, answers=form.answers()
            )
        except asking.RequestEditedMeanwhile as edited:
            meanwhile = edited.section
            form.read_again(meanwhile.revision)
        else:
            messages.success(request, f"{key.label} saved.")
            return redirect("placements:fee_request", found.pk)
    context = {"form": form, "fee": found, "part": key, "meanwhile": meanwhile}
    return TemplateResponse(request, "placements/fees/fee_section.html", context)


@only(*WRITERS)
@require_http_methods(METHODS)
def fee_submit(request: HttpRequest, fee: int) -> HttpResponse:
    """An owner certifies the figures and submits the request."""
    found = find(request, fee)
    must(not permissions.why_not_submit(request.user, found))
    stop_if(found.why_not("submit", request.user))
    lines = list(found.lines.with_placements().in_order())
    form = _certify(request, found)
    refused = ""
    if form.is_valid():
        given = {key: each for key, each in form.cleaned_data.items() if key != "declared"}
        try:
            asking.submit(found, by=request.user, **given)
        except NotAllowedNow as refusal:
            refused = str(refusal)
        else:
            receipt = "the provider" if found.is_offline else "you"
            messages.success(request, f"The request is submitted. We emailed {receipt} a receipt.")
            return redirect("placements:fee_request", found.pk)
    context = {
        "form": form,
        "fee": found,
        "lines": [line for line in lines if line.asked_amount is not None],
        "sums": sums_of(lines),
        "missing": asking.missing(found, lines),
        "refused": refused,
    }
    return TemplateResponse(request, "placements/fees/fee_submit.html", context)


def _certify(request: HttpRequest, found: FeeRequest) -> forms.FeeCertify | forms.FeeCertifyOffline:
    """The declaration of an owner, or what an officer says of a request on paper."""
    seen = asking.digest_of_draft(found)
    if not found.is_offline:
        return forms.FeeCertify(_posted(request), seen=seen)
    days = {"opens_on": found.window.opens_on, "today": timezone.localdate()}
    return forms.FeeCertifyOffline(_posted(request), seen=seen, **days)


def _in_dispute(request: HttpRequest, today: datetime.date) -> dict[str, Any]:
    """How much more a year is asked for and not agreed."""
    disputed = FeeRequest.objects.visible_to(request.user).in_dispute(today)
    lines = FeeLine.objects.filter(request__in=disputed)
    return {"requests": disputed.count(), "more_a_year": lines.more_a_year()}


def find(request: HttpRequest, fee: int) -> FeeRequest:
    """A request, as far as this person sees it."""
    requests = FeeRequest.objects.visible_to(request.user).with_parties()
    return get_object_or_404(requests, pk=fee)


def _providers(request: HttpRequest) -> Any:
    """Those for which this person writes."""
    writing = {"members__user": request.user, "members__role__in": ProviderRole.writers()}
    return Provider.objects.filter(**writing).distinct()


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
