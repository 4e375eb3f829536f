"""The anonymous median of other schools: never the value of any of them.

Others are schools of other providers with the same main need, or all of them where fewer than five
of those have a value. Of fewer than five there is no median. It is rounded to two figures, since
the middle one of an odd number of values would be a school's own.
"""

from __future__ import annotations

import datetime
import statistics
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count

from kpis.models import Indicator
from kpis.periods import Period
from kpis.reports.results import Framework, Results, members_in
from placements.models import Placement
from providers.models import Need, School, SchoolNeed

FEWEST = 5
FIGURES = 2


@dataclass(frozen=True)
class PeerMedian:
    """The median of other schools, rounded; how many they are, and the need that they share."""

    value: Decimal
    schools: int
    need: str = ""

    @property
    def short(self) -> str:
        """The same in a table."""
        return f"{self.value:,f} ({self.schools} schools)"

    @property
    def words(self) -> str:
        """The median and of how many schools, as pages say it."""
        alike = f" with the same main need ({self.need})" if self.need else ""
        return f"{self.value:,f}, of {self.schools} other schools{alike}"


def medians_for(
    school: School,
    indicators: Sequence[Indicator],
    last: Mapping[str, Period | None],
    *,
    framework: Framework,
    on: datetime.date,
) -> dict[str, PeerMedian]:
    """By the code of an indicator, in the last period of its frequency; some have none."""
    members = {
        each.pk: each
        for period in last.values()
        if period is not None
        for each in members_in(period)
    }
    others = [pk for pk, each in members.items() if _is_another(each, school)]
    needs = main_needs([school.pk, *others], on)
    need = needs.get(school.pk, "")
    alike = {pk for pk in others if need and needs.get(pk) == need}
    periods = [period for period in last.values() if period is not None]
    results = Results(others, periods, framework)
    found = {}
    for each in indicators:
        period = last[each.frequency]
        if period is None:
            continue
        values = {pk: results.result(pk, each.code, period).value for pk in others}
        if (median := _median(values, alike, need)) is not None:
            found[each.code] = median
    return found


def _is_another(other: School, school: School) -> bool:
    """Whether it is of another provider: whoever knows some of the values guesses the rest."""
    same = school.provider_id is not None and other.provider_id == school.provider_id
    return other.pk != school.pk and not same


def _median(
    values: Mapping[int, Fraction | None], alike: Collection[int], need: str
) -> PeerMedian | None:
    of_need = [value for pk, value in values.items() if value is not None and pk in alike]
    of_all = [value for value in values.values() if value is not None]
    if len(of_need) >= FEWEST:
        return PeerMedian(rounded(statistics.median(of_need)), len(of_need), Need(need).label)
    if len(of_all) >= FEWEST:
        return PeerMedian(rounded(statistics.median(of_all)), len(of_all))
    return None


def rounded(value: Fraction) -> Decimal:
    """To two figures: 91.37 is 91, and 0.0352 is 0.035."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if not exact:
        return Decimal(0)
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - FIGURES + 1))


def main_needs(schools: Collection[int], on: datetime.date) -> dict[int, str]:
    """The primary need of most of our children at each school on a day.

    Of a school without any it is the one need that the register says, where it says one alone.
    """
    counts: dict[int, list[tuple[int, str]]] = defaultdict(list)
    placed = Placement.objects.filter(school__in=schools).on(on).order_by()
    for school, need, count in placed.values_list("school", "primary_need").annotate(Count("pk")):
        counts[school].append((-count, need))
    found = {school: min(needs)[1] for school, needs in counts.items()}
    told: dict[int, list[str]] = defaultdict(list)
    for school, need in SchoolNeed.objects.filter(school__in=schools).values_list("school", "need"):
        told[school].append(need)
    return {school: needs[0] for school, needs in told.items() if len(needs) == 1} | found
