"""Which block the placements of a file are in: that of their school, provision and first day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nmiss.base.core.templatetags.components import day, money
from nmiss.base.importing.rows import Fault
from placements.entries import PlacementEntry
from placements.models import BlockPurchase, Placement, PriceLine, Route
from providers.lines import Step


@dataclass
class Filled:
    """The block of each reference that has one, and what is to be read beforehand."""

    blocks: dict[str, BlockPurchase] = field(default_factory=dict)
    warnings: list[Fault] = field(default_factory=list)


def fill(
    entries: Mapping[str, PlacementEntry], steps: Mapping[str, Step], known: Mapping[str, Placement]
) -> Filled:
    """Find the blocks. A fee in one is a warning and counts no more; too many children a fault."""
    filled = Filled()
    block_places = [each for each in entries.values() if each.route == Route.BLOCK]
    if not block_places:
        return filled
    blocks = BlockPurchase.objects.that_count().select_related("lot").order_by("pk")
    at_school = defaultdict(list)
    for block in blocks:
        at_school[block.school_id, block.provision].append(block)
    for entry in block_places:
        there = at_school[steps[entry.reference].school, entry.provision]
        block = next((each for each in there if _is_of(each, entry.starts_on)), None)
        if block is None:
            remedy = "no block of this school has this day: the fee counts until one is recorded"
            _warn(filled, entry, "route", entry.route, remedy)
            continue
        if entry.annual_fee:
            fee = money(entry.annual_fee)
            remedy = f"it is in {block.reference}: a fee of {fee} does not count"
            _warn(filled, entry, "annual_fee", str(entry.annual_fee), remedy)
            entry.annual_fee = Decimal("0.00")
        filled.blocks[entry.reference] = block
    _check_prices(filled, entries, known)
    _check_places(filled, entries)
    return filled


def _is_of(block: BlockPurchase, on: datetime.date) -> bool:
    return block.starts_on <= on <= block.ends_on


def _warn(filled: Filled, entry: PlacementEntry, column: str, text: str, remedy: str) -> None:
    filled.warnings.append(Fault(entry.row.line, column, text, remedy))


def _check_prices(
    filled: Filled, entries: Mapping[str, PlacementEntry], known: Mapping[str, Placement]
) -> None:
    """One with prices of its own does not go into a block."""
    places = {known[reference].pk: reference for reference in filled.blocks if reference in known}
    lines = PriceLine.objects.that_count().filter(placement__in=places)
    for placement, first in lines.order_by("starts_on").values_list("placement", "starts_on"):
        reference = places[placement]
        if first <= filled.blocks[reference].ends_on:
            remedy = "it has prices of its own: void them before it goes into a block"
            entries[reference].row.fault("route", remedy)


def _check_places(filled: Filled, entries: Mapping[str, PlacementEntry]) -> None:
    """On no day are there more children than places, with those that the file does not have."""
    of_block: dict[BlockPurchase, list[PlacementEntry]] = defaultdict(list)
    for reference, block in filled.blocks.items():
        of_block[block].append(entries[reference])
    for block, rows in of_block.items():
        others = block.placements.exclude(reference__in=[each.reference for each in rows])
        stays = [*others.values_list("starts_on", "ended_on")]
        stays += [(each.starts_on, each.ended_on) for each in rows]
        for on in sorted({first for first, _ in stays}):
            used = sum(_covers(on, *stay) for stay in stays)
            newest = max(
                (each for each in rows if _covers(on, each.starts_on, each.ended_on)),
                key=lambda each: each.starts_on,
                default=None,
            )
            if newest and used > block.places:
                remedy = (
                    f"{block.reference} has {block.places} places, and {used} children on "
                    f"{day(on)}: correct the days, or the route"
                )
                newest.row.fault("starts_on", remedy)
                break


def _covers(on: datetime.date, first: datetime.date, last: datetime.date | None) -> bool:
    return first <= on and (last is None or last >= on)
