"""The dates of evaluation: scores, which each evaluator gives in person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import Timekeeper
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation.models import Assignment
from nmiss.base.accounts.key_dates import KIND_ALONE, KeyDate, WantedDays, source


@source("Scores due", roles=COMMISSIONING, team=COMMISSIONING, who="", leaves=KIND_ALONE)
def of_scores(wanted: WantedDays) -> Iterator[KeyDate]:
    """By when an evaluator scores: the day on which the application is to be decided."""
    owed = Assignment.objects.owed().filter(evaluator__is_active=True)
    if wanted.user:
        owed = owed.filter(evaluator=wanted.user)
    timekeeper, counts, today = Timekeeper.ready(), Counter(), timezone.localdate()
    for each in owed.with_deadlines().in_order():
        deadline = timekeeper.clocks(each.application, today=today).binding
        if deadline and wanted.covers(deadline.due_on):
            counts[each.evaluator, deadline.due_on] += 1
    for (person, due_on), count in counts.items():
        yield KeyDate(
            due_on,
            "Scores due",
            "1 question" if count == 1 else f"{count} questions",
            person,
            reverse("contracts:score_list"),
            own=person,
            part=str(due_on),
        )
