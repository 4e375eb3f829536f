"""Verbs over consequences: propose what returns lead to, do what a manager decides, end plans."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import takewhile

from django.db import transaction

from contracts.models import Membership, Suspension
from kpis import permissions
from kpis.models import (
    Consequence,
    ConsequenceKind,
    ConsequenceRules,
    ImprovementPlan,
    PerformanceDuty,
    Term,
)
from kpis.periods import TermDays
from kpis.rating import Rating
from kpis.reports.matrix import last_periods, results_up_to
from kpis.reports.results import Framework
from kpis.runs import to_propose
from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.acting import in_person
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import add_working_days, closed_days
from providers.models import School, Standing, StandingBand

PROPOSING = 8_860_012
ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def propose_due(today: datetime.date) -> int:
    """Propose what the returns so far lead to, each run once; answer for how many are new."""
    locks.hold(PROPOSING)
    rules = ConsequenceRules.objects.in_force(today)
    there = set(Consequence.objects.exclude(cause="").values_list("school", "cause"))
    # While one is proposed, or a plan is worked on, another run of the same proposes nothing.
    under_way = set(Consequence.objects.proposed().values_list("school", "kind"))
    plans = ImprovementPlan.objects.open().values_list("school", flat=True)
    under_way |= {(school, ConsequenceKind.PLAN.value) for school in plans}
    until = reply_until(today, rules)
    new = [
        each
        for each in to_propose(today, rules)
        if (each.school.pk, each.cause) not in there
        and (each.school.pk, each.kind.value) not in under_way
    ]
    for each in new:
        Consequence.propose(
            each.school,
            by=None,
            kind=each.kind,
            cause=each.cause,
            codes=list(each.codes),
            grounds=each.grounds,
            reply_until=until,
        )
    return len(new)


def propose_by_hand(
    school: School, *, by: User, kind: str, grounds: str, today: datetime.date
) -> Consequence:
    """An officer proposes something for reasons of their own."""
    until = reply_until(today, ConsequenceRules.objects.in_force(today))
    return Consequence.propose(school, by=by, kind=kind, grounds=grounds, reply_until=until)


def reply_until(day: datetime.date, rules: ConsequenceRules) -> datetime.date:
    """The last day on which the provider may reply: so many working days, outside holidays.

    After the last term that we know, every working day counts: nobody waits for a list of terms.
    """
    closed = closed_days()
    terms = [TermDays(*row) for row in Term.objects.values_list("name", "first_day", "last_day")]
    known_to = max((term.last_day for term in terms), default=day)
    left, found = rules.reply_days, day
    while left:
        found = add_working_days(found, 1, closed=closed)
        is_term = any(term.first_day <= found <= term.last_day for term in terms)
        left -= is_term or found > known_to or not rules.outside_holidays
    return found


@in_person
def decide(
    consequence: Consequence,
    *,
    by: User,
    kind: str,
    decision: str,
    starts_on: datetime.date,
) -> None:
    """Have a consequence follow: what it entails is done in the same transaction, or nothing."""
    consequence.decide(by=by, kind=kind, decision=decision)
    if kind in ConsequenceKind.suspending():
        memberships = to_suspend(consequence.school, starts_on)
        stop_if(permissions.why_not_suspend_for(memberships))
        reason = f"{ConsequenceKind(kind).label} for KPIs. {decision}"
        for membership in memberships:
            membership.suspend(by=by, starts_on=starts_on, reason=reason)
    if kind == ConsequenceKind.PLAN:
        plan = ImprovementPlan.objects.create(
            school=consequence.school,
            consequence=consequence,
            opened_on=starts_on,
            opened_by=by,
        )
        AuditEvent.record("open_plan", plan, by=by)


def to_suspend(school: School, day: datetime.date) -> Sequence[Membership]:
    """The memberships under a duty to perform that take new placements on a day."""
    suspended = Suspension.objects.filter(ends_on=None).values("membership")
    rows = Membership.objects.on(day).filter(
        school=school, lot__vehicle__in=PerformanceDuty.objects.vehicles()
    )
    rows = rows.exclude(pk__in=suspended).select_related("lot__vehicle", "school", "provider")
    return list(rows.order_by("lot__number", "pk"))


def good_periods(plan: ImprovementPlan, today: datetime.date) -> int:
    """How many of the last periods in a row were good at the school of a plan.

    A period is good when it ended after the plan began, and each indicator that the plan is about
    was green or amber. Where an officer proposed it for other reasons, the standing must be good.
    """
    if not plan.consequence.codes:
        return _good_standings(plan)
    framework, codes = Framework(), plan.consequence.codes
    last = last_periods(framework, today)
    results = results_up_to(framework, [plan.school_id], last)
    own = [each for each in framework.indicators(today).values() if each.code in codes]
    frequencies = {each.frequency for each in own}
    counts = []
    for frequency in frequencies:
        count = 0
        for period in reversed(results.periods):
            if period.frequency != frequency:
                continue
            if period.last_day <= plan.opened_on:
                break
            ratings = [
                results.result(plan.school_id, each.code, period).rating
                for each in own
                if each.frequency == frequency
            ]
            if any(rating in (None, Rating.RED) for rating in ratings):
                break
            count += 1
        counts.append(count)
    return min(counts, default=0)


def _good_standings(plan: ImprovementPlan) -> int:
    newest: dict[str, str] = {}
    rows = Standing.objects.filter(school=plan.school_id, as_at__gt=plan.opened_on)
    for each in rows.newest_first():
        newest.setdefault(each.period_name, each.band)
    return len(list(takewhile(lambda band: band == StandingBand.GOOD, newest.values())))


def close_plan(
    plan: ImprovementPlan, *, by: User, seen: str, note: str, today: datetime.date
) -> None:
    """End a plan, once enough periods were good."""
    needed = ConsequenceRules.objects.in_force(today).good_periods
    plan.close(
        by=by, seen=seen, note=note, is_good=lambda found: good_periods(found, today) >= needed
    )
