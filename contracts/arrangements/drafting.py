"""Editing the draft of an evaluation scheme. What was published is succeeded, never edited."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from contracts.arrangements import permissions
from contracts.arrangements.models import (
    EvaluationScheme,
    Question,
    QuestionMinimum,
    Threshold,
    Vehicle,
)
from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent


def _hold(scheme: EvaluationScheme, by: User) -> None:
    """Re-read and lock it: somebody may have published it meanwhile."""
    rows = EvaluationScheme.objects.select_for_update(of=("self",), no_key=True)
    scheme.refresh_from_db(from_queryset=rows)
    stop_if(permissions.why_not_draft(by, scheme))


@transaction.atomic
def begin(vehicle: Vehicle, *, by: User) -> EvaluationScheme:
    """Begin the first scheme of a vehicle."""
    stop_if(permissions.why_not_begin_scheme(by, vehicle))
    scheme = vehicle.schemes.create(version=1)
    AuditEvent.record("start", scheme, by=by)
    return scheme


@transaction.atomic
def change(
    scheme: EvaluationScheme,
    *,
    by: User,
    scale: int,
    shortest_rationale: int,
    weights: Mapping[int, Decimal],
    totals: Mapping[int, Decimal],
    minimums: Mapping[tuple[int, int], Decimal | None],
) -> None:
    """Set scale, weights by question, and by lot the total and the minimum of each question.

    Weights that do not add up are kept: they stand in the way of publishing, not of saving.
    """
    _hold(scheme, by)
    scheme.scale, scheme.shortest_rationale = scale, shortest_rationale
    scheme.save(update_fields=["scale", "shortest_rationale"])
    for question in scheme.questions.all():
        question.weight = weights[question.pk]
        question.save(update_fields=["weight"])
    Threshold.objects.bulk_create(
        [Threshold(scheme=scheme, lot_id=lot, total_minimum=totals[lot]) for lot in totals],
        update_conflicts=True,
        unique_fields=["scheme", "lot"],
        update_fields=["total_minimum"],
    )
    thresholds = {each.lot_id: each for each in Threshold.objects.filter(scheme=scheme)}
    QuestionMinimum.objects.filter(threshold__scheme=scheme).delete()
    for (lot, question), minimum in minimums.items():
        if minimum is not None:
            thresholds[lot].minimums.create(question_id=question, minimum=minimum)
    AuditEvent.record("change", scheme, by=by, weights=str(scheme.weight()), scale=scale)


@transaction.atomic
def put_question(
    scheme: EvaluationScheme, question: Question | None, *, by: User, **fields: object
) -> None:
    """Add a question, or change one."""
    _hold(scheme, by)
    if question is None:
        scheme.questions.create(**fields)
    else:
        for name, value in fields.items():
            setattr(question, name, value)
        question.save()
    AuditEvent.record("put_question", scheme, by=by, number=fields["number"])


@transaction.atomic
def take_out_question(question: Question, *, by: User) -> None:
    """Take a question out, with what the lots ask of it."""
    scheme = question.scheme
    _hold(scheme, by)
    AuditEvent.record("take_out_question", scheme, by=by, number=question.number)
    question.delete()
