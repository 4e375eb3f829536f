"""The demand profile, share by share."""

from __future__ import annotations

from placements.reports.demand_profile import DemandProfile, ShareOfChildren


def dimensions_of(report: DemandProfile) -> list[tuple[str, ShareOfChildren]]:
    """Each share with the name of what it is a share by."""
    parts = {
        "total": [report.total],
        "schools": [report.schools],
        "need": report.needs,
        "phase": report.phases,
        "nc_year": report.nc_years,
    }
    return [(dimension, share) for dimension, shares in parts.items() for share in shares]
