"""Keeping what the register says of schools by the day from which it says so."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from providers.models import School, SchoolPeriod

BATCH = 1000


def record(urns: Collection[int], *, as_at: datetime.date) -> None:
    """Close the periods that the register has ended, and open those that it has begun.

    A second extract of one day corrects the
    first, and so does one that is older than what we have.
    """
    schools = {school.pk: school for school in School.objects.filter(urn__in=urns)}
    open_ones = SchoolPeriod.objects.filter(school__in=schools, until_on=None)
    last = {period.school_id: period for period in open_ones}
    ended, corrected, begun = [], [], []
    for pk, school in schools.items():
        period = last.get(pk)
        if period is not None and _facts(period) == _facts(school):
            continue
        if period is not None and period.from_on >= as_at:
            corrected.append(_with_facts_of(school, period))
            continue
        if period is not None:
            period.until_on = as_at - datetime.timedelta(days=1)
            ended.append(period)
        begun.append(_with_facts_of(school, SchoolPeriod(school=school, from_on=as_at)))
    SchoolPeriod.objects.bulk_update(ended, ["until_on"], batch_size=BATCH)
    SchoolPeriod.objects.bulk_update(corrected, SchoolPeriod.FACTS, batch_size=BATCH)
    SchoolPeriod.objects.bulk_create(begun, batch_size=BATCH)


def _facts(of: School | SchoolPeriod) -> list[object]:
    return [getattr(of, fact) for fact in SchoolPeriod.FACTS]


def _with_facts_of(school: School, period: SchoolPeriod) -> SchoolPeriod:
    for fact in SchoolPeriod.FACTS:
        setattr(period, fact, getattr(school, fact))
    return period
