"""Results of many schools, read at once: a fixed number of queries, however many there are."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from functools import cached_property

from django.db.models import Case, F, Min, Q, When
from django.utils import timezone

from contracts.models import Membership
from kpis import computed, filed, known, rating
from kpis.direction import Direction, direction_of
from kpis.models import (
    AnsweredBy,
    Figure,
    Indicator,
    IndicatorSet,
    KpiReturn,
    ReturnRules,
    ReturnStatus,
    Term,
)
from kpis.periods import Period, Periods
from kpis.rating import NA, Polarity, Result
from providers.models import School

OUTSIDE = frozenset(ReturnStatus.outside())
Key = tuple[int, str, str]  # a school, a frequency, the name of a period


class Framework:
    """All published versions, with their indicators in order; and all periods."""

    def __init__(self, *, instead: IndicatorSet | None = None) -> None:
        """``instead`` judges every day by one version: by a draft, to see what it would say."""
        self.instead = instead
        versions = IndicatorSet.objects.published().prefetch_related("bands")
        self.versions = [instead] if instead else list(versions.order_by("valid_from"))
        self.periods: Periods = Term.objects.periods()
        self._judging: dict[datetime.date, IndicatorSet | None] = {}
        self._of_version: dict[int, dict[str, Indicator]] = defaultdict(dict)
        own = Indicator.objects.filter(indicator_set__in=self.versions).in_order()
        for indicator in own:
            self._of_version[indicator.indicator_set_id][indicator.code] = indicator

    def in_force(self, day: datetime.date) -> IndicatorSet | None:
        """The version by which a period is judged that ends on this day."""
        if self.instead:
            return self.instead
        if day not in self._judging:
            begun = [version for version in self.versions if version.valid_from <= day]
            self._judging[day] = begun[-1] if begun else None
        return self._judging[day]

    def indicators(self, day: datetime.date) -> Mapping[str, Indicator]:
        """Those of the version in force, by code, in the order of their file."""
        version = self.in_force(day)
        return self._of_version[version.pk] if version else {}

    @cached_property
    def returns_since(self) -> datetime.date | None:
        """From when returns are taken here; None where all come from files."""
        return ReturnRules.objects.aggregate(first=Min("valid_from"))["first"]

    @property
    def first_day(self) -> datetime.date:
        return self.versions[0].valid_from if self.versions else datetime.date.max


class Results:
    """What schools returned for some periods, and what that comes to."""

    def __init__(
        self, schools: Collection[int], periods: Collection[Period], framework: Framework
    ) -> None:
        self.schools, self.framework = schools, framework
        self.periods = periods
        own = Q(pk=None)
        for frequency, names in _by_frequency(periods).items():
            own |= Q(frequency=frequency, period_name__in=names)
        self._returns = KpiReturn.objects.filter(own, school__in=schools)
        self._computed: dict[tuple[str, str], Mapping[tuple[int, str], object]] = {}
        self._ours: dict[Period, Mapping[tuple[int, str], known.Ours]] = {}
        self._known: dict[tuple[int, str, str, int], Fraction | Result] = {}

    @cached_property
    def _outside(self) -> set[Key]:
        rows = self._returns.filter(status__in=OUTSIDE)
        return set(rows.values_list("school", "frequency", "period_name"))

    @cached_property
    def _not_due(self) -> set[Key]:
        """The returns that have not come and whose deadline has not passed."""
        rows = self._returns.filter(status__in=ReturnStatus.not_sent())
        rows = rows.filter(due_on__gte=timezone.localdate())
        return set(rows.values_list("school", "frequency", "period_name"))

    @cached_property
    def _given(self) -> Mapping[Key, dict[str, object]]:
        """The figures that count, by return and input."""
        given: dict[Key, dict[str, object]] = defaultdict(dict)
        rows = Figure.objects.counting().filter(version__kpi_return__in=self._returns)
        about = "version__kpi_return__"
        from_file = When(value=None, is_na=False, source=filed.SOURCE, then=F("ours"))
        told = rows.annotate(told=Case(from_file, default=F("value")))
        for school, frequency, period, name, value, is_na, agreed, imported in told.values_list(
            f"{about}school",
            f"{about}frequency",
            f"{about}period_name",
            "input",
            "told",
            "is_na",
            "na_agreed_at",
            "version__imported",
        ):
            found = None if value is None else Fraction(value)
            if is_na and (imported or agreed):
                found = NA
            given[school, frequency, period][name] = found
        return given

    def given(self, school: int, period: Period) -> Mapping[str, object]:
        """What a school's return of a period says."""
        return self._given.get((school, period.frequency, period.name), {})

    def result(self, school: int, code: str, period: Period) -> Result:
        """What an indicator came to, by the version of the period.

        One that the version of its period did not ask so often was not submitted in it.
        """
        found = self._found(school, code, period)
        if isinstance(found, Result):
            return found
        return rating.of_value(self.framework.indicators(period.last_day)[code], found)

    def result_today(self, school: int, code: str, period: Period) -> Result:
        """The same, as people see it: before its deadline a return is not due yet, and not missing.

        Reports, and standings that are written down, go by ``result``.
        """
        found = self.result(school, code, period)
        if found != rating.NOT_SUBMITTED:
            return found
        is_due = (school, period.frequency, period.name) not in self._not_due
        return found if is_due else rating.NOT_DUE

    def _found(self, school: int, code: str, period: Period) -> Fraction | Result:
        """The value, or the result where there is none; worked out once."""
        key = (school, code, period.frequency, period.number)
        if key not in self._known:
            self._known[key] = self._worked_out(school, code, period)
        return self._known[key]

    def _worked_out(self, school: int, code: str, period: Period) -> Fraction | Result:
        indicator = self.framework.indicators(period.last_day).get(code)
        if indicator is None or indicator.frequency != period.frequency:
            return rating.NOT_SUBMITTED
        if (school, period.frequency, period.name) in self._outside:
            return rating.NOT_ASKED
        if indicator.formula:
            return rating.value_of(indicator, self.inputs(indicator, school, period))
        value = self._values(code, period.frequency).get((school, period.name))
        if value is None:
            return rating.NOT_SUBMITTED
        return rating.NOT_APPLICABLE if value is NA else value

    def inputs(self, indicator: Indicator, school: int, period: Period) -> Mapping[str, object]:
        """What was given; of what the council answers our own figures where no file had one.

        That is so of periods that have ended since returns are taken here.
        """
        given = self.given(school, period)
        since = self.framework.returns_since
        is_ours = indicator.answered_by == AnsweredBy.COUNCIL and since is not None
        if not is_ours or not since <= period.last_day < timezone.localdate():
            return given
        wanted = known.names().intersection(indicator.inputs) - given.keys()
        if not wanted:
            return given
        ours = self._our_figures(period)
        return {name: Fraction(ours[school, name].value) for name in wanted} | dict(given)

    def _our_figures(self, period: Period) -> Mapping[tuple[int, str], known.Ours]:
        """What we know of all schools in a period; all of its frequency are counted together."""
        if period not in self._ours:
            alike = {each for each in self.periods if each.frequency == period.frequency}
            spans = {each: (each.first_day, each.last_day) for each in {*alike, period}}
            inputs = {
                name
                for each in spans
                for indicator in self.framework.indicators(each.last_day).values()
                if indicator.answered_by == AnsweredBy.COUNCIL
                and indicator.frequency == period.frequency
                for name in indicator.inputs
            }
            self._ours |= known.figures_of_each(inputs, self.schools, spans)
        return self._ours[period]

    def _values(self, code: str, frequency: str) -> Mapping[tuple[int, str], object]:
        """What the hub worked out itself, asked for once for all schools and periods."""
        if (code, frequency) not in self._computed:
            own = [period for period in self.periods if period.frequency == frequency]
            self._computed[code, frequency] = computed.values_of(code, self.schools, own)
        return self._computed[code, frequency]

    def direction(self, school: int, code: str, last: Period) -> Direction | None:
        """Where the values go, up to a period in which there is one."""
        if isinstance(self._found(school, code, last), Result):
            return None
        points = []
        for period in self.periods:
            if period.frequency != last.frequency or period.number > last.number:
                continue
            value = self._found(school, code, period)
            if not isinstance(value, Result):
                points.append((period.number, self._distance(code, period, last, value)))
        polarity = self.framework.indicators(last.last_day)[code].polarity
        return direction_of(points, polarity)

    def _distance(self, code: str, period: Period, last: Period, value: Fraction) -> Fraction:
        """The value, or near a target how far it is from the target of its own period."""
        now = self.framework.indicators(last.last_day)[code]
        if now.polarity != Polarity.NEAR:
            return value
        target = self.framework.indicators(period.last_day)[code].target
        target = now.target if target is None else target
        return value if target is None else abs(value - Fraction(target))


def _by_frequency(periods: Iterable[Period]) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for period in periods:
        found[period.frequency].append(period.name)
    return found


def periods_so_far(framework: Framework, schools: Collection[int], last: Period) -> list[Period]:
    """The periods of a frequency up to one: all with returns, and all that a version judges."""
    names = KpiReturn.objects.filter(
        school__in=schools, frequency=last.frequency, last_day__lte=last.last_day
    )
    found = {
        name: framework.periods.named(name)
        for name in names.values_list("period_name", flat=True).distinct()
    }
    first_day = framework.first_day
    for period in framework.periods.ended_within(last.frequency, first_day, last.last_day):
        found[period.name] = period
    found[last.name] = last
    return sorted(found.values(), key=lambda period: period.number)


def members_in(period: Period) -> list[School]:
    """The schools that were members on any day of a period, by URN."""
    touching = Membership.objects.touching(period.first_day, period.last_day)
    return list(School.objects.filter(pk__in=touching.values("school")).order_by("urn"))
