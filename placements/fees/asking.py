"""How a provider asks: start a request, fill in its parts, certify it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.days import months_after
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import add_working_days, closed_days
from placements.fees import permissions, recipients
from placements.fees.costs import COSTS
from placements.fees.models import (
    FeeLine,
    FeePart,
    FeeRequest,
    FeeScope,
    FeeSection,
    FeeWindow,
)
from placements.models import Charge, Placement, PriceLine, PriceUnit
from providers.models import Provider, School

BACKGROUND = {
    "accounts": "Latest accounts",
    "reserves": "Reserves",
    "occupancy": "Occupancy",
    "others": "Decisions of other authorities",
    "evidence": "Evidence",
}


class RequestEditedMeanwhile(Exception):
    """Somebody else has saved the same part since this person read it."""

    def __init__(self, section: FeeSection) -> None:
        self.section = section
        super().__init__(f"{section.saved_by} saved this part meanwhile.")


@dataclass(frozen=True)
class MissingFromRequest:
    """Something that a request lacks, and the part in which it is entered."""

    part: str
    words: str


# Starting


@in_person
def start(
    provider: Provider,
    *,
    by: User,
    school: School | None,
    scope: str,
    is_offline: bool = False,
) -> FeeRequest:
    """Start a request for one school or for all, with the prices as they will be on that day.

    An officer enters one that came by post or email (``is_offline``).
    """
    today = timezone.localdate(database_now())
    Provider.objects.select_for_update(no_key=True).get(pk=provider.pk)
    window = FeeWindow.objects.open_on(today)
    stop_if(permissions.why_not_start(by, provider, window, is_offline=is_offline))
    request = FeeRequest.objects.create(
        window=window,
        provider=provider,
        school=school,
        scope=scope,
        started_by=by,
        is_offline=is_offline,
    )
    if scope != FeeScope.NEW:
        found = lines_of(request, today)
        stop_if(permissions.why_not_start_with(found))
        FeeLine.objects.bulk_create(found)
    AuditEvent.record("start_fee_request", request, by=by, placements=request.lines.count())
    return request


def lines_of(request: FeeRequest, today: datetime.date) -> list[FeeLine]:
    """The prices of the placements that may be in it, as they are on the first day of the new."""
    on = request.window.effective_for(today)
    charges = (
        Charge.objects.on(on)
        .filter(placement__in=placements_of(request, on))
        .order_by("placement", "kind", "funder")
    )
    lines = PriceLine.objects.in_bulk([charge.pk for charge in charges if charge.pk > 0])
    recent = months_after(today, -request.window.recent_months)
    new = {
        line.placement_id
        for line in lines.values()
        if not line.imported and recent < line.starts_on and line.kind == "base_education"
    }
    return [
        _line(request, charge, lines.get(charge.pk))
        for charge in charges
        if charge.placement_id not in new and charge.starts_on < on  # not new from that day
    ]


def placements_of(request: FeeRequest, on: datetime.date) -> QuerySet[Placement]:
    """The placements at its schools that began before a day and last until it, and are free.

    Those in a block of places are not: they have no price of their own.
    """
    where = Q(school=request.school) if request.school else Q(school__provider=request.provider)
    elsewhere = FeeLine.objects.filter(is_open=True).exclude(request=request)
    return (
        Placement.objects.on(on)
        .filter(where, starts_on__lt=on, block=None)
        .exclude(pk__in=elsewhere.values("placement"))
    )


def _line(request: FeeRequest, charge: Charge, line: PriceLine | None) -> FeeLine:
    """The price as it is; the imported fee is one by the year."""
    facts = {
        "unit": line.unit if line else PriceUnit.YEAR,
        "quantity": line.quantity if line else Decimal(1),
        "weeks": line.weeks if line else Decimal(38),
        "current_amount": line.amount if line else charge.cost_a_year.quantize(Decimal("0.01")),
    }
    return FeeLine(
        request=request,
        placement_id=charge.placement_id,
        kind=charge.kind,
        funder=charge.funder,
        **facts,
    )


# Filling in


@in_person
def save_prices(
    request: FeeRequest,
    *,
    by: User,
    revision: int,
    asked: Mapping[int, Mapping[str, Any]],
    percent: Decimal | None,
) -> None:
    """Save what is asked, by the numbers of the lines; nothing for a line that is not asked."""
    section = _hold(request, FeePart.PRICES, by=by, revision=revision)
    _write_prices(request, asked, percent)
    _save(section, by=by, answers={})


def _write_prices(
    request: FeeRequest, asked: Mapping[int, Mapping[str, Any]], percent: Decimal | None
) -> None:
    lines = list(request.lines.all())
    for line in lines:
        given = asked.get(line.pk, {})
        line.asked_amount = given.get("asked_amount")
        line.reason = given.get("reason", "")
        line.vat = given.get("vat") or line.vat
    FeeLine.objects.bulk_update(lines, ["asked_amount", "reason", "vat"], batch_size=1000)
    request.asked_percent = percent
    request.save(update_fields=["asked_percent"])


@in_person
def save_section(
    request: FeeRequest, key: str, *, by: User, revision: int, answers: Mapping[str, Any]
) -> None:
    """Save a part. Raises EditedMeanwhile where ``revision`` is no longer the newest."""
    section = _hold(request, key, by=by, revision=revision)
    _save(section, by=by, answers=answers)


def save_held(
    request: FeeRequest,
    parts: Mapping[str, Mapping[str, Any]],
    *,
    by: User,
    asked: Mapping[int, Mapping[str, Any]],
    percent: Decimal | None,
) -> None:
    """Save several parts of a draft that its verb holds, having asked whether it may."""
    sections = {section.key: section for section in request.sections.all()}
    for key, answers in parts.items():
        if key == FeePart.PRICES:
            _write_prices(request, asked, percent)
        _save(sections.get(key) or FeeSection(request=request, key=key), by=by, answers=answers)


def _hold(request: FeeRequest, key: str, *, by: User, revision: int) -> FeeSection:
    request.lock()
    stop_if(permissions.why_not_edit_request(by, request))
    section = request.sections.filter(key=key).select_related("saved_by").first()
    if section is None:
        return FeeSection(request=request, key=key)
    if section.revision != revision:
        raise RequestEditedMeanwhile(section)
    return section


def _save(section: FeeSection, *, by: User, answers: Mapping[str, Any]) -> None:
    section.answers, section.saved_by, section.saved_at = dict(answers), by, timezone.now()
    section.revision += 1
    section.save()
    AuditEvent.record("save_fee_section", section.request, by=by, part=section.key)


# Certifying


def is_standard(request: FeeRequest, lines: Iterable[FeeLine]) -> bool:
    """Whether so little is asked that prices alone are enough: the window says how little."""
    window = request.window
    if request.scope == FeeScope.NEW:
        percent = request.asked_percent
        return percent is not None and percent <= window.standard_percent
    asked = [line for line in lines if line.asked_amount is not None]
    return bool(asked) and all(
        line.current_a_year < window.standard_pounds
        or (line.percent is not None and line.percent <= window.standard_percent)
        for line in asked
    )


def missing(request: FeeRequest, lines: list[FeeLine] | None = None) -> list[MissingFromRequest]:
    """What stands in the way of submitting; the page prints it as its task list."""
    lines = list(request.lines.all()) if lines is None else lines
    found = list(_missing_prices(request, lines))
    if is_standard(request, lines) and not found:
        return []
    sections = {section.key: section.answers for section in request.sections.all()}
    costs = sections.get(FeePart.COSTS, {})
    if lacking := [label for key, label in COSTS.items() if not is_filled(costs.get(key))]:
        count = len(lacking)
        which = f" for {lacking[0]}" if count == 1 else f" for {count} kinds of cost"
        words = f"Enter last year’s and the proposed amount{which}; enter 0 where there is no cost"
        found.append(MissingFromRequest(FeePart.COSTS, words))
    optional = {"others"} | ({"evidence"} if request.documents.exists() else set())
    for key, label in BACKGROUND.items():
        if key not in optional and not sections.get(FeePart.BACKGROUND, {}).get(key):
            found.append(MissingFromRequest(FeePart.BACKGROUND, f"{label}: enter an answer"))
    return found


def is_filled(pair: list[str] | None) -> bool:
    """Whether both amounts of a cost are entered; nought is one."""
    return bool(pair) and all(pair)


def _missing_prices(request: FeeRequest, lines: list[FeeLine]) -> Iterable[MissingFromRequest]:
    if request.scope == FeeScope.NEW:
        if request.asked_percent is None:
            yield MissingFromRequest(FeePart.PRICES, "Enter the increase of the price lists")
        return
    asked = [line for line in lines if line.asked_amount is not None]
    if not asked:
        yield MissingFromRequest(FeePart.PRICES, "Enter the price asked for at least one placement")
    elif request.scope == FeeScope.ALL and len(asked) < len(lines):
        count = len(lines) - len(asked)
        words = f"Enter the price asked for {count} more price" + "s" * (count > 1)
        yield MissingFromRequest(FeePart.PRICES, words)
    unexplained = sum(1 for line in asked if not line.reason)
    if unexplained:
        words = f"Enter a reason for {unexplained} price" + "s" * (unexplained > 1)
        yield MissingFromRequest(FeePart.PRICES, words)


def digest_of_draft(request: FeeRequest) -> str:
    """What tells one state of a draft from another: its prices, answers and documents."""
    rows = (request.lines, request.sections, request.documents)
    return digest_of(request.pk, request.asked_percent, *(each.order_by("pk") for each in rows))


@in_person
def submit(
    request: FeeRequest,
    *,
    by: User,
    seen: str,
    received_on: datetime.date | None = None,
    signed_by: str = "",
) -> None:
    """Certify and submit it. What nobody asked for leaves the request.

    ``seen`` is the ``digest_of_draft`` that was read: editors may go on meanwhile. One that came
    by post or email counts from the day of receipt.
    """
    today = timezone.localdate(database_now())
    request.lock()
    stop_if(permissions.why_not_submit(by, request))
    stop_if_changed("This request", seen=seen, now=digest_of_draft(request))
    if request.is_offline:
        stop_if(permissions.why_not_submit_offline(request, received_on))
        today = received_on
    stop_if(permissions.why_not_submit_without([each.words for each in missing(request)]))
    effective_on = request.window.effective_for(today)
    over = request.lines.asked().exclude(placement__in=Placement.objects.on(effective_on))
    first = over.select_related("placement").order_by("placement__reference").first()
    stop_if(permissions.why_not_raise_from(effective_on, first))
    request.lines.filter(asked_amount=None).delete()
    request.submit(
        by=by,
        effective_on=effective_on,
        is_late=request.window.is_late(today),
        answer_due_on=answer_due(request.window, today),
        received_on=received_on,
        signed_by=signed_by,
    )
    words = {"effective_on": effective_on, "is_late": request.is_late}
    writers = recipients.of_provider(request)
    tell(writers, "placements/fees/received", about=request, **words)
    tell(recipients.of_council(), "placements/fees/arrived", about=request, **words)


def answer_due(window: FeeWindow, since: datetime.date) -> datetime.date:
    """The last day of the council's promise to answer."""
    return add_working_days(since, window.answer_days, closed=closed_days())
