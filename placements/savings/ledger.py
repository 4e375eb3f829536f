"""Rows of the ledger: written for what was finally decided, and taken back by their reverse."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet, Sum

from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.days import academic_year, academic_year_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.money import to_penny
from placements.models import Charge, CostAvoidance, EarlierSchool, Funder, Placement
from placements.savings.models import LEDGER
from providers.models import School

BATCH = 2000


@dataclass(frozen=True)
class Decided:
    """What was finally decided for one placement, in pounds a year; agreed is None if refused."""

    placement: Placement
    effective_on: datetime.date
    current: Decimal
    asked: Decimal
    agreed: Decimal | None


@transaction.atomic
def write_decided(
    request: str,
    decided: Iterable[Decided],
    *,
    by: User | None,
    evidence: str,
    decided_on: datetime.date | None = None,
) -> int:
    """Write the rows of a request that is finally decided, on its effective day or later.

    A placement that is not live on the effective day has none. ``asked`` is what was certified:
    counter-offers do not change it; a request that was withdrawn is not written. Returns how many.
    """
    live = [each for each in decided if is_live(each.placement, each.effective_on)]
    write(
        [(request, each) for each in live],
        by=by,
        batch=uuid.uuid4(),
        evidence=[evidence] * len(live),
        decided_on=decided_on,
    )
    AuditEvent.record("write_cost_avoidance", request, by=by, rows=len(live))
    return len(live)


def write(
    decided: Collection[tuple[str, Decided]],
    *,
    by: User | None,
    batch: uuid.UUID,
    evidence: Collection[str],
    decided_on: datetime.date | None = None,
) -> None:
    """Write one row for each, of whichever request, with where each is to be found."""
    locks.hold(LEDGER)
    places = _Places([each for _, each in decided])
    rows = [
        places.row(
            each,
            request=request,
            decided_on=decided_on,
            evidence=found_in,
            batch=batch,
            written_by=by,
        )
        for (request, each), found_in in zip(decided, evidence, strict=True)
    ]
    _keep(rows)


def take_back(batch: uuid.UUID, by: User | None) -> int:
    """Reverse every row that was written under a context and stands; return how many."""
    locks.hold(LEDGER)
    evidence = "Reverses a row of an import that was undone"
    rows = [
        row.reversing(by=by, batch=uuid.uuid4(), evidence=evidence)
        for row in CostAvoidance.objects.that_stand().filter(batch=batch).in_order()
    ]
    _keep(rows)
    return len(rows)


def take_back_of(placement: Placement, *, by: User) -> int:
    """Reverse every row that stands about a placement that is voided; return how many."""
    locks.hold(LEDGER)
    batch, evidence = uuid.uuid4(), f"Placement {placement.reference} is voided"
    rows = [
        row.reversing(by=by, batch=batch, evidence=evidence)
        for row in standing([placement.pk]).in_order()
    ]
    _keep(rows)
    return len(rows)


def _keep(rows: list[CostAvoidance]) -> None:
    """Write them into the ledger: the hub does it, whoever made the decision."""
    with acting_as_hub():
        CostAvoidance.objects.bulk_create(rows, batch_size=BATCH)


def is_live(placement: Placement, day: datetime.date) -> bool:
    return placement.starts_on <= day and (placement.ended_on is None or day <= placement.ended_on)


class _Places:
    """Where placements were on their effective days, and who bore their prices then."""

    def __init__(self, decided: Collection[Decided]) -> None:
        placements = {each.placement.pk for each in decided}
        self.earlier = defaultdict(list)
        for stay in EarlierSchool.objects.filter(placement__in=placements):
            self.earlier[stay.placement_id].append(stay)
        schools = {each.placement.school_id for each in decided}
        schools |= {stay.school_id for stays in self.earlier.values() for stay in stays}
        self.providers = dict(School.objects.filter(pk__in=schools).values_list("pk", "provider"))
        self.borne: dict[tuple[int, datetime.date], dict[str, Decimal]] = defaultdict(dict)
        for day in {each.effective_on for each in decided}:
            sums = Charge.objects.on(day).filter(placement__in=placements).order_by()
            sums = sums.values_list("placement", "funder").annotate(Sum("cost_a_year"))
            for placement, funder, cost in sums:
                self.borne[placement, day][funder] = cost

    def row(self, decided: Decided, *, request: str, **facts: object) -> CostAvoidance:
        placement, day = decided.placement, decided.effective_on
        year = academic_year_of(day)
        first, last = academic_year(year)
        days_of_year = (last - first).days + 1
        until = min(last, placement.ended_on or last)
        days = (until - max(day, placement.starts_on)).days + 1
        agreed = decided.current if decided.agreed is None else decided.agreed
        avoided = to_penny((decided.asked - agreed) * days / days_of_year)
        saved = to_penny((decided.current - agreed) * days / days_of_year)
        school = self._school(placement, day)
        shares = self._shares(placement, day)
        return CostAvoidance(
            request=request,
            placement=placement,
            school_id=school,
            provider_id=self.providers[school],
            effective_on=day,
            academic_year=year,
            days=days,
            days_of_year=days_of_year,
            current=decided.current,
            asked=decided.asked,
            agreed=agreed,
            is_refused=decided.agreed is None,
            is_new=placement.starts_on == day,
            avoided=avoided,
            saved=saved,
            health_avoided=to_penny(avoided * shares[Funder.HEALTH]),
            health_saved=to_penny(saved * shares[Funder.HEALTH]),
            care_avoided=to_penny(avoided * shares[Funder.SOCIAL_CARE]),
            care_saved=to_penny(saved * shares[Funder.SOCIAL_CARE]),
            **facts,
        )

    def _school(self, placement: Placement, day: datetime.date) -> int:
        stays = self.earlier[placement.pk]
        there = (each.school_id for each in stays if each.from_on <= day <= each.until_on)
        return next(there, placement.school_id)

    def _shares(self, placement: Placement, day: datetime.date) -> dict[str, Decimal]:
        borne = self.borne[placement.pk, day]
        whole = sum(borne.values(), Decimal(0))
        return {
            each: borne.get(each, Decimal(0)) / whole if whole else Decimal(0) for each in Funder
        }


def standing(placements: Iterable[int]) -> QuerySet[CostAvoidance]:
    """The rows that stand about these placements."""
    return CostAvoidance.objects.that_stand().filter(placement__in=placements)
