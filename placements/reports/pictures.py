"""The reports as pictures, for those who would rather look than read."""

from __future__ import annotations

from collections.abc import Sequence

from nmiss.base.core.charts import Bar, bars
from placements.reports.demand_profile import DemandProfile, Share
from placements.reports.dps_status import DpsStatus

DPS, NON_DPS = "On the DPS", "Not on the DPS"


def of_dps_status(report: DpsStatus) -> str:
    """How schools, children and spend divide between the DPS and the others."""
    parts = []
    for name, field in (("Schools", "schools"), ("Children", "placements"), ("Spend", "spend")):
        parts.append(Bar(name, DPS, float(getattr(report.dps, field))))
        parts.append(Bar(name, NON_DPS, float(getattr(report.non_dps, field))))
    return bars(parts, unit="Share", series=(DPS, NON_DPS), share=True)


def of_needs(report: DemandProfile) -> str:
    """Children by primary need."""
    return _of_shares(report.needs)


def of_years(report: DemandProfile) -> str:
    """Children by National Curriculum year."""
    return _of_shares(report.nc_years)


def _of_shares(shares: Sequence[Share]) -> str:
    parts = []
    for share in shares:
        parts.append(Bar(share.label, DPS, share.dps))
        parts.append(Bar(share.label, NON_DPS, share.non_dps))
    return bars(parts, unit="Children", series=(DPS, NON_DPS))
