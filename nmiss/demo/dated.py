"""The demo's own past: what its people did lately is dated back to when they would have done it.

The database's clock says when an application is received, and what is received, scored and agreed
never changes. Only here, where the rows were made a moment ago in the same transaction, are the
triggers that say so passed over, by name. The ledger and the histories keep the true instants.
"""

from __future__ import annotations

import datetime

import pgtrigger
from django.utils import timezone

from contracts.evaluating import reporting
from contracts.models import (
    Application,
    Assignment,
    EvaluationScheme,
    ModeratedScore,
    Opening,
    Round,
    Score,
    SealedReport,
    Submission,
)
from nmiss.core.working_days import add_working_days, working_days_before

KEPT = (
    "contracts.Submission:received_once",
    "contracts.Opening:append_only",
    "contracts.Score:append_only",
    "contracts.ModeratedScore:superseded_once",
    "contracts.Finding:in_its_time",
    "contracts.Recommendation:append_only",
    "contracts.SealedReport:append_only",
)


def at(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    """An instant by London's clock."""
    local = datetime.datetime.combine(
        day, datetime.time(hour, minute), tzinfo=timezone.get_default_timezone()
    )
    return local.astimezone(datetime.UTC)


def published(scheme: EvaluationScheme, day: datetime.date) -> None:
    """Have a scheme published on a day that has been: before the first round that it judged."""
    with pgtrigger.ignore("contracts.EvaluationScheme:whole_when_published"):
        EvaluationScheme.objects.filter(pk=scheme.pk).update(published_at=at(day, 14, 5))


def answered(application: Application, day: datetime.date) -> None:
    """Have everything answered by a day; call it before the application is submitted."""
    for section in application.sections.all():
        for each in section.answered.values():
            each["on"] = day.isoformat()
        section.saved_at = at(day, 16, 10)
        section.save(update_fields=["answered", "saved_at"])
    Application.objects.filter(pk=application.pk).update(
        started_at=at(working_days_before(day, 6), 10, 20)
    )


def received(
    application: Application, instant: datetime.datetime, batch: Round | None = None
) -> None:
    """Have it received at an instant: in this round, in the one of that time, or in the next."""
    instant = min(instant, timezone.now())
    if batch is None:
        rounds = application.vehicle.rounds.all()
        batch = rounds.filter(opens_at__lte=instant, closes_at__gt=instant).first()
    with pgtrigger.ignore(*KEPT):
        Submission.objects.filter(application=application).update(received_at=instant)
    rows = Application.objects.filter(pk=application.pk)
    rows.update(received_at=instant)
    if batch is not None:
        rows.update(round=batch)
    application.refresh_from_db()


def decided(application: Application, day: datetime.date, *, opened_on: datetime.date) -> None:
    """Have it opened, scored, agreed and decided in the days up to ``day``."""
    opened_at, decided_at = at(opened_on, 9, 40), at(day, 15, 20)
    scored_on, agreed_on = (max(opened_on, working_days_before(day, back)) for back in (3, 1))
    rows = Application.objects.filter(pk=application.pk)
    rows.update(
        opened_at=opened_at,
        recommended_at=min(at(agreed_on, 16), decided_at),
        approved_at=decided_at,
    )
    with pgtrigger.ignore(*KEPT):
        Opening.objects.filter(application=application).update(at=opened_at)
        Score.objects.filter(assignment__application=application).update(
            given_at=at(scored_on, 14, 5)
        )
        ModeratedScore.objects.filter(application=application).update(agreed_at=at(agreed_on, 11))
        application.findings.update(found_at=at(opened_on, 12, 30))
        application.recommendations.update(recommended_at=min(at(agreed_on, 16), decided_at))
        SealedReport.objects.filter(application=application).delete()
    Assignment.objects.filter(application=application).update(assigned_at=at(opened_on, 13, 15))
    application.conflicts.update(declared_at=at(opened_on, 9, 15))
    application.refresh_from_db()
    reporting.seal_report(application, by=application.approved_by)


def told(application: Application) -> datetime.date:
    """Have it told on the working day after the decision; give that day."""
    day = add_working_days(timezone.localdate(application.approved_at), 1)
    Application.objects.filter(pk=application.pk).update(told_at=at(day, 10, 30))
    return day
