"""The numbers of the law, by which everything is counted, read in two queries.

Which numbers there are, with their sources, is in ``LegalParameter``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Self

from nmiss.base.core.models import LegalParameter
from nmiss.base.core.once import once_a_page
from nmiss.base.core.working_days import closed_days

# Education, health and care plans began then (Children and Families Act 2014, part 3), and with
# them the numbers of the law on special educational needs.
FIRST_PLANS = datetime.date(2014, 9, 1)
ASSESS_WITHIN, PROLONGED_TO = "assess_request", "assess_request_prolonged"


@dataclass(frozen=True)
class LawBook:
    """Everything that limits are counted from, read in two queries."""

    parameters: tuple[LegalParameter, ...]
    closed: frozenset[datetime.date]

    @classmethod
    def read(cls) -> Self:
        return cls(_parameters(), closed_days())

    def in_force(self, key: str, *, regime: str, on: datetime.date) -> LegalParameter | None:
        """The number of this key and regime on a day; None where there is none."""
        for each in self.parameters:
            is_it = (each.key, each.regime) == (key, regime) and each.valid_from <= on
            if is_it and (each.valid_to is None or on <= each.valid_to):
                return each
        return None


@once_a_page
def _parameters() -> tuple[LegalParameter, ...]:
    return tuple(LegalParameter.objects.all())
