"""How a request is negotiated: questions, notes, offers and counter-offers, and the end of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import money
from nmiss.base.core.working_days import add_working_days, closed_days
from placements.fees import outcomes, permissions, recipients, settling
from placements.fees.asking import answer_due
from placements.fees.models import (
    FeeMessage,
    FeeNote,
    FeeOffer,
    FeeOfferLine,
    FeeRequest,
    FeeStatus,
    Speaker,
)
from placements.fees.sums import more_of, rise_of_lists

THE_REQUEST = "This request"


def digest_of_request(request: FeeRequest, user: User) -> str:
    """What tells one state of a negotiation from another: what is asked, every offer, and the
    price lists that rise with one.

    The council's people read the mandates, too. What was certified stays until it is withdrawn.
    """
    own = () if user.is_provider else request.mandates.order_by("pk").values_list("pk", flat=True)
    offers = request.offers.order_by("pk").values_list("pk", flat=True)
    lists = [list(each.lines.all()) for each in settling.lists_that_follow(request)]
    asked = request.asked_percent, request.appealed_at, request.effective_on
    return digest_of(request.pk, asked, offers, own, lists)


@in_person
def ask_for_information(request: FeeRequest, *, by: User, text: str) -> None:
    """Ask the provider for what is missing."""
    days = request.window.information_days
    due_on = add_working_days(timezone.localdate(database_now()), days, closed=closed_days())
    request.ask_for_information(by=by, due_on=due_on)
    _say(request, by=by, text=text)
    words = {"text": text, "due_on": due_on}
    tell(recipients.of_provider(request), "placements/fees/information", about=request, **words)


@in_person
def write(request: FeeRequest, *, by: User, text: str) -> None:
    """Tell the other side something; an answer, where information was asked for."""
    request.lock()
    stop_if(permissions.why_not_write(by, request))
    if by.is_provider and request.status == FeeStatus.INFORMATION:
        request.give_information(
            by=by, answer_due_on=answer_due(request.window, timezone.localdate(database_now()))
        )
    _say(request, by=by, text=text)
    AuditEvent.record("write_on_fee_request", request, by=by)
    to = recipients.of_council() if by.is_provider else recipients.of_provider(request)
    tell(to, "placements/fees/message", about=request, text=text, writer=by.name)


@in_person
def note(request: FeeRequest, *, by: User, text: str) -> None:
    """Write a note that the council alone reads."""
    stop_if(permissions.why_not_answer_request(by, request))
    FeeNote.objects.create(request=request, text=text, written_by=by)
    AuditEvent.record("note_on_fee_request", request, by=by)


@in_person
def offer(
    request: FeeRequest,
    *,
    by: User,
    seen: str,
    percent: Decimal | None,
    expires_on: datetime.date,
    text: str = "",
    apart: Mapping[int, Decimal] = MappingProxyType({}),
) -> FeeOffer:
    """Make the next offer, or counter-offer. Without a percentage it is what was asked.

    ``apart`` has the percentages of lines that differ from the others, by their numbers.
    """
    request.lock()
    stop_if(permissions.why_not_negotiate(by, request))
    stop_if_changed(THE_REQUEST, seen=seen, now=digest_of_request(request, by))
    more, rise = more_of(list(request.lines.all()), percent, apart), rise_of_lists(request, percent)
    stop_if(permissions.why_not_offer(by, request, percent=rise, more=more))
    stop_if(permissions.why_not_expire_on(expires_on, timezone.localdate(database_now())))
    number = request.offers.count() + 1
    request.negotiate(by=by, offer=number)
    made = FeeOffer.objects.create(
        request=request,
        number=number,
        side=Speaker.of(by),
        percent=percent,
        apart=len(apart),
        more_a_year=more,
        expires_on=expires_on,
        text=text,
        made_by=by,
    )
    FeeOfferLine.objects.bulk_create(
        FeeOfferLine(offer=made, line_id=line, percent=own) for line, own in apart.items()
    )
    to = recipients.of_council() if by.is_provider else recipients.of_provider(request)
    tell(to, "placements/fees/offered", about=request, offer=made, more=money(made.more_a_year))
    return made


@in_person
def accept(made: FeeOffer, *, by: User, seen: str) -> None:
    """Accept the other side's newest offer: the prices change with it, or nothing does."""
    request = made.request
    request.lock()
    today = timezone.localdate(database_now())
    newest = request.offers.newest_first().first()
    stop_if(permissions.why_not_negotiate(by, request))
    stop_if(permissions.why_not_accept(by, made, newest=newest, on=today))
    stop_if_changed(THE_REQUEST, seen=seen, now=digest_of_request(request, by))
    if not by.is_provider:
        rise = rise_of_lists(request, made.percent)
        stop_if(permissions.why_not_offer(by, request, percent=rise, more=made.more_a_year))
    request.agree(by=by, on=today, percent=made.percent)
    made.accepted_by, made.accepted_at = by, timezone.now()
    made.save(update_fields=["accepted_by", "accepted_at"])
    settling.settle(request, made, by=by)
    outcomes.write_savings(today)
    _tell_of_decision(request)


@in_person
def refuse(request: FeeRequest, *, by: User, seen: str, reason: str) -> None:
    """Refuse it: every price stays as it is."""
    request.lock()
    stop_if(permissions.why_not_answer_request(by, request))
    stop_if_changed(THE_REQUEST, seen=seen, now=digest_of_request(request, by))
    request.refuse(by=by, on=timezone.localdate(database_now()), reason=reason)
    settling.settle_refused(request, by=by)
    _tell_of_decision(request)


@in_person
def escalate(request: FeeRequest, *, by: User, reason: str) -> None:
    request.escalate(by=by, reason=reason)
    _say(request, by=by, text=reason)
    tell(recipients.of_council(), "placements/fees/escalated", about=request, reason=reason)


@in_person
def appeal(request: FeeRequest, *, by: User, text: str) -> None:
    """Appeal against a refusal, once."""
    request.appeal(
        by=by, answer_due_on=answer_due(request.window, timezone.localdate(database_now()))
    )
    _say(request, by=by, text=text)
    tell(recipients.of_council(), "placements/fees/appealed", about=request, text=text)


@transaction.atomic
def withdraw(request: FeeRequest, *, by: User) -> None:
    was_with_council = request.is_with_council
    request.withdraw(by=by)
    if was_with_council:
        tell(recipients.of_council(), "placements/fees/withdrawn", about=request)


def _say(request: FeeRequest, *, by: User, text: str) -> None:
    FeeMessage.objects.create(request=request, side=Speaker.of(by), text=text, written_by=by)


def _tell_of_decision(request: FeeRequest) -> None:
    people = [*recipients.of_provider(request), *recipients.of_council()]
    tell(people, "placements/fees/decided", about=request)
