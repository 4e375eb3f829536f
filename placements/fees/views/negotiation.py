"""The page of a request, and what both sides do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.clock import database_now
from nmiss.base.core.forms import AsRead
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.core.pages import part_of
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.files.views.attachments import saved_as
from placements.fees import forms, letters, negotiating, overview, permissions, proposing
from placements.fees.limits import limit_of
from placements.fees.models import FeeRequest, FeeWindow
from placements.fees.rises import rises_of
from placements.fees.sums import rise_of_lists
from placements.fees.views.requests import METHODS, WHO, find

COMMISSIONING = permissions.COMMISSIONING


@only(*WHO)
@require_safe
def fee_request(request: HttpRequest, fee: int) -> HttpResponse:
    """One request: what is asked, where it stands, what was said and offered."""
    found = find(request, fee)
    today = timezone.localdate(database_now())
    context = overview.of(found, request.user, today=today)
    context["page"] = part_of(context["lines"], query=request.GET.dict())
    return TemplateResponse(request, "placements/fees/fee_request.html", context)


@only(*WHO)
@require_safe
def fee_letter(request: HttpRequest, fee: int) -> HttpResponse:
    """The decision as a letter."""
    found = find(request, fee)
    must(found.decided_on is not None)
    headers = saved_as(f"fees-{found.reference}.pdf")
    return HttpResponse(letters.pdf_of(found), content_type=PDF_TYPE, headers=headers)


def _ask(
    request: HttpRequest,
    fee: int | FeeRequest,
    *,
    title: str,
    about: str,
    form: Callable[[Any], Any],
    do: Callable[[Any, Any], object],
    done: str,
    why_not: Callable[[Any, Any], str],
    move: str = "",
    facts: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """A page with one form about a request: what it does, or why it cannot be done now.

    ``why_not`` turns away whose it is not; the ``move`` says to the others why not now. What was
    typed is not lost by that: then the page says it above the form.
    """
    found = find(request, fee) if isinstance(fee, int) else fee
    must(not why_not(request.user, found))
    if move and request.method != "POST":
        stop_if(found.why_not(move, request.user))
    asked = form(request.POST if request.method == "POST" else None)
    refused = ""
    if asked.is_valid():
        try:
            do(found, asked.cleaned_data)
        except NotAllowedNow as refusal:
            refused = str(refusal)
        else:
            messages.success(request, done)
            return redirect("placements:fee_request", found.pk)
    context = {"form": asked, "fee": found, "title": title, "about": about, "refused": refused}
    context["facts"] = facts
    return TemplateResponse(request, "placements/fees/fee_form.html", context)


def _signed(request: HttpRequest, found: FeeRequest, form: Any, **options: Any) -> Any:
    """The form of what is done to a request as it was read."""
    seen = negotiating.digest_of_request(found, request.user)
    return lambda posted: form(posted, seen=seen, **options)


def _words(label: str, button: str, asked: str) -> Callable[[Any], forms.FeeWords]:
    return lambda posted: forms.FeeWords(posted, label=label, button=button, asked=asked)


@only(*COMMISSIONING, Role.PROVIDER)
@require_http_methods(METHODS)
def fee_write(request: HttpRequest, fee: int) -> HttpResponse:
    """Tell the other side something."""
    return _ask(
        request,
        fee,
        title="Send message",
        about="Both sides can read it, and it stays on record.",
        form=_words("Message", "Send message", "the message"),
        do=lambda found, given: negotiating.write(found, by=request.user, text=given["text"]),
        done="The message is sent.",
        why_not=permissions.why_not_negotiate,
    )


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def fee_note(request: HttpRequest, fee: int) -> HttpResponse:
    """Write a note for the council alone."""
    return _ask(
        request,
        fee,
        title="Add internal note",
        about="Only the council can read it. The provider does not see it.",
        form=_words("Internal note", "Save internal note", "the note"),
        do=lambda found, given: negotiating.note(found, by=request.user, text=given["text"]),
        done="The internal note is saved.",
        why_not=permissions.why_not_answer_request,
    )


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def fee_information(request: HttpRequest, fee: int) -> HttpResponse:
    """Ask the provider for what is missing."""
    return _ask(
        request,
        fee,
        title="Ask for information",
        about="We email the provider with the day by which to answer.",
        form=_words("Information that we need", "Ask for information", "the information you need"),
        do=lambda found, given: negotiating.ask_for_information(
            found, by=request.user, text=given["text"]
        ),
        done="The provider is asked for information.",
        why_not=permissions.why_not_answer_request,
        move="ask_for_information",
    )


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def fee_recommend(request: HttpRequest, fee: int) -> HttpResponse:
    """Recommend how far the council may go; a manager approves."""
    found = find(request, fee)
    limit = limit_of(found)
    return _ask(
        request,
        found,
        title="Recommend mandate",
        about="A commissioning manager who did not recommend it approves the mandate, up to "
        f"{limit.words} by {limit.source}. Offers up to its percentage and its annual cost bind "
        "the council. The price lists rise by the agreed increase.",
        form=_signed(request, found, forms.FeeRecommend),
        do=lambda found, given: proposing.recommend(found, by=request.user, **given),
        done="The mandate waits for approval.",
        why_not=permissions.why_not_answer_request,
    )


@only(*COMMISSIONING, Role.PROVIDER)
@require_http_methods(METHODS)
def fee_offer(request: HttpRequest, fee: int) -> HttpResponse:
    """Make an offer, or a counter-offer."""
    name = "counter-offer" if request.user.is_provider else "offer"
    found, today = find(request, fee), timezone.localdate()
    lines = found.lines.with_placements().in_order()
    return _ask(
        request,
        found,
        title=f"Make {name}",
        about="The other side can accept the offer until its last day. You are bound by your offer "
        "until then, or until you or they make a later one.",
        form=_signed(
            request, found, forms.FeeOfferForm, button=f"Make {name}", today=today, lines=lines
        ),
        do=lambda found, given: negotiating.offer(found, by=request.user, **given),
        done=f"The {name} is made.",
        why_not=permissions.why_not_negotiate,
        move="negotiate",
    )


@only(*COMMISSIONING, Role.PROVIDER)
@require_http_methods(METHODS)
def fee_accept(request: HttpRequest, fee: int, number: int) -> HttpResponse:
    """Accept an offer: the prices of all placements change with it."""
    found = find(request, fee)
    offer = get_object_or_404(found.offers.all(), number=number)
    rise = rise_of_lists(found, offer.percent)
    return _ask(
        request,
        found,
        title=f"Accept {offer.title.lower()} {number}",
        about=f"Every price in this request then changes by {offer.words} from its first day.",
        facts=rises_of(found, rise) if rise else (),
        form=_signed(request, found, AsRead, button=f"Accept {offer.title.lower()}"),
        do=lambda found, given: negotiating.accept(offer, by=request.user, **given),
        done="The new prices are agreed and recorded.",
        why_not=permissions.why_not_negotiate,
        move="agree",
    )


@only(*COMMISSIONING)
@require_http_methods(METHODS)
def fee_refuse(request: HttpRequest, fee: int) -> HttpResponse:
    """Refuse a request: every price stays."""
    found = find(request, fee)
    return _ask(
        request,
        found,
        title="Refuse request",
        about="Every price stays as it is. The council must still pay the fees of a school that is "
        "named in a child’s plan. The provider can appeal once.",
        form=_signed(request, found, forms.FeeRefusal),
        do=lambda found, given: negotiating.refuse(found, by=request.user, **given),
        done="The request is refused. Every price stays as it is.",
        why_not=permissions.why_not_answer_request,
        move="refuse",
    )


@only(*COMMISSIONING, Role.PROVIDER)
@require_http_methods(METHODS)
def fee_escalate(request: HttpRequest, fee: int) -> HttpResponse:
    """Have somebody above take it on."""
    return _ask(
        request,
        fee,
        title="Escalate request",
        about="Commissioning managers take it on. Both sides can read the reason.",
        form=_words("Reason", "Escalate request", "the reason"),
        do=lambda found, given: negotiating.escalate(found, by=request.user, reason=given["text"]),
        done="The request is escalated.",
        why_not=permissions.why_not_negotiate,
        move="escalate",
    )


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def fee_appeal(request: HttpRequest, fee: int) -> HttpResponse:
    """Appeal against a refusal, once."""
    return _ask(
        request,
        fee,
        title="Appeal",
        about="You can appeal once. Tell us what we should look at again.",
        form=_words("Reasons", "Send appeal", "the reasons"),
        do=lambda found, given: negotiating.appeal(found, by=request.user, text=given["text"]),
        done="The appeal is sent.",
        why_not=permissions.why_not_write_for_provider,
        move="appeal",
    )


@only(*COMMISSIONING, Role.PROVIDER)
@require_http_methods(METHODS)
def fee_withdraw(request: HttpRequest, fee: int) -> HttpResponse:
    """Withdraw a request, or discard a draft."""
    return _ask(
        request,
        fee,
        title="Withdraw request",
        about="Every price stays as it is. You cannot undo this.",
        form=lambda posted: forms.FeeConfirm(posted, button="Withdraw request"),
        do=lambda found, given: negotiating.withdraw(found, by=request.user),
        done="The request is withdrawn.",
        why_not=permissions.why_not_withdraw,
        move="withdraw",
    )


@only(*WHO)
@require_safe
def fee_windows(request: HttpRequest) -> HttpResponse:
    """The windows of all years, with their dates."""
    context = {
        "windows": FeeWindow.objects.newest_first(),
        "may_change": permissions.can_change_window(request.user),
    }
    return TemplateResponse(request, "placements/fees/fee_windows.html", context)


@only(Role.MANAGER)
@require_http_methods(METHODS)
def fee_window_change(request: HttpRequest, window: int) -> HttpResponse:
    """Set dates, routes and limits."""
    found = get_object_or_404(FeeWindow, pk=window)
    must(permissions.can_change_window(request.user))
    form = forms.FeeWindowChange(request.POST if request.method == "POST" else None, window=found)
    if form.is_valid():
        found.change(by=request.user, **form.cleaned_data)
        messages.success(request, "The window is saved.")
        return redirect("placements:fee_windows")
    context = {"form": form, "window": found}
    return TemplateResponse(request, "placements/fees/fee_window_change.html", context)
