"""Emails about applying: receipts, questions that were answered, evidence that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from contracts.applications.models import (
        Application,
        Clarification,
        EvidenceRequest,
        Submission,
    )


def received(submission: Submission, people: Iterable[str], *, receipt: list[str]) -> None:
    """Send the receipt to who submitted and to the owners. The council gets none of it."""
    link = reverse(
        "contracts:application_receipt", args=[submission.application_id, submission.number]
    )
    context = {"receipt": "\n".join(receipt), "link": settings.SITE_URL + link}
    _send(f"Receipt {submission.receipt}", "application_received", context, people)


def withdrawn(application: Application, people: Iterable[str], *, by: str) -> None:
    """Tell the owners that it was taken back."""
    context = {
        "reference": application.reference,
        "by": by,
        "link": settings.SITE_URL + reverse("contracts:apply"),
    }
    subject = f"Application {application.reference} is withdrawn"
    _send(subject, "application_withdrawn", context, people)


def questions_changed(application: Application) -> None:
    """Tell who writes a draft that it is asked something else now."""
    link = reverse("contracts:application_tasks", args=[application.pk])
    context = {
        "reference": application.reference,
        "vehicle": str(application.vehicle),
        "link": settings.SITE_URL + link,
    }
    subject = f"Questions of application {application.reference} have changed"
    writers = application.provider.members.filter(role__in=("owner", "editor"))
    people = writers.order_by("pk").values_list("user__email", flat=True)
    _send(subject, "questions_changed", context, people)


def question_answered(clarification: Clarification, people: Iterable[str]) -> None:
    """Tell all who apply, or are on the DPS, what was asked and answered; never by whom."""
    context = {
        "vehicle": str(clarification.vehicle),
        "question": clarification.published_question,
        "answer": clarification.answer,
        "link": settings.SITE_URL + reverse("contracts:clarifications"),
    }
    subject = f"A question about the {clarification.vehicle} has been answered"
    _send(subject, "question_answered", context, people)


def evidence_asked(request: EvidenceRequest, people: Iterable[str]) -> None:
    """Tell the applicant that evidence is missing, and by when we ask for it."""
    link = reverse("contracts:evidence_request_answer", args=[request.application_id, request.pk])
    context = {
        "reference": request.application.reference,
        "due_on": request.due_on,
        "link": settings.SITE_URL + link,
    }
    subject = f"Evidence is missing in application {request.application.reference}"
    _send(subject, "evidence_asked", context, people)


def _send(subject: str, template: str, context: dict[str, Any], people: Iterable[str]) -> None:
    """To each in an email of their own: nobody sees another's address."""
    context |= {"product": settings.PRODUCT_NAME, "council": settings.COUNCIL_NAME}
    body = render_to_string(f"contracts/applications/emails/{template}.txt", context)
    for person in people:
        send_mail(subject, body, None, [person])
