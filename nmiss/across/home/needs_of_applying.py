"""What needs somebody about applying: drafts, evidence, receipts, questions."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from contracts.applications import sealing
from contracts.applications.drafts import Draft
from contracts.membership import reminding
from contracts.models import Application, Clarification, EvidenceRequest, RefusedFile
from nmiss.across.home.needs import MOST, Need
from nmiss.base.accounts.models import User
from providers.models import Provider

NEW = datetime.timedelta(days=7)


def of_applicant(user: User, today: datetime.date) -> list[Need]:
    """A draft to go on with, evidence that is asked for, a receipt to keep."""
    own = Application.objects.visible_to(user).select_related("provider")
    if not Provider.objects.written_for_by(user).exists():  # viewers read
        return _receipts(own, today)
    return [
        *_evidence_asked(user),
        *_files_to_replace(user, today),
        *(
            Need(
                f"Go on with draft {draft.reference} of {draft.provider}",
                reverse("contracts:application_tasks", args=[draft.pk]),
            )
            for draft in own.drafts()[:MOST]
        ),
        *_changed_since(user, own),
        *_receipts(own, today),
    ]


def _evidence_asked(user: User) -> list[Need]:
    asked = EvidenceRequest.objects.visible_to(user).unanswered().by_due()
    return [
        Need(
            f"Answer the evidence request on application {each.application.reference}",
            reverse("contracts:evidence_request_answer", args=[each.application_id, each.pk]),
            each.due_on,
        )
        for each in asked.select_related("application")[:MOST]
    ]


def _files_to_replace(user: User, today: datetime.date) -> list[Need]:
    """Files that the check refused after they were sent, as long as they can be replaced."""
    refused = RefusedFile.objects.visible_to(user).not_replaced().in_hand().by_due()
    return [
        Need(f"Replace a refused file: {_about(each)}", _where_to_replace(each), each.due_on)
        for each in refused.filter(due_on__gte=today).with_whose()[:MOST]
    ]


def _files_not_replaced(user: User, today: datetime.date) -> list[Need]:
    """Documents that count as missing, because their files were refused and nothing came."""
    refused = RefusedFile.objects.visible_to(user).not_replaced().in_hand().by_due()
    return [
        Need(
            f"Check a missing document of {each.provider}: {_about(each)}",
            reverse("contracts:application_detail", args=[each.application_id])
            if each.application_id
            else reverse("contracts:provider_detail", args=[each.provider_id]),
            each.due_on,
        )
        for each in refused.filter(due_on__lt=today).with_whose()[:MOST]
    ]


def _about(refused: RefusedFile) -> str:
    if refused.document:
        return refused.document.title
    return f"application {refused.application.reference}"


def _where_to_replace(refused: RefusedFile) -> str:
    if refused.document_id:
        return reminding.link_to_send(refused.document)
    return reverse("contracts:evidence_replace", args=[refused.application_id, refused.evidence_id])


def _changed_since(user: User, own: QuerySet) -> list[Need]:
    """Applications of which the council has an older version than the one that stands here."""
    with sealing.acting_for(user):
        touched = list(own.received().touched_since()[:MOST])
        changed = [each for each in touched if Draft.of(each).differs_from(each.version())]
    return [
        Need(
            f"Submit application {each.reference} again: it was changed, and the council has the "
            "earlier version",
            reverse("contracts:application_tasks", args=[each.pk]),
        )
        for each in changed
    ]


def _receipts(own: object, today: datetime.date) -> list[Need]:
    return [
        Need(
            f"Keep the receipt of application {each.reference}: it was received on "
            f"{timezone.localdate(each.received_at):%-d %B}",
            reverse("contracts:application_tasks", args=[each.pk]),
        )
        for each in own.received().newest_first()[:MOST]
        if today - timezone.localdate(each.received_at) <= NEW
    ]


def of_commissioning(user: User, today: datetime.date) -> list[Need]:
    """Questions that wait for an answer, and evidence that is overdue or has come."""
    waiting = Clarification.objects.visible_to(user).unanswered().select_related("round")
    questions = [
        Need(
            f"Answer a question about {question.round or 'the next round'}",
            reverse("contracts:clarification_answer", args=[question.pk]),
            timezone.localdate(Clarification.deadline_of(question.round))
            if question.round
            else None,
        )
        for question in waiting.select_related("round__vehicle").oldest_first()[:MOST]
    ]
    asked = EvidenceRequest.objects.visible_to(user).being_evaluated()
    evidence = [
        Need(
            _words(each), reverse("contracts:evidence_request_detail", args=[each.pk]), each.due_on
        )
        for each in asked.select_related("application__provider").by_due()[:MOST]
        if each.answered_at or each.due_on < today
    ]
    return questions + evidence + _files_not_replaced(user, today)


def _address(request: EvidenceRequest) -> str:
    return reverse("contracts:evidence_request_detail", args=[request.pk])


def _words(request: EvidenceRequest) -> str:
    if request.answered_at:
        return f"Read the evidence of {request.application.provider}"
    return f"See to evidence of {request.application.provider} that has not come"
