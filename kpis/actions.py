"""Verbs over many schools: their standings are written down."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kpis.models import KpiReturn, ReturnRules, ReturnStatus, Term
from kpis.periods import Frequency, Period
from kpis.rating import shown
from kpis.reports import standings_in
from kpis.reports.matrix import last_periods
from kpis.reports.results import Framework
from kpis.scoring import Judged
from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import add_working_days, closed_days
from providers.models import School, Standing

SETTLED = 10  # working days after the deadline
LOOK_BACK = datetime.timedelta(days=400)
FACTS = ("score", "coverage", "band", "reason")


@transaction.atomic
def write_standings(period: Period, *, by: User | None, schools: list[School] | None = None) -> int:
    """Write down how schools stand in a period, and answer for how many that is new.

    Safe to do again: a school for which nothing has changed gets no other standing; those that
    were written stay on record. A school whose own return has not had its time is left for later:
    silence is no answer before then.
    """
    found = standings_in(period, schools=schools)
    waiting = _waiting_for([one.school for one in found], period)
    found = [one for one in found if one.school.pk not in waiting]
    newest = {
        each.school_id: each
        for each in Standing.objects.filter(
            school__in=[one.school for one in found], period_name=period.name
        ).order_by("written_at", "pk")
    }
    new = [
        Standing(
            school=one.school, period_name=period.name, as_at=period.last_day, **_facts(one.judged)
        )
        for one in found
        if _differs(newest.get(one.school.pk), _facts(one.judged))
    ]
    Standing.objects.bulk_create(new)
    if new:
        AuditEvent.record("write_standings", str(period), by=by, schools=len(new))
    return len(new)


def _waiting_for(schools: list[School], period: Period) -> set[int]:
    """The schools that have not sent a return that counts, whose deadline is not long past."""
    last = last_periods(Framework(), period.last_day).values()
    own = Q(pk=None)
    for each in filter(None, last):
        own |= Q(frequency=each.frequency, period_name=each.name)
    rows = KpiReturn.objects.filter(own, school__in=schools, status__in=ReturnStatus.not_sent())
    today, closed = timezone.localdate(), closed_days()
    return {
        school
        for school, due_on in rows.exclude(due_on=None).values_list("school", "due_on")
        if today < add_working_days(due_on, SETTLED, closed=closed)
    }


def judge_anew(kpi_return: KpiReturn) -> int:
    """Write the standings in which this return counts, where they are due and have changed."""
    school, since = kpi_return.school, kpi_return.last_day
    written = Standing.objects.filter(school=school, as_at__range=(since, since + LOOK_BACK))
    periods = Term.objects.periods()
    names = set(written.values_list("period_name", flat=True))
    due = [each for each in _settled(timezone.localdate()) if each.last_day >= since]
    found = {name: periods.named(name) for name in names} | {each.name: each for each in due}
    every = sorted(found.values(), key=lambda each: each.last_day)
    return sum(write_standings(each, by=None, schools=[school]) for each in every)


def settle_standings(today: datetime.date) -> int:
    """Write down how schools stand in each quarter whose returns have had their time.

    That is ten working days after the deadline. A late return, a correction or an agreed "not
    applicable" changes what a quarter comes to: then it is written down again, for a year.
    """
    return sum(write_standings(period, by=None) for period in _settled(today))


def _settled(today: datetime.date) -> Iterator[Period]:
    """The quarters of the last year whose deadline was long enough ago, the oldest first."""
    periods, closed = Term.objects.periods(), closed_days()
    for period in periods.ended_within(Frequency.QUARTER, today - LOOK_BACK, today):
        rules = ReturnRules.objects.in_force(period.last_day)
        if rules is None:
            continue
        due_on = rules.dates(period.last_day, closed=closed)["due_on"]
        if today >= add_working_days(due_on, SETTLED, closed=closed):
            yield period


def _facts(judged: Judged) -> dict[str, object]:
    return {
        "score": shown(judged.score),
        "coverage": shown(judged.coverage),
        "band": judged.band,
        "reason": judged.reason,
    }


def _differs(standing: Standing | None, facts: dict[str, object]) -> bool:
    return standing is None or any(getattr(standing, name) != facts[name] for name in FACTS)
