"""What evaluators are reminded of: scores, by the day on which the application is to be decided."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from contracts.applications.clocks import Timekeeper
from contracts.evaluation import marking
from contracts.evaluation.models import Assignment
from nmiss.base.core.reminders import WORKING_DAYS, Due, KindOfReminder, register


def _scores(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    owed = Assignment.objects.owed().filter(
        evaluator__is_active=True, application__in=marking.passed_first_checks()
    )
    timekeeper, counts = Timekeeper.ready(), Counter()
    for each in owed.with_deadlines().in_order():
        deadline = timekeeper.clocks(each.application, today=today).binding
        if deadline and deadline.due_on <= last:
            counts[each.evaluator, deadline.due_on] += 1
    for (person, due_on), count in counts.items():
        yield Due(person, due_on, [person], {"count": count})


register(
    KindOfReminder(
        "scores",
        "contracts/evaluation/scores_due",
        _scores,
        who="The evaluator",
        statutory=True,
        before=(3, 1),
        after=(1,),
        unit=WORKING_DAYS,
        dates=("Scores due", "Evaluation ends"),
    ),
)
