"""The text of a notice, drafted from what the hub holds: a person checks it before it is sent."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from contracts.arrangements import signals
from contracts.arrangements.models import (
    ExtensionOption,
    NoticeKind,
    Variation,
    Vehicle,
    VehicleFigure,
)
from contracts.arrangements.notice_rules import RULES
from contracts.arrangements.quarters import last_of_quarter

# Which forms say who was admitted, which when rounds are, and which by how much the term is longer.
OF_AWARDS = (NoticeKind.F03, NoticeKind.F21, NoticeKind.UK6, NoticeKind.UK7, NoticeKind.UK15)
OF_ROUNDS = (NoticeKind.F01, NoticeKind.F02, NoticeKind.F14, NoticeKind.UK2, NoticeKind.UK3)
OF_ROUNDS += (NoticeKind.UK1, NoticeKind.UK4, NoticeKind.UK13, NoticeKind.UK14)
OF_CHANGES = (NoticeKind.F20, NoticeKind.UK10)
OF_PAYMENTS = (NoticeKind.UK8, NoticeKind.UK9, NoticeKind.UK17)


def draft(
    vehicle: Vehicle, kind: NoticeKind, *, subject: str = "", quarter: datetime.date | None = None
) -> str:
    """The text of a notice. What the hub does not hold is left in square brackets."""
    earlier = vehicle.notices.exclude(kind=kind).order_by("sent_on", "pk")
    facts = {
        "vehicle": vehicle,
        "kind": kind,
        "rule": RULES[kind],
        "council": settings.COUNCIL_NAME,
        "lots": vehicle.lots.order_by("number"),
        "earlier": earlier,
        "today": timezone.localdate(),
        "quarter": quarter,
        "quarter_ends": quarter and last_of_quarter(quarter),
        "of_payments": kind in OF_PAYMENTS,
    }
    if kind in OF_AWARDS:
        facts["admitted"] = _admitted(vehicle, quarter)
    if kind in OF_ROUNDS:
        facts["rounds"] = vehicle.rounds.not_closed().by_time()
    if kind in OF_CHANGES:
        facts["change"] = _change(vehicle, subject)
        facts["option"] = None if facts["change"] else _option(vehicle, subject)
        facts["figure"] = VehicleFigure.objects.filter(vehicle=vehicle).newest_first().first()
    text = render_to_string("contracts/arrangements/notices/draft.txt", facts)
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"


def _admitted(vehicle: Vehicle, quarter: datetime.date | None) -> list[tuple[str, str, str]]:
    """Who was admitted in a quarter; without one, since the beginning."""
    first = quarter or vehicle.starts_on
    last = last_of_quarter(quarter) if quarter else timezone.localdate()
    answers = signals.admissions.send(vehicle, first=first, last=last)
    return [row for _, rows in answers for row in rows]


def _change(vehicle: Vehicle, subject: str) -> Variation | None:
    key = subject.removeprefix("variation-")
    if key == subject or not key.isdecimal():
        return None
    return vehicle.variations.that_count().filter(pk=int(key)).first()


def _option(vehicle: Vehicle, subject: str) -> ExtensionOption | None:
    number = subject.removeprefix("option-")
    options = vehicle.options.select_related("decision")
    if number.isdecimal():
        return options.filter(number=int(number)).first()
    return vehicle.next_option()
