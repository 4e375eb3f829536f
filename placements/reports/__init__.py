"""Figures of committee papers, read across children, schools and memberships."""

from placements.reports.demand_profile import DemandProfile, demand_profile
from placements.reports.dps_status import DpsStatus, StatusRow, Window, dps_status

__all__ = [
    "DemandProfile",
    "DpsStatus",
    "StatusRow",
    "Window",
    "demand_profile",
    "dps_status",
]
