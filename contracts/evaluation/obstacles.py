"""What stands in the way of recommending an outcome, and where to do it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from contracts.applications import refusals
from contracts.applications.models import Application, Evidence, RefusedFile, content_of
from contracts.evaluation.kinds import FindingKind


@dataclass(frozen=True)
class Obstacle:
    """Something that stands in the way of a recommendation, and where to do it."""

    words: str
    kind: str = ""
    question: int | None = None


def missing(application: Application) -> list[Obstacle]:
    """What stands in the way of recommending an outcome.

    A failed check may be an outcome by itself: nothing else is needed then. Excluded or below
    the line is a decision with reasons, never silence.
    """
    findings = {finding.kind: finding for finding in application.findings.all()}
    enough = [findings.get(kind) for kind in FindingKind.that_end_it()]
    if any(finding and not finding.passed for finding in enough):
        return []
    found = [
        Obstacle(f"Complete the “{kind.label}” check.", kind=kind.value)
        for kind in FindingKind
        if kind not in findings
    ]
    agreed = set(application.moderated_scores.values_list("question", flat=True))
    found += [
        Obstacle(f"Agree the score of question {question.number}.", question=question.pk)
        for question in application.scheme.questions.in_order()
        if question.pk not in agreed
    ]
    return found + _flags(application)


def _flags(application: Application) -> list[Obstacle]:
    """Documents that nobody could have read, and evidence that was asked for and is to come."""
    numbers = [each.id for each in content_of(application).evidence]
    sent = Q(pk__in=numbers) | Q(request__isnull=False, replaces=None)
    files = Evidence.objects.filter(sent, application=application).select_related("file")
    refused = refusals.by_evidence(application)
    unread = [
        flag
        for each in files.order_by("pk")
        if (flag := _flag_of(application, refusals.counts_now(each, refused), refused))
    ]
    asked = [
        Obstacle(f"Wait for the evidence that was asked for by {request.due_on:%-d %B %Y}.")
        for request in application.evidence_requests.unanswered().by_due()
    ]
    return list(dict.fromkeys(unread)) + asked


def _flag_of(
    application: Application, evidence: Evidence, refused: dict[int, RefusedFile]
) -> Obstacle | None:
    """What is to be done about a document that cannot be opened, if anything."""
    if evidence.file.may_be_opened:
        return None
    if not evidence.file.is_refused:
        return Obstacle(f"Wait for the check of {evidence.name}, or ask for another copy.")
    found = refused.get(evidence.pk)
    if found is None:
        return Obstacle(f"Wait for a replacement of {evidence.name}: the file was refused.")
    if found.may_be_replaced(timezone.localdate()):
        return Obstacle(
            f"Wait for a replacement of {evidence.name}, due by {found.due_on:%-d %B %Y}: the "
            "file was refused."
        )
    complete = application.findings.filter(kind=FindingKind.COMPLETENESS).first()
    if complete and complete.passed and timezone.localdate(complete.found_at) <= found.due_on:
        return Obstacle(
            f"Complete the “{complete.get_kind_display()}” check again: {evidence.name} counts as "
            "missing. Its file was refused, and was not replaced in time.",
            kind=complete.kind,
        )
    return None
