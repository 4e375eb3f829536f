"""Who may do what with fees, and why not."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from providers.roles import ProviderRole

if TYPE_CHECKING:
    from decimal import Decimal

    from placements.fees.limits import FeeLimit
    from placements.fees.models import (
        FeeLine,
        FeeOffer,
        FeeRequest,
        FeeWindow,
        FeeWorkbook,
        PriceList,
    )
    from providers.models import Provider

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


def can_keep_price_lists(user: User) -> bool:
    """Commissioning officers and managers enter what schools ask."""
    return user.role in COMMISSIONING


def why_not_add_price_list(newest: PriceList | None, starts_on: datetime.date) -> str:
    if newest and starts_on <= newest.starts_on:
        return (
            f"The newest price list begins on {newest.starts_on:%-d %B %Y}. Enter a later first "
            "day, or void that list if it is a mistake."
        )
    return ""


def why_not_void_price_list(asked: PriceList, newest: PriceList | None) -> str:
    if asked.is_voided:
        return "This price list is voided already."
    if newest is None or asked.pk != newest.pk:
        return "A later price list follows this one. Void that list first."
    return ""


# Windows


def can_change_window(user: User) -> bool:
    """A commissioning manager sets dates, routes and limits."""
    return user.role == Role.MANAGER


def why_not_change_window(user: User) -> str:
    return "" if can_change_window(user) else "A commissioning manager sets fee windows."


# Requests


def can_write_for(user: User, provider: Provider) -> bool:
    """Owners and editors prepare and negotiate."""
    members = provider.members.filter(user=user, role__in=ProviderRole.writers())
    return user.is_provider and members.exists()


def can_certify_for(user: User, provider: Provider) -> bool:
    """Owners answer for what the provider asks."""
    members = provider.members.filter(user=user, role=ProviderRole.OWNER)
    return user.is_provider and members.exists()


def can_negotiate(user: User) -> bool:
    return user.role in COMMISSIONING


def can_prepare(user: User, request: FeeRequest) -> bool:
    """Its provider's owners and editors; commissioning where it came by post or email."""
    if request.is_offline:
        return can_negotiate(user)
    return can_write_for(user, request.provider)


def why_not_edit_request(user: User, request: FeeRequest) -> str:
    if request.is_offline and not can_negotiate(user):
        return "Commissioning enters this request, which came by post or email."
    if not can_prepare(user, request):
        return "Only owners and editors of the provider change this request."
    if request.status != "draft":
        return f"This request is {request.get_status_display().lower()}: it cannot be changed."
    return ""


def why_not_work_on_fee_workbook(user: User, workbook: FeeWorkbook) -> str:
    """Whoever uploaded it, until its figures are saved or it is discarded."""
    if workbook.uploaded_by_id != user.pk:
        return "Only the person who uploaded this workbook can save its figures."
    if workbook.status in ("read", "refused"):
        return ""
    return f"The workbook is {workbook.get_status_display().lower()} already."


def why_not_take_fee_workbook(problems: Collection[object]) -> str:
    """All of it or nothing."""
    if not problems:
        return ""
    entries = f"{len(problems)} entries are" if len(problems) > 1 else "1 entry is"
    return f"{entries} wrong in this workbook. Correct them here, or upload the corrected file."


def why_not_submit(user: User, request: FeeRequest) -> str:
    if request.is_offline:
        return why_not_answer_request(user, request)
    if not can_certify_for(user, request.provider):
        return "Only an owner of the provider certifies and submits a request."
    return ""


def why_not_write_for_provider(user: User, request: FeeRequest) -> str:
    if not can_write_for(user, request.provider):
        return "Only owners and editors of the provider do this."
    return ""


def why_not_withdraw(user: User, request: FeeRequest) -> str:
    """A provider withdraws; an officer discards a draft that came by post or email."""
    if request.is_offline and request.status == "draft":
        return why_not_answer_request(user, request)
    return why_not_write_for_provider(user, request)


def why_not_attach(user: User, request: FeeRequest) -> str:
    """Who prepares a draft puts documents with it; afterwards both sides, until it is decided."""
    if not request.is_open:
        return f"This request is {request.get_status_display().lower()}: it takes no documents."
    if request.status == "draft":
        return why_not_edit_request(user, request)
    return why_not_negotiate(user, request)


def why_not_submit_offline(request: FeeRequest, received_on: datetime.date | None) -> str:
    """It was received in its window, and the signed request is among the documents."""
    if received_on is None or received_on < request.window.opens_on:
        return "Enter the day on which we received the request, in its window."
    if received_on > timezone.localdate():
        return "Enter today or an earlier day as the day of receipt."
    return "Add the signed request as a document first." * (not request.documents.exists())


