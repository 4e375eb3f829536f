"""The nearest schools with a place free for children who are placed somewhere now.

Nobody's identity is read for it: distances are from the present school, and the age is that of the
school year. The list of a child's own case counts from home, and by the exact age.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from nmiss.base.core.days import ages_in_year
from placements.matching.question import MatchingQuestion, place_funding
from placements.matching.ranking import Match, rank_each
from placements.models import MatchWeights, Placement, Stay
from providers.models import Provision, School, VacancyRules
from providers.positions import Position

MOST = 3


def nearest(
    placements: Sequence[Placement], *, today: datetime.date, without: Iterable[int]
) -> list[list[Match]]:
    """For each placement, the first schools of its list that have a place free.

    ``without`` are the numbers of schools that are no answer: those that the children leave.
    """
    rules, weights = VacancyRules.objects.in_force(today), MatchWeights.objects.in_force(today)
    alike = {
        "on": today,
        "today": today,
        "weights": weights,
        "vacancies_from": rules.oldest_that_counts(today),
        "fresh_from": rules.oldest_that_is_fresh(today),
        "place_funding": place_funding(today),
        "filters": {"free": True, "without": sorted(without)},
        "must_admit": False,
        "most_miles": None,
    }
    return rank_each([_asked(each, today, alike) for each in placements], most=MOST)


def _asked(
    placement: Placement, today: datetime.date, alike: dict[str, object]
) -> MatchingQuestion:
    """What is asked for the child of a placement, whose ``school`` and ``child`` are at hand."""
    child, school = placement.child, placement.school
    year = child.nc_year(on=today)
    needs = [need for need in (placement.primary_need, placement.secondary_need) if need]
    is_day = placement.provision == Provision.DAY
    return MatchingQuestion(
        needs=tuple(dict.fromkeys(needs)),
        age=ages_in_year(year)[0],
        year=year,
        sex=child.sex,
        stay=Stay.DAY if is_day else Stay.RESIDENTIAL,
        home=_place_of(school),
        seed=school.urn,
        **alike,
    )


def _place_of(school: School) -> Position | None:
    if school.easting is None or school.northing is None:
        return None
    return Position(school.easting, school.northing, school.postcode)
