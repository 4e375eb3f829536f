"""The reports as CSV, in the columns that were agreed for them."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterable
from io import StringIO

from placements.reports.demand_profile import DemandProfile, Share
from placements.reports.dps_status import DpsStatus, StatusRow


def dps_status_csv(report: DpsStatus) -> str:
    """Rows dps, non_dps and total; pounds to the penny, shares in per cent to two decimals."""
    columns = [field.name for field in dataclasses.fields(StatusRow)]
    return _csv(columns, ([getattr(row, column) for column in columns] for row in report))


def demand_profile_csv(report: DemandProfile) -> str:
    """A row for each value of total, schools, need, phase and nc_year that occurs."""
    return _csv(
        ["dimension", "value", "children", "percent"],
        (
            [dimension, share.value, share.children, share.percent]
            for dimension, share in dimensions_of(report)
        ),
    )


def dimensions_of(report: DemandProfile) -> list[tuple[str, Share]]:
    """Each share with the name of what it is a share by."""
    parts = {
        "total": [report.total],
        "schools": [report.schools],
        "need": report.needs,
        "phase": report.phases,
        "nc_year": report.nc_years,
    }
    return [(dimension, share) for dimension, shares in parts.items() for share in shares]


def _csv(heading: list[str], rows: Iterable[list]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return text.getvalue()
