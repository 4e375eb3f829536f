"""Figures of committee papers, read across children, schools and memberships."""

from placements.reports.demand_profile import (
    DIMENSIONS,
    DemandProfile,
    demand_profile,
    label_of,
    places_behind,
)
from placements.reports.dps_status import (
    DPS,
    LABELS,
    NON_DPS,
    TOTAL,
    DpsStatus,
    StatusRow,
    Window,
    dps_status,
    figures_of,
    schools_of,
)
from placements.reports.options import MOST_WITH_COUNTS, OPTIONS, options_of
from placements.reports.search import search
from placements.reports.today import (
    joined_to_place_today,
    suspended_since,
    with_cost,
    with_place_today,
    with_today,
    year_in_sql,
)

__all__ = [
    "DIMENSIONS",
    "DPS",
    "LABELS",
    "MOST_WITH_COUNTS",
    "NON_DPS",
    "OPTIONS",
    "TOTAL",
    "DemandProfile",
    "DpsStatus",
    "StatusRow",
    "Window",
    "demand_profile",
    "dps_status",
    "figures_of",
    "joined_to_place_today",
    "label_of",
    "options_of",
    "places_behind",
    "schools_of",
    "search",
    "suspended_since",
    "with_cost",
    "with_place_today",
    "with_today",
    "year_in_sql",
]
