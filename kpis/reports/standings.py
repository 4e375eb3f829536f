"""How schools stand in a period: each indicator by the last period of its own frequency."""

from __future__ import annotations

from dataclasses import dataclass

from kpis.models import Indicator
from kpis.periods import Period
from kpis.rating import NOT_SUBMITTED, Result
from kpis.reports.results import Framework, Results, members_in
from kpis.scoring import Judged, judge
from providers.models import NoStanding, School


@dataclass(frozen=True)
class Standings:
    """How a school stands, with the results that this comes from."""

    school: School
    judged: Judged
    results: list[tuple[Indicator, Result]]


def standings_in(
    period: Period, *, framework: Framework | None = None, schools: list[School] | None = None
) -> list[Standings]:
    """How each school stands that was a member on any day of the period, by URN.

    List, weights and bands are those of the version in force on its last day. Each indicator counts
    with the last period of its frequency that ended by then, judged by the version of that one.
    """
    framework = framework or Framework()
    schools = members_in(period) if schools is None else schools
    version = framework.in_force(period.last_day)
    if version is None:
        nothing = Judged(reason=NoStanding.NOTHING_APPLICABLE)
        return [Standings(school, nothing, []) for school in schools]
    indicators = list(framework.indicators(period.last_day).values())
    last = {
        frequency: framework.periods.last_ended(frequency, period.last_day)
        for frequency in {each.frequency for each in indicators}
    }
    periods = [each for each in last.values() if each is not None]
    results = Results([school.pk for school in schools], periods, framework)
    found = []
    for school in schools:
        own = []
        for each in indicators:
            of = last[each.frequency]
            result = results.result(school.pk, each.code, of) if of else NOT_SUBMITTED
            own.append((each, result))
        found.append(Standings(school, judge(version, own), own))
    return found
