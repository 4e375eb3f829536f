"""How many schools each option of a filter would leave, all counted in one query.

The rules here are those of ``placements.filters`` once more, for rows in hand: asking PostgreSQL
option by option would take it two hundred questions. A test holds the two together.
"""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Callable, Mapping, Set
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery

from contracts.models import Membership
from nmiss.base.core.days import YEARS, ages_in_year
from providers.models import (
    EstablishmentStatus,
    Inspection,
    NoStanding,
    School,
    SchoolNeed,
    Sex,
    Standing,
    StandingBand,
    is_boarding,
)

# Of more schools than this nobody asks how many each option leaves.
MOST_WITH_COUNTS = 500


class _Facts(NamedTuple):
    """What filters ask of a school."""

    authority: int
    status: str
    sex: str
    boarding: str
    section_41: str
    lowest_age: int | None
    highest_age: int | None
    in_need: list[str]
    in_lots: list[int]
    in_open_lots: list[int]
    judged: str | None
    inspected: str | None

    def years(self) -> frozenset[str]:
        if self.lowest_age is None or self.highest_age is None:
            return frozenset()
        return _years(self.lowest_age, self.highest_age)

    def sexes(self) -> set[str]:
        return {Sex.BOYS, Sex.GIRLS} if self.sex == Sex.MIXED else {self.sex}

    def standing(self) -> set[str]:
        """Nothing chosen means every status but closed."""
        unless_chosen = set() if self.status == EstablishmentStatus.CLOSED else {""}
        return {self.status, "any"} | unless_chosen

    def membership(self) -> set[str]:
        open_too = {"open"} if self.in_open_lots else set()
        return {"any", *map(str, self.in_lots)} | open_too if self.in_lots else {"none"}

    def judgements(self) -> set[str]:
        """Not returned is read as the lowest band."""
        if self.judged is None:
            return {"none"}
        is_silent = self.judged == NoStanding.NOT_RETURNED
        return {self.judged} | ({StandingBand.BELOW.value} if is_silent else set())


@functools.cache
def _years(lowest: int, highest: int) -> frozenset[str]:
    years = {year: ages_in_year(year) for year in YEARS}
    return frozenset(
        str(year) for year, (first, last) in years.items() if lowest <= first and last <= highest
    )


OPTIONS: dict[str, Callable[[_Facts], Set[str]]] = {
    "need": lambda facts: set(facts.in_need),
    "year": _Facts.years,
    "sex": _Facts.sexes,
    "stay": lambda facts: {"residential" if is_boarding(facts.boarding) else "day"},
    "member": _Facts.membership,
    "standing": _Facts.judgements,
    "inspection": lambda facts: {facts.inspected or "none"},
    "section_41": lambda facts: {facts.section_41},
    "authority": lambda facts: {str(facts.authority)},
    "status": _Facts.standing,
}


def options_of(
    schools: QuerySet[School], *, chosen: Mapping[str, str], on: datetime.date
) -> dict[str, Counter[str]]:
    """Counts by filter and option, among schools narrowed by nothing of ``OPTIONS`` as yet.

    Each filter's counts heed what is chosen in the others and not in itself: they say what would
    be there after a change of mind. Nothing where there are more than five hundred schools.
    """
    rows = _rows(schools, on=on)
    if len(rows) > MOST_WITH_COUNTS:
        return {}
    counts = {name: Counter() for name in OPTIONS}
    for facts in rows:
        values = {name: options(facts) for name, options in OPTIONS.items()}
        failed = [name for name, value in chosen.items() if value not in values[name]]
        for name in OPTIONS:
            if not failed or failed == [name]:
                counts[name].update(values[name])
    return counts


def _rows(schools: QuerySet[School], *, on: datetime.date) -> list[_Facts]:
    needs = SchoolNeed.objects.filter(school=OuterRef("pk")).values("need")
    here = {"school": OuterRef("pk")}
    lots = Membership.objects.on(on).of_the_dps().filter(**here).values("lot__number")
    open_lots = (
        Membership.objects.open_to_call_offs(on).of_the_dps().filter(**here).values("lot__number")
    )
    found = schools.order_by().values_list(
        "authority",
        "status",
        "sex",
        "boarding",
        "section_41",
        "lowest_age",
        "highest_age",
        ArraySubquery(needs),
        ArraySubquery(lots),
        ArraySubquery(open_lots),
        Subquery(Standing.objects.word_of(OuterRef("pk"))),
        Subquery(Inspection.objects.of_row(OuterRef("pk")).values("outcome")),
    )
    return [_Facts(*row) for row in found[: MOST_WITH_COUNTS + 1]]
