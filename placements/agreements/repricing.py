"""New prices of a place by another version of its agreement, beside those that fees agreed."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from nmiss.base.accounts.models import User
from placements.agreements.models import AgreedPrice, PlacementAgreement
from placements.agreements.terms import ONE_DAY
from placements.models import Placement, PriceLine

Key = tuple[str, str]
FACTS = ("unit", "quantity", "amount", "weeks")


def change_prices(place: Placement, agreement: PlacementAgreement, *, by: User) -> None:
    """Each price that is another from that day ends the day before; the new one follows.

    A rise that a fee request has settled for a later day stays: it was agreed, too. Where the
    version has another quantity, it is that quantity at the later amount.
    """
    starts_on = agreement.starts_on
    agreed = {(line.kind, line.funder): line for line in agreement.prices.order_by("pk")}
    there = place.price_lines.that_count().touching(starts_on, agreement.ends_on)
    lines = list(there.order_by("starts_on", "pk"))
    later = _settled(place, [line for line in lines if line.starts_on > starts_on], agreed)
    same = _end(lines, agreed, later, agreement, by=by)
    for key, new in agreed.items():
        if key not in same:
            until = _day_before(later[key])
            add_price(place, new, starts_on=starts_on, ends_on=until, by=by)
        for line in later[key]:
            _take_quantity(line, new, agreement, by=by)


def _end(
    lines: list[PriceLine],
    agreed: Mapping[Key, AgreedPrice],
    later: Mapping[Key, list[PriceLine]],
    agreement: PlacementAgreement,
    *,
    by: User,
) -> set[Key]:
    """End or void what the version replaces; those that go on as they are."""
    starts_on, same = agreement.starts_on, set()
    kept = {line.pk for each in later.values() for line in each}
    for line in (line for line in lines if line.pk not in kept):
        key = line.kind, line.funder
        if line.starts_on <= starts_on and _is_same(line, agreed.get(key), later[key]):
            same.add(key)
        elif line.starts_on >= starts_on:
            line.void(by=by, reason=f"Replaced by agreement {agreement.reference}")
        else:
            line.end(by=by, last_on=starts_on - ONE_DAY)
    return same


def add_price(
    place: Placement,
    agreed: AgreedPrice,
    *,
    by: User,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    **other: Any,
) -> None:
    """A line of the agreement’s price from a day on."""
    parts = agreed.parts | other
    PriceLine.of(place, starts_on=starts_on, ends_on=ends_on, **parts).add(by=by)


def _settled(
    place: Placement, lines: list[PriceLine], agreed: Mapping[Key, AgreedPrice]
) -> dict[Key, list[PriceLine]]:
    """Those of the later lines that a fee request has settled, and whose price the version has."""
    facts = ("kind", "funder", "request__effective_on", "agreed_amount")
    settled = set(place.fee_lines.filter(is_open=False).values_list(*facts))
    found = defaultdict(list)
    for line in lines:
        new = agreed.get((line.kind, line.funder))
        is_settled = (line.kind, line.funder, line.starts_on, line.amount) in settled
        if is_settled and new and new.unit == line.unit:
            found[line.kind, line.funder].append(line)
    return found


def _day_before(lines: list[PriceLine]) -> datetime.date | None:
    return lines[0].starts_on - ONE_DAY if lines else None


def _is_same(line: PriceLine, agreed: AgreedPrice | None, later: list[PriceLine]) -> bool:
    if agreed is None or line.ends_on != _day_before(later):
        return False
    return all(getattr(line, fact) == getattr(agreed, fact) for fact in FACTS)


def _take_quantity(
    line: PriceLine, agreed: AgreedPrice, agreement: PlacementAgreement, *, by: User
) -> None:
    """Have the quantity and weeks of the version at the amount that was settled."""
    if (line.quantity, line.weeks) == (agreed.quantity, agreed.weeks):
        return
    line.void(by=by, reason=f"Another quantity by agreement {agreement.reference}")
    days = {"starts_on": line.starts_on, "ends_on": line.ends_on}
    add_price(line.placement, agreed, by=by, amount=line.amount, **days)
