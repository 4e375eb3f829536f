"""Verbs over many schools: their standings are written down."""

from __future__ import annotations

import datetime

from django.db import transaction

from kpis.models import ReturnRules, Term
from kpis.periods import Frequency, Period
from kpis.rating import shown
from kpis.reports import standings_in
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
    were written stay on record.
    """
    found = standings_in(period, schools=schools)
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


def settle_standings(today: datetime.date) -> int:
    """Write down how schools stand in each quarter whose returns have had their time.

    That is ten working days after the deadline. A late return, a correction or an agreed "not
    applicable" changes what a quarter comes to: then it is written down again, for a year.
    """
    periods, closed, new = Term.objects.periods(), closed_days(), 0
    for period in periods.ended_within(Frequency.QUARTER, today - LOOK_BACK, today):
        rules = ReturnRules.objects.in_force(period.last_day)
        if rules is None:
            continue
        due_on = rules.dates(period.last_day, closed=closed)["due_on"]
        if today >= add_working_days(due_on, SETTLED, closed=closed):
            new += write_standings(period, by=None)
    return new


def _facts(judged: Judged) -> dict[str, object]:
    return {
        "score": shown(judged.score),
        "coverage": shown(judged.coverage),
        "band": judged.band,
        "reason": judged.reason,
    }


def _differs(standing: Standing | None, facts: dict[str, object]) -> bool:
    return standing is None or any(getattr(standing, name) != facts[name] for name in FACTS)
