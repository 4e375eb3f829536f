"""The reports as PDF: the tables of their pages, whole, for a committee's papers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from nmiss.base.core.documents import Block, day, table, text
from nmiss.base.core.printing import pdf_of
from nmiss.base.core.templatetags import components
from placements.reports.demand_profile import DemandProfile, ShareOfChildren
from placements.reports.dps_status import DpsStatus

# As the page has it.
CAVEAT = (
    "Do not compare the costs of DPS and non-DPS schools like for like. Neither cost is adjusted "
    "for need, phase or boarding."
)


def dps_status_pdf(report: DpsStatus) -> bytes:
    """Table 3.3 of decision report 25/00007, with the parts of each figure below it."""
    window = report.window
    caption = f"{day(window.first)} to {day(window.last)}, spend {window.years}"
    columns = [
        *("NMISS status", "Schools", "% of schools", "Out of area", "% out of area"),
        *("Placements", "% of placements", "Total gross forecast spend", "% of spend"),
        *("Average gross cost per pupil", "Annualised cost per child-year"),
    ]
    rows = [
        (
            row.label,
            row.schools,
            components.percent(row.schools_percent),
            row.out_of_area,
            components.percent(row.out_of_area_percent),
            components.whole(row.placements),
            components.percent(row.placements_percent),
            components.pounds(row.spend),
            components.percent(row.spend_percent),
            _pounds(row.average_cost),
            _pounds(row.annualised_cost),
        )
        for row in report
    ]
    blocks = [
        text(f"{settings.COUNCIL_NAME}. As at {day(report.as_at)}."),
        table(caption, columns, rows, figures=range(1, len(columns))),
        *(text(note) for note in report.notes),
        text(CAVEAT),
        text(
            "Each share is of the total of its column. Placements are children, each once in a "
            "row. An average is spend ÷ children; a child-year is 365 days in force, or 366 in a "
            "leap year."
        ),
    ]
    return _printed("DPS status", blocks, on=report.as_at)


def demand_profile_pdf(report: DemandProfile) -> bytes:
    """Who the children are on one day (3.7, 3.8)."""
    parts = {
        "Children and schools": [report.total, report.schools],
        "Primary need": report.needs,
        "National Curriculum year": report.nc_years,
        "Phase": report.phases,
    }
    blocks = [text(f"{settings.COUNCIL_NAME}. Placements in force on {day(report.on)}.")]
    blocks += [
        block for caption, shares in parts.items() if shares for block in _shares(caption, shares)
    ]
    return _printed("Demand profile", blocks, on=timezone.localdate())


def _shares(caption: str, shares: Sequence[ShareOfChildren]) -> Iterator[Block]:
    columns = [caption, "On the DPS", "Not on the DPS", "All", "%"]
    rows = [
        (
            share.label,
            components.whole(share.dps),
            components.whole(share.non_dps),
            components.whole(share.children),
            components.percent(share.percent),
        )
        for share in shares
    ]
    yield table(caption, columns, rows, figures=range(1, len(columns)))
    if note := components.rounding_note(share.percent for share in shares):
        yield text(note)


def _pounds(amount: Decimal | None) -> str:
    return "–" if amount is None else components.pounds(amount)


def _printed(title: str, blocks: list[Block], *, on: datetime.date) -> bytes:
    return pdf_of(title, blocks, author=settings.COUNCIL_NAME, on=on, is_wide=True)
