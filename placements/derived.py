"""What of a place follows from records below it, although nothing in the database ties them.

A call-off has the lot that its school was in on the first day; a place that went on has the
schools that the register's links name. Where these are taken back, the place is built on them.
"""

from __future__ import annotations

import itertools

from django.utils import timezone

from placements.lots import Lots
from placements.models import Placement, Route
from placements.stays import Stays, stays_of
from providers.lines import Successions


def out_of_line() -> set[tuple[str, int]]:
    """The places of which the lot, or the schools, are not (or no longer) what follows."""
    lines = Successions.load()
    lots = Lots(Stays(lines, today=timezone.localdate()))
    found: set[tuple[str, int]] = set()
    for place in Placement.objects.prefetch_related("earlier_schools").iterator(chunk_size=2000):
        steps = stays_of(place)
        if place.route == Route.CALL_OFF:
            lot = lots.of(steps[0])
            if place.lot_id != (lot.pk if lot else None):
                found.add(("lot", place.pk))
        for step, after in itertools.pairwise(steps):
            if not lines.path(step.school, after.school, after=place.starts_on):
                found.add(("school", place.pk))
    return found
