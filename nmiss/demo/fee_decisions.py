"""How the fee window of 2024/25 ended for the other providers of the demo, who asked by letter.

What was decided for them comes in by the import.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from random import Random

from nmiss.base.accounts.models import User
from nmiss.demo.dated import at, moved_to
from placements.models import Placement
from placements.savings.imports import import_fee_decisions

EFFECTIVE_ON, TAKEN_IN_ON = date(2024, 9, 1), date(2024, 9, 16)
HEADINGS = ("request", "placement_ref", "effective_on", "current", "asked", "agreed")
# In tenths of a per cent: asked, and agreed of ten providers; None where it was refused.
_ASKED = (50, 70)
_AGREED = (20, 25, 30, 30, 35, 40, 45, 60, -10, None)


def take_in_fee_decisions(*, by: User) -> None:
    """Have what was decided for each provider of the DPS, in the month when it took effect."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fee-window-2024-25.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADINGS)
            writer.writerows(_rows())
        with moved_to(at(TAKEN_IN_ON, 10, 25)):
            import_fee_decisions(path, by=by)


def _rows() -> Iterator[tuple[object, ...]]:
    rng = Random("fee window 2024/25")
    live = Placement.objects.on(EFFECTIVE_ON).filter(starts_on__lt=EFFECTIVE_ON)
    others = live.exclude(school__provider=None).exclude(
        school__provider__fee_requests__effective_on=EFFECTIVE_ON
    )
    asked_for = others.order_by("school__provider", "reference")
    rows = asked_for.values_list("school__provider", "reference", "annual_fee")
    for number, (_, places) in enumerate(groupby(rows, key=lambda row: row[0]), start=1):
        asked, agreed = rng.randint(*_ASKED), rng.choice(_AGREED)
        for _, reference, fee in places:
            yield (
                f"FR-2024-{number:03}",
                reference,
                EFFECTIVE_ON,
                fee,
                _raised(fee, asked),
                "" if agreed is None else _raised(fee, agreed),
            )


def _raised(fee: Decimal, tenths: int) -> int:
    return round(fee * (1000 + tenths) / 1000)
