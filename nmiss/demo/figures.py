"""What decision report 25/00007 says of the county, and how the demo county is cut to say the same.

Every count is for one county. A county at scale N is N such counties side by side, so that every
count is N-fold and every share and average stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# "Based on all independent placements between April and November 2024" (25/00007, 3.3).
WINDOW_FIRST, WINDOW_LAST = date(2024, 4, 1), date(2024, 11, 30)
# "Total Gross Forecast Spend 2024-25" (3.3): the local government year.
YEAR_FIRST, YEAR_LAST = date(2024, 4, 1), date(2025, 3, 31)
DAYS_IN_YEAR = 365
# "a snapshot from January 2024" (3.7); 18 January 2024 is that year's SEN2 census day.
SNAPSHOT = date(2024, 1, 18)

HOME_AUTHORITY = "886"


@dataclass(frozen=True, eq=False)
class SnapshotRow:
    """A row of the table in 3.3, and where its children stood on the day of the snapshot."""

    is_member: bool
    schools_by_authority: dict[str, int]
    stayed: int  # placed on the snapshot, and still at some day of the window
    arrived: int  # came after the snapshot, before the window closed
    gone: int  # placed on the snapshot, gone before the window opened
    transfers: int  # of those who stayed, how many changed school within the row and the window
    spend: int  # pounds; rounds to the paper's £M, and its average to the paper's £K

    @property
    def pupils(self) -> int:
        return self.stayed + self.arrived


# The first row of the table in 3.3: £46.76M, and £40.34K a child.
ON_THE_DPS = SnapshotRow(
    is_member=True,
    schools_by_authority={"886": 21, "887": 2, "845": 1, "303": 1, "936": 1},
    stayed=963,
    arrived=196,
    gone=60,
    transfers=2,
    spend=46_756_500,
)
# The second row: £39.99M, and £43.95K a child.
OFF_THE_DPS = SnapshotRow(
    is_member=False,
    schools_by_authority={
        "886": 50,
        "887": 14,
        "845": 10,
        "303": 6,
        "305": 5,
        "306": 3,
        "936": 5,
        "938": 3,
        "881": 2,
    },
    stayed=756,
    arrived=154,
    gone=60,
    transfers=1,
    spend=39_992_600,
)
ROWS = (ON_THE_DPS, OFF_THE_DPS)

# "total of 1839 Kent pupils were placed across 120 schools" (3.7): of the 124 schools of 3.3, four
# had none of their children yet.
SCHOOLS_NOT_YET_USED_ON_SNAPSHOT = {True: 1, False: 3}

# "ASD accounting for 45% of placements, SEMH … 33% … SLCN … 11%" (3.8).
NEEDS_ON_SNAPSHOT = {
    "ASD": 828,
    "SEMH": 607,
    "SLCN": 202,
    "MLD": 44,
    "SLD": 37,
    "SPLD": 33,
    "OTH": 24,
    "PD": 16,
    "HI": 14,
    "PMLD": 12,
    "DS": 10,
    "VI": 7,
    "MSI": 5,
}

# "The demand is highest in the secondary phase (75%), and peaks in year 10" (3.8).
NC_YEARS_ON_SNAPSHOT = {
    0: 12,
    1: 24,
    2: 34,
    3: 48,
    4: 60,
    5: 72,
    6: 80,
    7: 215,
    8: 255,
    9: 290,
    10: 345,
    11: 274,
    12: 70,
    13: 42,
    14: 18,
}

# How many of a year group finished in the summer of 2024. The counts of 3.3 and 3.7 leave no room
# for more: 1,839 in January and 2,069 over the window mean that nearly all stayed on.
FINISHED_IN_2024 = {11: 36, 13: 10, 14: 18}
LEFT_EARLY_IN_WINDOW = 20
CAME_AND_WENT_IN_WINDOW = 6

# How many are placed once each autumn's starters have come, after the paper: the demo's own.
PLACED_IN_AUTUMN = (2_110, 2_150)
