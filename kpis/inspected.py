"""Inspection status (K23): whether the last report said that the standards are met."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from django.db.models.functions import Coalesce

from kpis.periods import Period
from kpis.rating import NA
from providers.frameworks import InspectionOutcome
from providers.models import Inspection

Key = tuple[int, str]  # a school by its number, and the name of a period


def inspection_status(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    """1 where the last inspection says that the standards are met, 0 where they are not.

    It is the last of those whose reports were out by the end of the period and that say either.
    Not applicable where there is none: grades alone are no answer.
    """
    said = Inspection.objects.that_count().exclude(outcome=InspectionOutcome.NOT_STATED)
    rows = (
        said.filter(school__in=schools)
        .annotate(known_on=Coalesce("published_on", "inspected_on"))
        .order_by("inspected_on", "pk")
    )
    of_school: dict[int, list[tuple[datetime.date, str]]] = defaultdict(list)
    for school, known_on, outcome in rows.values_list("school", "known_on", "outcome"):
        of_school[school].append((known_on, outcome))
    return {
        (school, period.name): _status(of_school[school], period)
        for period in periods
        for school in schools
    }


def _status(inspected: list[tuple[datetime.date, str]], period: Period) -> object:
    known = [outcome for known_on, outcome in inspected if known_on <= period.last_day]
    return Fraction(known[-1] == InspectionOutcome.MET) if known else NA
