"""Notices that are due, derived from what the hub holds: each until it is recorded or waived.

Award notices by quarter are in ``quarters``. What was decided before our records began is not asked
for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Min

from contracts.arrangements import signals
from contracts.arrangements.law import LawBook
from contracts.arrangements.models import (
    ExtensionOption,
    Ground,
    Notice,
    NoticeKind,
    NoticeWaiver,
    OptionStatus,
    Regime,
    Variation,
    Vehicle,
    VehicleKind,
)
from contracts.arrangements.notice_rules import RULES
from contracts.arrangements.quarters import last_of_quarter, quarter_of
from nmiss.base.core.together import Wanted, find_together

ONE_DAY = datetime.timedelta(days=1)
PAYMENTS_FROM = datetime.date(2026, 4, 1)
COMPLIANCE_FROM = datetime.date(2026, 1, 1)
PIPELINE_ABOVE = 2_000_000
DETAILS, PAYMENTS, ENDING = "contract_details", "contract_payment", "contract_termination"
PIPELINE, COMPLIANCE = "pipeline", "payments_compliance"
FIRST_ROUND, THE_END, BEGINNING = "first-round", "end", "beginning"


@dataclass(frozen=True)
class Duty:
    """A notice to send: its form, what it is about, and the day by which it is sent.

    ``subject`` tells duties of one form apart, and is what a notice or a waiver settles.
    """

    vehicle: Vehicle
    kind: NoticeKind
    subject: str
    about: str
    due_on: datetime.date

    @property
    def source(self) -> str:
        return RULES[self.kind].source

    @property
    def form(self) -> str:
        """Its code alone."""
        return self.kind.upper()

    def tag(self, today: datetime.date) -> str:
        return "overdue" if self.due_on < today else "due soon"


def duties_of(vehicle: Vehicle, *, today: datetime.date) -> list[Duty]:
    """Notices of a vehicle that are still to be sent, the earliest first."""
    return duties_of_each([vehicle], today=today)[vehicle.pk]


def duties_of_each(vehicles: Sequence[Vehicle], *, today: datetime.date) -> dict[int, list[Duty]]:
    """The same for each of these, by its key; all that is read for it in one statement."""
    by_key = {each.pk: each for each in vehicles if each.kind != VehicleKind.SPOT}
    found: dict[int, list[Duty]] = {each.pk: [] for each in vehicles}
    if not by_key:
        return found
    held = _held(by_key)
    settled = {(row.vehicle_id, row.kind, row.subject) for row in held.settled}
    law = LawBook.read()
    for duty in (
        *_of_first_rounds(by_key, held),
        *_of_options(by_key, held),
        *_of_variations(by_key, held),
        *_of_contracts(by_key, law),
        *_of_terms(by_key, today, law),
        *_of_payments(by_key, today, law),
        *_of_pipelines(by_key, today, law),
        *_of_compliance(by_key, held, today, law),
    ):
        if (duty.vehicle.pk, duty.kind.value, duty.subject) not in settled:
            found[duty.vehicle.pk].append(duty)
    for duties in found.values():
        duties.sort(key=lambda each: (each.due_on, each.kind, each.subject))
    return found


@dataclass(frozen=True)
class _Held:
    """What the hub holds of some vehicles that leads to notices, or settles them."""

    settled: list[Notice | NoticeWaiver]
    in_use: list[Vehicle]  # with the opening of the first round
    options: list[ExtensionOption]
    variations: list[Variation]
    first_of_the_act: int | None


def _held(vehicles: dict[int, Vehicle]) -> _Held:
    decided = (OptionStatus.DECIDED, OptionStatus.NOTIFIED, OptionStatus.IN_EFFECT)
    options = ExtensionOption.objects.filter(vehicle__in=vehicles, status__in=decided)
    changes = Variation.objects.that_count().filter(ground__in=Ground.notified())
    with_rounds = Vehicle.objects.filter(pk__in=vehicles).annotate(opens=Min("rounds__opens_at"))
    subject = ["vehicle_id", "kind", "subject"]
    of_the_act = Vehicle.objects.of_the_act().exclude(kind=VehicleKind.SPOT)
    notices, waivers, in_use, used, changed, first = find_together(
        [
            Wanted(Notice.objects.filter(vehicle__in=vehicles), subject),
            Wanted(NoticeWaiver.objects.filter(vehicle__in=vehicles), subject),
            Wanted(with_rounds.exclude(opens=None), ["opens"]),
            Wanted(
                options.exclude(decided_by=None).in_order(),
                ["vehicle_id", "number", "starts_on", "ends_on"],
            ),
            Wanted(
                changes.filter(vehicle__in=vehicles).order_by("pk"),
                ["vehicle_id", "agreed_on", "ground"],
            ),
            Wanted(of_the_act.order_by("starts_on", "pk"), most=1),
        ]
    )
    first_of_the_act = first.rows[0].pk if first.rows else None
    settled = [*notices.rows, *waivers.rows]
    return _Held(settled, in_use.rows, used.rows, changed.rows, first_of_the_act)


def _of_first_rounds(vehicles: dict[int, Vehicle], held: _Held) -> Iterator[Duty]:
    sent = {(row.vehicle_id, row.kind) for row in held.settled}
    for each in held.in_use:
        kind = NoticeKind.F02 if _is_of_2015(vehicles[each.pk]) else NoticeKind.UK4
        if (each.pk, kind.value) not in sent:
            about = "The first round"
            yield Duty(vehicles[each.pk], kind, FIRST_ROUND, about, each.opens.date())


def _of_options(vehicles: dict[int, Vehicle], held: _Held) -> Iterator[Duty]:
    for option in held.options:
        vehicle = vehicles[option.vehicle_id]
        kind = NoticeKind.F20 if _is_of_2015(vehicle) else NoticeKind.UK10
        about = f"Extension by option {option.number} to {option.ends_on:%-d %B %Y}"
        yield Duty(vehicle, kind, f"option-{option.number}", about, option.starts_on - ONE_DAY)


def _of_variations(vehicles: dict[int, Vehicle], held: _Held) -> Iterator[Duty]:
    """Additional services and unforeseen circumstances are notified (reg 72(3))."""
    for each in held.variations:
        about = f"Variation of {each.agreed_on:%-d %B %Y}, ground ({each.ground})"
        subject = f"variation-{each.pk}"
        yield Duty(vehicles[each.vehicle_id], NoticeKind.F20, subject, about, each.agreed_on)


def _of_contracts(vehicles: dict[int, Vehicle], law: LawBook) -> Iterator[Duty]:
    of_the_act = [key for key, each in vehicles.items() if not _is_of_2015(each)]
    if not of_the_act:
        return
    answers = signals.contracts_made.send(Vehicle, vehicles=of_the_act)
    for key, number, whose, made_on in (row for _, rows in answers for row in rows):
        vehicle = vehicles[key]
        if vehicle.kind == VehicleKind.DYNAMIC_MARKET:  # its members have no contract by that alone
            about = f"New member: {whose}"
            yield Duty(vehicle, NoticeKind.UK15, f"member-{number}", about, made_on)
        elif limit := law.in_force(DETAILS, regime=Regime.PA2023, on=made_on):
            due_on = made_on + datetime.timedelta(days=limit.value)
            about = f"Contract with {whose}"
            yield Duty(vehicle, NoticeKind.UK7, f"contract-{number}", about, due_on)


def _of_terms(vehicles: dict[int, Vehicle], today: datetime.date, law: LawBook) -> Iterator[Duty]:
    for vehicle in vehicles.values():
        if _is_of_2015(vehicle):
            continue
        if vehicle.kind == VehicleKind.DYNAMIC_MARKET:
            yield from _of_a_market(vehicle, today)
        elif vehicle.has_ended(today):
            limit = law.in_force(ENDING, regime=Regime.PA2023, on=vehicle.ends_on)
            days = datetime.timedelta(days=limit.value if limit else 0)
            about = "The end of the arrangement"
            yield Duty(vehicle, NoticeKind.UK11, THE_END, about, vehicle.ends_on + days)


def _of_a_market(vehicle: Vehicle, today: datetime.date) -> Iterator[Duty]:
    began, about = vehicle.established_on, "The dynamic market"
    yield Duty(vehicle, NoticeKind.UK13, BEGINNING, about, began - ONE_DAY)
    if began <= today:
        yield Duty(vehicle, NoticeKind.UK14, BEGINNING, about, began)
    if vehicle.has_ended(today):
        yield Duty(vehicle, NoticeKind.UK16, THE_END, about, vehicle.ends_on)


def _of_payments(
    vehicles: dict[int, Vehicle], today: datetime.date, law: LawBook
) -> Iterator[Duty]:
    """Quarters that are over, of arrangements under the Act, since the duty began."""
    for vehicle in vehicles.values():
        first = quarter_of(max(PAYMENTS_FROM, vehicle.starts_on))
        until = min(today, vehicle.ends_on or today)
        while not _is_of_2015(vehicle) and last_of_quarter(first) < today and first <= until:
            last = last_of_quarter(first)
            limit = law.in_force(PAYMENTS, regime=Regime.PA2023, on=last)
            due_on = last + datetime.timedelta(days=limit.value if limit else 0)
            about = f"Payments over £30,000, {first:%B} to {last:%B %Y}"
            yield Duty(vehicle, NoticeKind.UK8, f"payments-{first}", about, due_on)
            first = last + ONE_DAY


def _of_pipelines(
    vehicles: dict[int, Vehicle], today: datetime.date, law: LawBook
) -> Iterator[Duty]:
    """Arrangements over £2 million that are still to come, within 18 months of 1 April."""
    first = datetime.date(today.year - (today < datetime.date(today.year, 4, 1)), 4, 1)
    last = datetime.date(first.year + 1, 9, 30)
    for vehicle in vehicles.values():
        is_great = (vehicle.advertised_value or 0) > PIPELINE_ABOVE
        is_to_come = today < vehicle.established_on <= last and not _is_of_2015(vehicle)
        limit = law.in_force(PIPELINE, regime=Regime.PA2023, on=first)
        if is_great and is_to_come and limit:
            due_on = first + datetime.timedelta(days=limit.value - 1)
            about = f"The pipeline from {first:%-d %B %Y}"
            yield Duty(vehicle, NoticeKind.UK1, f"pipeline-{first.year}", about, due_on)


def _of_compliance(
    vehicles: dict[int, Vehicle], held: _Held, today: datetime.date, law: LawBook
) -> Iterator[Duty]:
    """One notice of the council each half year, noted at its first arrangement under the Act."""
    vehicle = vehicles.get(held.first_of_the_act) if held.first_of_the_act else None
    if vehicle is None:
        return
    begins = max(COMPLIANCE_FROM, vehicle.starts_on)
    for year in range(begins.year, today.year + 1):
        for last in (datetime.date(year, 3, 31), datetime.date(year, 9, 30)):
            limit = law.in_force(COMPLIANCE, regime=Regime.PA2023, on=last)
            if begins <= last < today and limit:
                due_on = last + datetime.timedelta(days=limit.value)
                about = f"Payments of the council in the six months to {last:%-d %B %Y}"
                yield Duty(vehicle, NoticeKind.UK17, f"compliance-{last}", about, due_on)


def _is_of_2015(vehicle: Vehicle) -> bool:
    return vehicle.regime == Regime.PCR2015
