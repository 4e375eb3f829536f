"""Who has not returned: schools of which a return that counts for a period never came."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from kpis.models import AnsweredBy, KpiReturn, ReturnStatus, ReturnVersion
from kpis.periods import Period
from kpis.reports.matrix import children_at, last_periods
from kpis.reports.results import Framework, members_in
from providers.models import School


@dataclass(frozen=True)
class NotReturned:
    """A school and a period of which nothing was sent; ``status`` is where its return stands."""

    school: School
    period: Period
    status: str
    due_on: datetime.date | None
    children: int

    def days_late(self, today: datetime.date) -> int:
        return max((today - self.due_on).days, 0) if self.due_on else 0


def not_returned(period: Period, *, framework: Framework) -> Sequence[NotReturned]:
    """By school, for the last period of each frequency in which schools answer something.

    Schools that were excused, or joined too late, are not asked; all other members are. A return
    whose deadline has not passed is not missing yet.
    """
    last = last_periods(framework, period.last_day)
    answered = {
        each.frequency
        for each in framework.indicators(period.last_day).values()
        if each.answered_by == AnsweredBy.SCHOOL
    }
    found = []
    for own in (each for name, each in last.items() if each is not None and name in answered):
        members = members_in(own)
        returns = {
            each.school_id: each
            for each in KpiReturn.objects.filter(frequency=own.frequency, period_name=own.name)
        }
        sent = set(
            ReturnVersion.objects.counting()
            .filter(kpi_return__in=returns.values())
            .values_list("kpi_return__school", flat=True)
        )
        placed = children_at([school.pk for school in members], period.last_day)
        for school in members:
            own_return = returns.get(school.pk)
            is_outside = own_return and own_return.status in ReturnStatus.outside()
            if school.pk in sent or is_outside or _is_not_due(own_return):
                continue
            status = own_return.status if own_return else ReturnStatus.TO_DO
            due_on = own_return.due_on if own_return else None
            found.append(NotReturned(school, own, status, due_on, placed.get(school.pk, 0)))
    return sorted(found, key=lambda each: (each.school.name, each.school.pk, each.period.last_day))


def _is_not_due(kpi_return: KpiReturn | None) -> bool:
    return bool(
        kpi_return
        and kpi_return.status in ReturnStatus.not_sent()
        and kpi_return.due_on
        and kpi_return.due_on >= timezone.localdate()
    )
