"""The reports as pictures, for those who would rather look than read."""

from __future__ import annotations

from collections.abc import Sequence

from nmiss.base.core.pictures import Bar, Bars
from nmiss.base.core.templatetags.components import percent
from placements.reports.demand_profile import DemandProfile, ShareOfChildren
from placements.reports.dps_status import DpsStatus

SERIES = ("On the DPS", "Not on the DPS")


def of_dps_status(report: DpsStatus) -> Bars:
    """How schools, children and spend divide between the DPS and the others."""
    bars = []
    for name, field in (("Schools", "schools"), ("Children", "placements"), ("Spend", "spend")):
        sides = (report.dps, report.non_dps)
        lengths = [float(getattr(side, field)) for side in sides]
        shares = [percent(getattr(side, f"{field}_percent")) for side in sides]  # as in the table
        bars.append(Bar(name, lengths, " + ".join(shares)))
    return Bars(bars, SERIES, share=True)


def of_needs(report: DemandProfile) -> Bars:
    """Children by primary need."""
    return _of_shares(report.needs)


def of_years(report: DemandProfile) -> Bars:
    """Children by National Curriculum year."""
    return _of_shares(report.nc_years)


def _of_shares(shares: Sequence[ShareOfChildren]) -> Bars:
    bars = [
        Bar(share.label, (share.dps, share.non_dps), f"{share.dps:,} + {share.non_dps:,}")
        for share in shares
    ]
    return Bars(bars, SERIES)
