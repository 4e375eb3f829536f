"""A block of the demo: places at a school of lot 2, some of which nobody uses."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

from contracts.models import Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.days import academic_year_of
from nmiss.demo.county import PLACEMENT_HEADINGS
from nmiss.demo.dated import at, moved_to
from nmiss.demo.places import home_postcode
from placements.imports import import_placements
from placements.models import BlockPurchase
from providers.models import School
from providers.models.school import Sex

BOUGHT_ON, STARTS_ON, ENDS_ON = date(2025, 7, 14), date(2025, 9, 1), date(2028, 8, 31)
PLACES, PRICE, SPOT_PRICE = 12, Decimal(2_016_000), Decimal(64_000)
# The first day of each child's stay, and the last of one who left.
STAYS = (
    *[(date(2025, 9, 1), None)] * 5,
    (date(2025, 9, 1), date(2026, 2, 13)),
    (date(2025, 11, 3), None),
    (date(2026, 4, 20), None),
)


def buy_block(*, officer: User, manager: User) -> None:
    """Twelve places for three years, and those who came to them by the import of placements."""
    school, lot = _school_of_lot_2()
    with moved_to(at(BOUGHT_ON, 11, 20)):
        BlockPurchase.buy(
            school,
            by=manager,
            lot=lot,
            provision="day",
            places=PLACES,
            price=PRICE,
            starts_on=STARTS_ON,
            ends_on=ENDS_ON,
            spot_price=SPOT_PRICE,
            decision="Officer decision of July 2025",
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "block-placements.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(PLACEMENT_HEADINGS)
            writer.writerows(_rows(school))
        import_placements(path, by=officer)


def _school_of_lot_2() -> tuple[School, object]:
    """One for children in the middle of their school years, who may stay for the whole period."""
    members = Membership.objects.of_the_dps().on(STARTS_ON).on(BOUGHT_ON)
    allowed = members.filter(
        lot__block_allowed=True, school__lowest_age__lte=11, school__highest_age__gte=16
    )
    found = allowed.select_related("school", "lot").order_by("school__urn")[0]
    return found.school, found.lot


def _rows(school: School) -> Iterator[tuple[object, ...]]:
    rng = Random("block places")
    needs = [each.need for each in school.needs.order_by("pk")] or ["ASD"]
    born_in = academic_year_of(STARTS_ON) - 12
    for number, (first, last) in enumerate(STAYS, start=1):
        yield (
            f"PLC-B{number:05}",
            f"CB{number:05}",
            date(born_in, rng.randint(1, 8), rng.randint(1, 28)),
            "F" if school.sex == Sex.GIRLS else "M",
            needs[0],
            "",
            home_postcode(rng),
            school.urn,
            "block",
            "day",
            first,
            last or "",
            "moved_away" if last else "",
            0,
        )