def why_not_answer_request(user: User, request: FeeRequest) -> str:
    return "" if can_negotiate(user) else "Only commissioning answers fee requests."


def why_not_standard(found: Collection[object], what: str) -> str:
    return "" if found else f"There is no request {what} on the standard route."


def why_not_negotiate(user: User, request: FeeRequest) -> str:
    """Either side offers and accepts."""
    if can_negotiate(user) or can_write_for(user, request.provider):
        return ""
    return "Only commissioning, and owners and editors of the provider, negotiate."


def why_not_appeal(user: User, request: FeeRequest) -> str:
    if why_not := why_not_write_for_provider(user, request):
        return why_not
    if request.appealed_at:
        return "This request was appealed once already."
    if request.appeal_by and timezone.localdate() > request.appeal_by:
        return f"The last day to appeal was {request.appeal_by:%-d %B %Y}."
    return ""


def why_not_start(
    user: User, provider: Provider, window: FeeWindow | None, *, is_offline: bool = False
) -> str:
    if is_offline and not can_negotiate(user):
        return "Only commissioning enters requests that came by post or email."
    if not is_offline and not can_write_for(user, provider):
        return "Only owners and editors of the provider ask for other prices."
    if window is None:
        return "No fee window has opened yet."
    return ""


# Offers


def why_not_offer(user: User, request: FeeRequest, *, percent: Decimal, more: Decimal) -> str:
    """The council offers within its mandate, in per cent and in pounds; above it, it asks for
    another first. ``percent`` is the increase of all prices and of the price lists; a price that
    is apart counts in pounds.
    """
    if why_not := why_not_negotiate(user, request):
        return why_not
    if user.is_provider:
        return ""
    mandate = request.mandates.order_by("-pk").first()
    if mandate is None:
        return "Nobody has approved a mandate for this request. Recommend one first."
    if percent > mandate.percent:
        return (
            f"This is an increase of {percent.normalize():f} %, above the mandate of "
            f"{mandate.percent.normalize():f} %. Recommend another mandate first."
        )
    if more > mandate.pounds_a_year:
        return (
            f"This comes to £{more:,.2f} more a year, above the mandate of "
            f"£{mandate.pounds_a_year:,.2f}. Recommend another mandate first."
        )
    return ""


def why_not_accept(user: User, offer: FeeOffer, *, newest: FeeOffer, on: datetime.date) -> str:
    """The other side accepts the newest offer, as long as it is good."""
    if user.is_provider == (offer.side == "provider"):
        return "The other side accepts this offer."
    if offer.pk != newest.pk:
        return f"Offer {newest.number} was made since. Answer that one."
    if offer.has_ended(offer.request.appealed_at):
        return "The request was refused after this offer. Make or ask for another."
    if offer.has_expired(on):
        return f"This offer expired on {offer.expires_on:%-d %B %Y}. Make or ask for another."
    return ""


def why_not_mandate(
    request: FeeRequest, limit: FeeLimit, *, percent: Decimal, pounds: Decimal, decision: str
) -> str:
    """What a manager may agree to; above it, an executive decision is named."""
    if not request.is_with_council:
        return f"This request is {request.get_status_display().lower()}."
    if decision or limit.allows(percent, pounds):
        return ""
    return (
        f"This is above what a manager may approve ({limit.words}, by {limit.source}). Enter the "
        "reference of the executive decision."
    )


def why_not_write(user: User, request: FeeRequest) -> str:
    if why_not := why_not_negotiate(user, request):
        return why_not
    if not request.is_with_council:
        return f"This request is {request.get_status_display().lower()}: write by email."
    return ""


def why_not_start_with(lines: Collection[FeeLine]) -> str:
    if not lines:
        return (
            "No placement can be in this request: each ends before the new prices would begin, "
            "has a price of the last months, or is in another open request."
        )
    return ""


def why_not_submit_without(lacks: Collection[str]) -> str:
    """What is missing, in words."""
    return "; ".join(lacks) + "." * bool(lacks)


def why_not_raise_from(effective_on: datetime.date, over: FeeLine | None) -> str:
    """A placement that is over by then gets no new price: it may not be asked for."""
    if over:
        return (
            f"Placement {over.placement} ends before {effective_on:%-d %B %Y}, when the new "
            "prices begin. Clear the price asked for this placement."
        )
    return ""


def why_not_expire_on(expires_on: datetime.date, today: datetime.date) -> str:
    return "An offer expires today or later." * (expires_on < today)


def why_not_settle(line: FeeLine, *, is_same: bool) -> str:
    """Nothing is agreed on a price that is no longer the one in the request."""
    if is_same:
        return ""
    return (
        f"The price of placement {line.placement} ({line.get_kind_display().lower()}) was changed "
        "since this request. Correct that price, or refuse and ask for a new request."
    )
