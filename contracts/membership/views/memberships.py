"""Memberships: the council's list, the provider's pages, suspension and leaving."""

from __future__ import annotations

import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from contracts.membership import forms, listings, permissions, refused_documents
from contracts.membership.models import (
    Agreement,
    DeclarationRenewal,
    ExtensionLetter,
    Membership,
    Suspension,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.templatetags.components import day
from providers.models import ComplianceDocument
from providers.recipients import owners_of

METHODS = ["GET", "HEAD", "POST"]


@only(*Role.with_cases())
@require_safe
def membership_list(request: HttpRequest) -> HttpResponse:
    """Every school's time in every lot, and its state today."""
    context = listings.MEMBERSHIPS.on(request).context()
    return TemplateResponse(request, "contracts/membership/membership_list.html", context)


@only(Role.PROVIDER)
@require_safe
def our_memberships(request: HttpRequest) -> HttpResponse:
    """A provider's memberships that have begun, and its agreements."""
    today = timezone.localdate()
    memberships = Membership.objects.visible_to(request.user).with_facts(today).newest_first()
    agreements = Agreement.objects.visible_to(request.user).select_related("lot", "vehicle")
    renewals = DeclarationRenewal.objects.visible_to(request.user).waiting().soonest_first()
    letters = ExtensionLetter.objects.visible_to(request.user).with_parties().soonest_first()
    context = {
        "memberships": memberships,
        "letters": letters.open().unanswered(),
        "answered": letters.answered(),
        "agreements": agreements.oldest_first(),
        "renewals": renewals.select_related("vehicle", "provider"),
        "today": today,
    }
    return TemplateResponse(request, "contracts/membership/our_memberships.html", context)


@only(*Role.with_cases(), Role.PROVIDER)
@require_safe
def membership_detail(request: HttpRequest, membership: int) -> HttpResponse:
    """One school's time in a lot: agreement, suspensions, contacts, documents, declarations."""
    found, user, today = _find(request, membership), request.user, timezone.localdate()
    documents = ComplianceDocument.objects.visible_to(user).current().with_file().soonest_first()
    documents = documents.select_related("refused")
    renewals = DeclarationRenewal.objects.visible_to(user).with_people().soonest_first()
    documents = documents.for_membership(found.provider_id, found.school_id)
    suspensions = list(found.suspensions.order_by("-starts_on"))
    context = {
        "membership": found,
        "standing": found.standing(today),
        "line": _line_of(found, user),
        "suspensions": suspensions,
        "stops": [] if found.has_ended(today) else _not_over(suspensions, today),
        "contacts": found.provider.members.select_related("user").by_name(),
        "documents": refused_documents.standings(documents, on=today),
        "renewals": [(each, each.standing(today)) for each in renewals.of(found.provider_id)],
        "may_ask": permissions.can_ask_for_document(user),
        "may_send": permissions.edits(user, found.provider),
        "may_read_changes": permissions.can_read_changes(user),
        "steps": _steps(user, found),
    }
    return TemplateResponse(request, "contracts/membership/membership_detail.html", context)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def membership_suspend(request: HttpRequest, membership: int) -> HttpResponse:
    """Stop new places at a school."""
    found = _find(request, membership)
    stop_if(permissions.why_not_suspend(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.Suspend(posted, membership=found, initial={"starts_on": timezone.localdate()})
    if form.is_valid():
        found.suspend(by=request.user, **form.cleaned_data)
        on = day(form.cleaned_data["starts_on"])
        messages.success(request, f"{found.school} is suspended from {on}.")
        return redirect("contracts:membership_detail", found.pk)
    return _page(request, "membership_suspend", form, found)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def membership_reinstate(request: HttpRequest, membership: int) -> HttpResponse:
    """Let new places be called off again."""
    found = _find(request, membership)
    stop_if(permissions.why_not_reinstate(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.Reinstate(posted, initial={"opens_on": timezone.localdate()})
    if form.is_valid():
        found.reinstate(by=request.user, **form.cleaned_data)
        on = day(form.cleaned_data["opens_on"])
        messages.success(request, f"{found.school} is reinstated from {on}.")
        return redirect("contracts:membership_detail", found.pk)
    return _page(request, "membership_reinstate", form, found)


@only(Role.OFFICER, Role.MANAGER)
@require_http_methods(METHODS)
def membership_remove(request: HttpRequest, membership: int) -> HttpResponse:
    """End a membership by the council's decision."""
    found = _find(request, membership)
    stop_if(permissions.why_not_remove(request.user, found))
    posted = request.POST if request.method == "POST" else None
    form = forms.Leave(posted, button="Remove the school", membership=found)
    if form.is_valid():
        found.remove(by=request.user, **form.cleaned_data)
        on = day(form.cleaned_data["last_on"])
        messages.success(request, f"{found.school} is removed: its last day is {on}.")
        return redirect("contracts:membership_detail", found.pk)
    return _page(request, "membership_remove", form, found)


@only(Role.OFFICER, Role.MANAGER, Role.PROVIDER)
@require_http_methods(METHODS)
def membership_exit(request: HttpRequest, membership: int) -> HttpResponse:
    """End a membership by the provider's own will."""
    found = _find(request, membership)
    must(not request.user.is_provider or permissions.owns(request.user, found.provider))
    stop_if(permissions.why_not_exit(request.user, found))
    posted = request.POST if request.method == "POST" else None
    button = "Leave the lot" if request.user.is_provider else "Record that the school leaves"
    form = forms.Leave(posted, button=button, membership=found)
    if form.is_valid():
        found.exit(by=request.user, **form.cleaned_data)
        on = day(form.cleaned_data["last_on"])
        messages.success(request, f"{found.school} leaves: its last day is {on}.")
        return redirect("contracts:membership_detail", found.pk)
    return _page(request, "membership_exit", form, found)


def _not_over(suspensions: list[Suspension], today: datetime.date) -> list[Suspension]:
    going = [each for each in suspensions if not each.never_began]
    return [each for each in going if each.ends_on is None or today <= each.ends_on][::-1]


def _steps(user: User, found: Membership) -> list[tuple[str, str]]:
    """What may be done now: the words of each button, and its address."""
    leave = "Leave this lot" if user.is_provider else "Record that it leaves"
    steps = (
        (permissions.why_not_suspend, "Suspend the school", "suspend"),
        (permissions.why_not_reinstate, "Reinstate the school", "reinstate"),
        (permissions.why_not_remove, "Remove the school", "remove"),
        (permissions.why_not_exit, leave, "exit"),
    )
    own = [
        (words, f"contracts:membership_{verb}")
        for why_not, words, verb in steps
        if not why_not(user, found)
    ]
    if not permissions.why_not_ask_to_renew(user, found.provider, found.lot.vehicle):
        own.append(("Ask for a renewed self-declaration", "contracts:declaration_ask"))
    steps = [(words, reverse(address, args=[found.pk])) for words, address in own]
    if permissions.edits(user, found.provider):
        link = reverse("contracts:compliance_add", args=[found.provider_id])
        steps.append(("Send a document", link))
    return steps


def _line_of(membership: Membership, user: User) -> list[dict[str, object]]:
    """The memberships under which it goes on, or went before, as far as this person sees those."""
    seen = Membership.objects.visible_to(user).select_related("school")
    before = [("Before", each) for each in seen.filter(goes_on_as=membership).newest_first()]
    after = [("Goes on as", each) for each in seen.filter(was_before=membership)]
    return [{"label": label, "membership": each} for label, each in before + after]


def _find(request: HttpRequest, number: int) -> Membership:
    rows = Membership.objects.visible_to(request.user).with_facts(timezone.localdate())
    return get_object_or_404(rows.select_related("agreement__document"), pk=number)


def _page(request: HttpRequest, name: str, form: object, found: Membership) -> HttpResponse:
    """The page of a decision: who will be told stands on it."""
    told = owners_of(found.provider)
    context = {"form": form, "membership": found, "told": told}
    return TemplateResponse(request, f"contracts/membership/{name}.html", context)
