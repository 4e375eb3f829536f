"""Applications by the deadline that applies to each, in the database: the page has twenty of many.

A deadline is a number of working days after a day, and so are two deadlines in the order of the
numbers of these days. ``contracts.applications.clocks`` tells the days themselves.
"""

from __future__ import annotations

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from contracts.applications.models import Application
from contracts.arrangements.law import ASSESS_WITHIN, PROLONGED_TO, LawBook
from contracts.arrangements.models.vehicle import PROCUREMENT_ACT_FROM, Regime, RoundMode
from nmiss.base.core.models import LegalParameter
from nmiss.base.core.working_days import WorkingDayNumber

FIELD = "deadline_number"


def with_deadline_number(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Each with the number of the working day of the deadline that applies, as ``FIELD``."""
    law = LawBook.read()
    known = applications.alias(
        received_on=TruncDate("received_at"),
        limit=_limit(law),
        by_law=WorkingDayNumber(F("received_on"), closed=law.closed) + F("limit"),
        by_round=WorkingDayNumber(F("round__evaluation_ends_on"), closed=law.closed),
    )
    strict = Q(vehicle__round_mode=RoundMode.STRICT_REG34, limit__isnull=False)
    by_law = When(strict | Q(by_round=None), then=F("by_law"))
    return known.annotate(**{FIELD: Case(by_law, default=F("by_round"))})


def _limit(law: LawBook) -> Case:
    """How many working days the law allows; nothing where it sets no number."""
    keys = (ASSESS_WITHIN, PROLONGED_TO)
    limits = [_holds(each) for each in law.parameters if each.key in keys]
    return Case(*limits, default=Value(None), output_field=IntegerField())


def _holds(limit: LegalParameter) -> When:
    holds = Q(prolongation__isnull=limit.key == ASSESS_WITHIN, received_on__gte=limit.valid_from)
    if limit.valid_to:
        holds &= Q(received_on__lte=limit.valid_to)
    if limit.regime == Regime.PCR2015:
        holds &= Q(vehicle__established_on__lt=PROCUREMENT_ACT_FROM)
    else:
        holds &= Q(vehicle__established_on__gte=PROCUREMENT_ACT_FROM)
    return When(holds, then=Value(limit.value))
