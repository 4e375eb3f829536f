"""Ratings of all schools, worked out once for each state of the records that they come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.utils import timezone

from contracts.models import Membership
from kpis.models import (
    ChildOutcome,
    Figure,
    Indicator,
    IndicatorSet,
    KpiReturn,
    RatingContest,
    ReturnRules,
    ReturnVersion,
    Term,
)
from kpis.periods import Period
from nmiss.base.core import as_recorded
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from placements.endings.models import PlacementEnding
from placements.models import Child, Consultation, ConsultationReply, EarlierSchool, Placement
from placements.reviews.models import AnnualReview
from providers.models import Inspection, School, VacancyReport, VacancyRules

T = TypeVar("T")
RECORDS = (
    *(KpiReturn, ReturnVersion, Figure, ReturnRules, RatingContest, ChildOutcome, Term),
    *(Indicator, IndicatorSet, LegalParameter, NonWorkingDay),
    *(Placement, EarlierSchool, PlacementEnding, Child, Consultation, ConsultationReply),
    *(AnnualReview, Membership, School, Inspection, VacancyReport, VacancyRules),
)


def worked_out(name: str, make: Callable[[], T], period: Period) -> T:
    """A figure of all schools in a period, as at today."""
    about = period.frequency, period.name, timezone.localdate()
    return as_recorded.worked_out(name, make, about=about, of=RECORDS)
