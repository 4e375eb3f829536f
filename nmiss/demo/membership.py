"""Who runs the member schools of the demo county, and when each was admitted to the DPS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# Schools per provider: 19 providers for the 26 members of 3.3.
_RUN_BY_ONE_PROVIDER = (3, 1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1)
# "the NMISS DPS was established in September 2022" (1.2) and stayed open to schools thereafter.
_ADMITTED = (
    [date(2022, 9, 1)] * 14
    + [date(2023, 7, 24)] * 5
    + [date(2023, 11, 1)] * 3
    + [date(2024, 5, 20)] * 4
)
_LOTS = (1, 1, 2, 1, 1, 1, 2)

# The eleventh of the 26 left inside the window: in 3.3 it is on the DPS, and after that it is not.
_LEAVER = 10
LEFT_IN_WINDOW = date(2024, 8, 31)
LEFT_BEFORE_WINDOW = date(2023, 8, 31)
# "more schools can bid to join the existing DPS framework until the contract expires" (3.16).
_ADMITTED_LATER = (
    date(2025, 2, 3),
    date(2025, 2, 3),
    date(2025, 9, 1),
    date(2025, 9, 1),
    date(2026, 1, 12),
    date(2026, 5, 18),
    date(2026, 5, 18),
)
_RUN_LATER = (2, 1, 1, 1, 2)

PROVIDERS = len(_RUN_BY_ONE_PROVIDER) + 1 + len(_RUN_LATER)


@dataclass(frozen=True)
class DemoMembership:
    """A school on the DPS: under which provider, in which lot, from when until when."""

    provider: int
    lot: int
    admitted_on: date
    left_on: date | None = None

    def covers(self, day: date) -> bool:
        """Ask whether the school was on the DPS that day, first and last day included."""
        return self.admitted_on <= day and (self.left_on is None or day <= self.left_on)


def _runs(first: int, sizes: tuple[int, ...]) -> list[int]:
    return [first + place for place, size in enumerate(sizes) for _ in range(size)]


def members_of_window(first_provider: int) -> Iterator[DemoMembership]:
    """Yield the membership of each of the 26 schools of 3.3."""
    providers = _runs(first_provider, _RUN_BY_ONE_PROVIDER)
    # A stride through the days of admission, so that a provider's schools came one after another.
    for place, provider in enumerate(providers):
        admitted_on = _ADMITTED[place * 11 % len(_ADMITTED)]
        left_on = LEFT_IN_WINDOW if place == _LEAVER else None
        yield DemoMembership(provider, _LOTS[place % len(_LOTS)], admitted_on, left_on)


def member_before(first_provider: int) -> DemoMembership:
    """Return the membership of the school that left before the window opened."""
    provider = first_provider + len(_RUN_BY_ONE_PROVIDER)
    return DemoMembership(provider, 1, date(2022, 9, 1), LEFT_BEFORE_WINDOW)


def members_after(first_provider: int, until: date) -> list[DemoMembership]:
    """Return the memberships of the schools admitted after the window, up to a day."""
    providers = _runs(first_provider + len(_RUN_BY_ONE_PROVIDER) + 1, _RUN_LATER)
    return [
        DemoMembership(provider, _LOTS[place % len(_LOTS)], admitted_on)
        for place, (provider, admitted_on) in enumerate(
            zip(providers, _ADMITTED_LATER, strict=True)
        )
        if admitted_on <= until
    ]
