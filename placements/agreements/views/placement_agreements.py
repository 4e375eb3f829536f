"""Placement agreements: made from a choice, read, signed by both sides, changed, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.membership.forms import Sign
from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.models.proposal import ProposalQuerySet, key_of
from nmiss.base.accounts.permissions import proposals_with_moves
from nmiss.base.accounts.stepping_up import stepped_up
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.files.views.attachments import attachment
from placements.agreements import documents, forms, listings, making, permissions, signing
from placements.agreements.models import PlacementAgreement
from placements.agreements.moving import SITE_MOVE, sites_for
from placements.agreements.voiding import void_agreement
from placements.models import SchoolChoice

METHODS = ["GET", "HEAD", "POST"]
WHO = listings.PLACEMENT_AGREEMENTS.roles


@only(*WHO)
@require_safe
def placement_agreement_list(request: HttpRequest) -> HttpResponse:
    """Agreements about children's places: the council's, or those of a provider's schools."""
    context = listings.PLACEMENT_AGREEMENTS.on(request).context()
    return TemplateResponse(request, "placements/agreements/placement_agreement_list.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def placement_agreement_make(request: HttpRequest, consultation: int) -> HttpResponse:
    """Make the first version from the offer that was accepted, and offer it to the school."""
    choices = SchoolChoice.objects.visible_to(request.user).that_stand()
    parts = ("case__child", "consultation__school__provider", "reply")
    choice = get_object_or_404(choices.select_related(*parts), consultation=consultation)
    stop_if(permissions.why_not_begin_agreement(choice))
    form = forms.AgreementForm(_posted(request), choice=choice, today=timezone.localdate())
    if form.is_valid():
        try:
            made = making.make_agreement(choice, form.terms, form.prices, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            return _offered(request, made)
    school = choice.consultation.school
    context = {
        "form": form,
        "choice": choice,
        "why_not": permissions.why_not_make_agreement(choice, school),
    }
    return TemplateResponse(request, "placements/agreements/placement_agreement_make.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def placement_agreement_change(request: HttpRequest, agreement: int) -> HttpResponse:
    """Make another version: other prices, another last day, provision or site."""
    found = find(request, agreement)
    if request.method != "POST":  # the verb asks the same, and keeps the form
        stop_if(permissions.why_not_change_agreement(found))
        stop_if(permissions.why_not_make_agreement(found.choice, found.school))
    form = forms.AgreementForm(
        _posted(request), choice=found.choice, before=found, today=timezone.localdate()
    )
    if form.is_valid():
        try:
            made = making.change_agreement(found, form.terms, form.prices, by=request.user)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            return _offered(request, made)
    return _page(request, "placement_agreement_change", found, form=form)


def _offered(request: HttpRequest, made: PlacementAgreement) -> HttpResponse:
    messages.success(
        request, f"Agreement {made.reference} is offered. We have emailed the owners of its school."
    )
    return redirect("placements:placement_agreement_detail", made.pk)


@only(*WHO)
@require_safe
def placement_agreement_detail(request: HttpRequest, agreement: int) -> HttpResponse:
    """One version: what it says, who has signed it, and its other versions."""
    found = find(request, agreement)
    user = request.user
    seen = PlacementAgreement.objects.visible_to(user).filter(choice=found.choice_id)
    versions = list(seen.order_by("-version"))
    prices = list(found.prices.order_by("pk"))
    moves = proposals_with_moves(_moves(user, versions), by=user)
    return _page(
        request,
        "placement_agreement_detail",
        found,
        title=documents.title_of(found),
        blocks=documents.blocks_of(found, prices),
        signatures=list(found.signatures.order_by("pk")),
        versions=versions,
        moves=moves,
        may_ask_move=_may_ask_move(user, found, versions, moves),
        **_steps(user, found),
    )


def _moves(user: User, versions: Iterable[PlacementAgreement]) -> ProposalQuerySet:
    """What the provider has asked, about any version: to move the child to another site."""
    subjects = [key_of(each) for each in versions]
    asked = Proposal.objects.visible_to(user).filter(kind=SITE_MOVE, subject__in=subjects)
    return asked.oldest_first()


def _may_ask_move(
    user: User,
    found: PlacementAgreement,
    versions: Iterable[PlacementAgreement],
    moves: Iterable[tuple[Proposal, bool, bool]],
) -> bool:
    """Whether an owner can ask now: neither a version nor another request waits."""
    waits = any(each.is_unsigned for each in versions) or any(
        not proposal.decision for proposal, *_ in moves
    )
    return not waits and not permissions.why_not_ask_move(user, found) and bool(sites_for(found))


def _steps(user: User, found: PlacementAgreement) -> dict[str, Any]:
    """What this person may do now."""
    makes = permissions.can_make_agreements(user)
    may_sign_for_us = not permissions.why_not_sign_for_us(user, found)
    costs_more = permissions.why_not_agree_to_more(user, found) if may_sign_for_us else ""
    unchecked = permissions.why_not_sign_unchecked(found) if found.is_unsigned else ""
    may_sign_for_them = user.is_provider and not permissions.why_not_sign_placement(user, found)
    return {
        "unchecked": unchecked,
        "may_sign": may_sign_for_them and not unchecked,
        "may_decline": may_sign_for_them,
        "may_countersign": may_sign_for_us and not costs_more and not unchecked,
        "costs_more": costs_more if may_sign_for_us else "",
        "may_void": not permissions.why_not_void_agreement(user, found),
        "may_withdraw": not permissions.why_not_withdraw_placement(user, found),
        "may_change": makes
        and not permissions.why_not_change_agreement(found)
        and not permissions.why_not_make_agreement(found.choice, found.school),
    }


@only(*WHO)
@require_safe
def placement_agreement_document(request: HttpRequest, agreement: int) -> HttpResponseBase:
    """The document that both sign."""
    return attachment(find(request, agreement).document)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def placement_agreement_sign(request: HttpRequest, agreement: int) -> HttpResponse:
    """Sign for the provider."""
    found = find(request, agreement)
    must(permissions.owns_provider(request.user, found.provider))
    stop_if(permissions.why_not_sign_by_owner(request.user, found))
    form = Sign(_posted(request), initial={"name": request.user.name})
    if form.is_valid():
        name, capacity = form.cleaned_data["name"], form.cleaned_data["capacity"]
        found.sign(by=request.user, name=name, capacity=capacity)
        messages.success(request, "Agreement signed. The council signs it next.")
        return redirect("placements:placement_agreement_detail", found.pk)
    return _page(request, "placement_agreement_sign", found, form=form)


@only(*permissions.COUNTERSIGNING)
@stepped_up
@require_http_methods(METHODS)
def placement_agreement_countersign(request: HttpRequest, agreement: int) -> HttpResponse:
    """Sign for the council: the place begins or changes."""
    found = find(request, agreement)
    stop_if(permissions.why_not_countersign_placement(request.user, found))
    form = Sign(_posted(request), initial={"name": request.user.name})
    if form.is_valid():
        name, capacity = form.cleaned_data["name"], form.cleaned_data["capacity"]
        try:
            place = signing.countersign(found, by=request.user, name=name, capacity=capacity)
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"The agreement is in force. Placement {place.reference}.")
            return redirect("placements:placement_agreement_detail", found.pk)
    return _page(request, "placement_agreement_sign", found, form=form)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def placement_agreement_withdraw(request: HttpRequest, agreement: int) -> HttpResponse:
    """Take an offer back, with the reason."""
    found = find(request, agreement)
    stop_if(permissions.why_not_withdraw_placement(request.user, found))
    form = forms.WithdrawPlacement(_posted(request))
    if form.is_valid():
        found.withdraw(by=request.user, **form.cleaned_data)
        messages.success(request, "Agreement withdrawn. We have emailed the owners of its school.")
        return redirect("placements:placement_agreement_detail", found.pk)
    return _page(request, "placement_agreement_withdraw", found, form=form)


@only(*permissions.COUNTERSIGNING, Role.PLACEMENTS)
@require_http_methods(METHODS)
def placement_agreement_void(request: HttpRequest, agreement: int) -> HttpResponse:
    """Take back an agreement in force that a colleague made by mistake, and its place with it."""
    found = find(request, agreement)
    form = forms.VoidPlacement(_posted(request))
    if form.is_valid():
        void_agreement(found, by=request.user, **form.cleaned_data)
        messages.success(request, "Agreement voided. We have emailed the owners of its school.")
        return redirect("placements:placement_agreement_detail", found.pk)
    stop_if(permissions.why_not_void_agreement(request.user, found))  # as the verb does
    versions = found.versions_of_place().oldest_first()
    return _page(request, "placement_agreement_void", found, form=form, versions=versions)


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def placement_agreement_decline(request: HttpRequest, agreement: int) -> HttpResponse:
    """Turn an offer down, with the reason."""
    found = find(request, agreement)
    must(permissions.owns_provider(request.user, found.provider))
    stop_if(permissions.why_not_sign_placement(request.user, found))
    form = forms.DeclinePlacement(_posted(request))
    if form.is_valid():
        found.decline(by=request.user, **form.cleaned_data)
        messages.success(request, "You have declined the agreement. We have emailed the council.")
        return redirect("placements:placement_agreement_detail", found.pk)
    return _page(request, "placement_agreement_decline", found, form=form)


def find(request: HttpRequest, number: int) -> PlacementAgreement:
    """The version, if this person sees it."""
    rows = PlacementAgreement.objects.visible_to(request.user).with_facts()
    return get_object_or_404(rows, pk=number)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _page(
    request: HttpRequest, name: str, found: PlacementAgreement, **context: Any
) -> HttpResponse:
    context |= {"agreement": found, "title": documents.title_of(found)}
    return TemplateResponse(request, f"placements/agreements/{name}.html", context)
