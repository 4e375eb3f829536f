"""Keeping what the register says of schools by the day from which it says so."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from providers.models import School, SchoolPeriod

BATCH = 1000


def record(said: Mapping[int, Mapping[str, Any]], *, as_at: datetime.date) -> None:
    """Close the periods that the register has ended, and open those that it has begun.

    What it said comes by URN and field, before anything of ours is kept against it. A second
    extract of one day corrects the first. (``register.fault_of_its_day`` lets no older one in;
    a name without a day counts as today, and may have come before.)
    """
    schools = {school.pk: school for school in School.objects.filter(urn__in=said)}
    open_ones = SchoolPeriod.objects.filter(school__in=schools, until_on=None)
    last = {period.school_id: period for period in open_ones}
    ended, corrected, begun = [], [], []
    for pk, school in schools.items():
        period = last.get(pk)
        facts = _facts(said[school.urn], period or school)
        if period is not None and facts == _facts({}, period):
            continue
        if period is not None and period.from_on >= as_at:
            corrected.append(_saying(facts, period))
            continue
        if period is not None:
            period.until_on = as_at - datetime.timedelta(days=1)
            ended.append(period)
        begun.append(_saying(facts, SchoolPeriod(school=school, from_on=as_at)))
    SchoolPeriod.objects.bulk_update(ended, ["until_on"], batch_size=BATCH)
    SchoolPeriod.objects.bulk_update(corrected, SchoolPeriod.FACTS, batch_size=BATCH)
    SchoolPeriod.objects.bulk_create(begun, batch_size=BATCH)


def _facts(said: Mapping[str, Any], before: School | SchoolPeriod) -> dict[str, Any]:
    """What the register says; where the extract leaves a column out, as it was before."""
    return {fact: said.get(fact, getattr(before, fact)) for fact in SchoolPeriod.FACTS}


def _saying(facts: Mapping[str, Any], period: SchoolPeriod) -> SchoolPeriod:
    for fact, value in facts.items():
        setattr(period, fact, value)
    return period
