"""The lot of a call-off: the one in which its school was on the first day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from contracts.models import Lot, Membership
from placements.stays import Stays
from providers.lines import Step


class Lots:
    """Which school was open to call-offs in which lot, on any day."""

    def __init__(self, stays: Stays) -> None:
        self.stays = stays
        memberships = Membership.objects.select_related("lot__vehicle").prefetch_related(
            "suspensions"
        )
        self.of_school = defaultdict(list)
        for membership in memberships.order_by("lot__number", "pk"):
            self.of_school[membership.school_id].append(membership)

    def of(self, first: Step) -> Lot | None:
        """The lot of a place that began on a day at a school.

        A school in both lots that day counts in lot 2, whose schools are consulted first. Where
        several schools became this one since, and nobody says at which the place began, there
        is a lot only if it is the same whichever it was.
        """
        origins = self.origins(first)
        lots = {self._on(school, first.from_on) for school in origins}
        return lots.pop() if len(lots) == 1 else None

    def origins(self, first: Step) -> list[int]:
        """The school where the place began, or those of which that may be said."""
        came = self.stays.origins(first.school, first.from_on)
        return [step.school for step in came] if len(came) > 1 else [first.school]

    def _on(self, school: int, day: datetime.date) -> Lot | None:
        memberships: Iterable[Membership] = self.of_school[school]
        open_then = [each.lot for each in memberships if each.takes_call_offs_on(day)]
        return open_then[-1] if open_then else None
