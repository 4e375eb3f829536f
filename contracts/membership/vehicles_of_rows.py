"""Of which vehicle a row of memberships speaks: a lot is always a lot of a vehicle."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Self

from contracts.arrangements.models import Vehicle
from nmiss.base.core.documents import day
from nmiss.base.importing.rows import Row


@dataclass(frozen=True)
class Arrangement:
    """A vehicle with its lots and its term; ``pk`` is none of the DPS before it is here."""

    pk: int | None
    name: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    lots: frozenset[int] = field(default_factory=frozenset)

    def lasts(self, on: datetime.date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)

    @property
    def is_the_dps(self) -> bool:
        return self.name == Vehicle.DPS


THE_DPS = Arrangement(
    None,
    Vehicle.DPS,
    Vehicle.DPS_BEGAN,
    Vehicle.DPS_INITIAL_END,
    frozenset(Vehicle.DPS_LOTS),
)


class Arrangements:
    """All vehicles into whose lots schools are admitted."""

    def __init__(self, known: list[Arrangement]) -> None:
        self.known = known
        self.dps = next((each for each in known if each.is_the_dps), THE_DPS)

    @classmethod
    def read(cls) -> Self:
        vehicles = Vehicle.objects.with_members().prefetch_related("lots").by_name()
        known = [
            Arrangement(
                each.pk,
                each.name,
                each.starts_on,
                each.ends_on,
                frozenset(lot.number for lot in each.lots.all()),
            )
            for each in vehicles
        ]
        return cls(known if any(each.is_the_dps for each in known) else [*known, THE_DPS])

    def of(self, row: Row, on: datetime.date | None) -> Arrangement | None:
        """The vehicle that a row names; without a name the DPS, while it lasts and is the only one.

        Notes a fault, and gives None, where that cannot be said.
        """
        if named := row.text("vehicle"):
            return self._named(row, named)
        if on is None:
            return self.dps
        in_force = [each for each in self.known if each.lasts(on)]
        if len(in_force) > 1:
            names = " or ".join(each.name for each in in_force)
            row.fault("vehicle", f"two arrangements are in force on {day(on)}: enter {names}")
            return None
        if in_force and not in_force[0].is_the_dps and on >= self.dps.starts_on:
            ended = f"the DPS ended on {day(self.dps.ends_on)}"
            row.fault("vehicle", f"{ended}: enter the name of the arrangement")
            return None
        return self.dps

    def _named(self, row: Row, named: str) -> Arrangement | None:
        for each in self.known:
            if each.name.casefold() == " ".join(named.split()).casefold():
                return each
        row.fault("vehicle", "enter one of " + ", ".join(each.name for each in self.known))
        return None
