"""Returns come into being by themselves: the day after a period ends, for each school in the DPS.

Beat only ticks. Which returns there should be is asked of the database, so a tick that comes late,
or twice, makes each of them once. Figures that the council has are filled in, and kept up until the
school begins; from then on only our own figure changes, beside the school's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from contracts.models import Membership
from kpis import known
from kpis.known import Ours
from kpis.models import (
    AnsweredBy,
    Figure,
    IndicatorSet,
    KpiReturn,
    ReturnRules,
    ReturnStatus,
    ReturnVersion,
    Term,
)
from kpis.periods import Frequency, Period, Periods
from nmiss.base.core import locks
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import closed_days

MAKING = 8_860_011
ONE_DAY = datetime.timedelta(days=1)
LOOK_BACK = datetime.timedelta(days=400)  # what ended longer ago was made, or is not asked for


@dataclass(frozen=True)
class DaysInDps:
    """The days of one school in the DPS within a period."""

    school: int
    joined_on: datetime.date
    last_on: datetime.date


def reconcile(today: datetime.date) -> None:
    """Make the returns that should be there by now. As often as you like, by any number."""
    first_rules = ReturnRules.objects.order_by("valid_from").first()
    if first_rules is None:
        return
    periods = Term.objects.periods()
    since = max(first_rules.valid_from, today - LOOK_BACK)
    for frequency in Frequency:
        for period in periods.ended_within(frequency, since, today - ONE_DAY):
            _make(period, list(stays_in(period, until=period.last_day)))
        _make_for_leavers(periods.of_day(frequency, today), today)
    _keep_up(periods, since)


def _make_for_leavers(period: Period | None, today: datetime.date) -> None:
    """Make the last return of schools that left in the period that is running."""
    if period is None:
        return
    stays = stays_in(period, until=today)
    _make(period, [stay for stay in stays if stay.last_on < today])


def stays_in(period: Period, *, until: datetime.date) -> Iterable[DaysInDps]:
    """The schools that were members on a day of the period, each with its first and last day.

    A school that is a member in several lots, or again after a break, has one stay.
    """
    rows = Membership.objects.touching(period.first_day, until).order_by("school", "admitted_on")
    found: dict[int, DaysInDps] = {}
    for membership in rows.select_related("lot__vehicle"):
        school, last_on = membership.school_id, min(membership.last_on or until, until)
        before = found.get(school)
        joined_on = before.joined_on if before else membership.admitted_on
        last_on = max(last_on, before.last_on) if before else last_on
        found[school] = DaysInDps(school, joined_on, last_on)
    return found.values()


@transaction.atomic
def _make(period: Period, stays: list[DaysInDps]) -> None:
    locks.hold(MAKING)
    there = KpiReturn.objects.filter(frequency=period.frequency, period_name=period.name)
    made_for = set(there.values_list("school", flat=True))
    stays = [stay for stay in stays if stay.school not in made_for]
    rules = ReturnRules.objects.in_force(period.last_day)
    version = IndicatorSet.objects.in_force(period.last_day)
    if not stays or rules is None or version is None:
        return
    asked = inputs_asked(version, period.frequency)
    if not asked:
        return
    is_term = period.frequency == Frequency.TERM
    term, closed = Term.objects.get(name=period.name) if is_term else None, closed_days()
    made = KpiReturn.objects.bulk_create(
        _return_for(stay, period, term, rules, closed=closed) for stay in stays
    )
    AuditEvent.record("make_returns", f"returns for {period.name}", by=None, made=len(made))
    fill_in([each for each in made if each.status == ReturnStatus.TO_DO], asked, period)


def inputs_asked(version: IndicatorSet, frequency: str) -> list[str]:
    """The inputs of a return in the order of the framework, each once.

    None where schools have nothing to answer, because we know it all.
    """
    answered = [
        each
        for each in version.indicators.in_order()
        if each.frequency == frequency and each.answered_by == AnsweredBy.SCHOOL
    ]
    inputs = list(dict.fromkeys(name for each in answered for name in each.inputs))
    return inputs if set(inputs) - known.names() else []


def _return_for(
    stay: DaysInDps,
    period: Period,
    term: Term | None,
    rules: ReturnRules,
    *,
    closed: frozenset[datetime.date],
) -> KpiReturn:
    covers_to = min(stay.last_on, period.last_day)
    is_too_short = rules.is_too_short(stay.joined_on, covers_to)
    reason = f"It joined less than {rules.least_days_in} days before the end."
    return KpiReturn(
        school_id=stay.school,
        frequency=period.frequency,
        period_name=period.name,
        first_day=period.first_day,
        last_day=period.last_day,
        term=term,
        covers_to=covers_to,
        status=ReturnStatus.NOT_ASKED if is_too_short else ReturnStatus.TO_DO,
        not_asked_reason=reason if is_too_short else "",
        **rules.dates(covers_to, closed=closed),
    )


def fill_in(returns: list[KpiReturn], inputs: Iterable[str], period: Period) -> None:
    """Begin a first version of each return with what we know."""
    versions = ReturnVersion.objects.bulk_create(
        ReturnVersion(kpi_return=each, number=1) for each in returns
    )
    figures = []
    for covers_to, some in _by_last_day(versions).items():
        schools = [each.kpi_return.school_id for each in some]
        ours = known.figures_of(list(inputs), schools, period, until=covers_to)
        figures += [figure for each in some for figure in _figures(each, inputs, ours)]
    Figure.objects.bulk_create(figures)


def _keep_up(periods: Periods, since: datetime.date) -> None:
    """Count anew what we know of the returns that schools have not sent.

    Where nobody has begun, the new figure is filled in. Where somebody has, it stands beside
    theirs, and both are kept.
    """
    waiting = KpiReturn.objects.filter(
        status__in=ReturnStatus.with_school(), imported=False, last_day__gte=since
    )
    names = waiting.order_by().values_list("period_name", "covers_to").distinct()
    for name, covers_to in names:
        _keep_up_one(periods.named(name), covers_to)


@transaction.atomic
def _keep_up_one(period: Period, covers_to: datetime.date) -> None:
    locks.hold(MAKING)
    # Held, so that nobody begins one between our reading and our writing.
    waiting = KpiReturn.objects.filter(
        period_name=period.name, covers_to=covers_to, status__in=ReturnStatus.with_school()
    )
    held = list(waiting.select_for_update(of=("self",), no_key=True).order_by("pk"))
    rows = Figure.objects.filter(
        version__sealed_at=None, version__kpi_return__in=held, input__in=known.names()
    )
    figures = list(rows.select_related("version__kpi_return"))
    schools = {figure.version.kpi_return.school_id for figure in figures}
    inputs = {figure.input for figure in figures}
    ours = known.figures_of(inputs, schools, period, until=covers_to)
    changed = []
    for figure in figures:
        now = ours[figure.version.kpi_return.school_id, figure.input].value
        if now == figure.ours:
            continue
        if figure.version.kpi_return.status == ReturnStatus.TO_DO:
            figure.value = now
        figure.ours = now
        changed.append(figure)
    Figure.objects.bulk_update(changed, ["value", "ours"])


def _by_last_day(versions: Iterable[ReturnVersion]) -> dict[datetime.date, list[ReturnVersion]]:
    found: dict[datetime.date, list[ReturnVersion]] = {}
    for each in versions:
        found.setdefault(each.kpi_return.covers_to, []).append(each)
    return found


def _figures(
    version: ReturnVersion, inputs: Iterable[str], ours: Mapping[tuple[int, str], Ours]
) -> Iterable[Figure]:
    for name in inputs:
        found = ours.get((version.kpi_return.school_id, name))
        yield Figure(
            version=version,
            input=name,
            value=found.value if found else None,
            ours=found.value if found else None,
            source=found.source if found else "",
        )
