"""Emails about files that the check refused after they were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from contracts.applications.models import RefusedFile

WRITERS = ("owner", "editor")


def evidence_refused(refused: RefusedFile) -> None:
    """Tell who writes for the applicant. The document's name is sealed and stays on the page."""
    link = reverse("contracts:evidence_replace", args=[refused.application_id, refused.evidence_id])
    about = f"application {refused.application.reference}"
    _send(refused, about, link)


def document_refused(refused: RefusedFile) -> None:
    """Tell who keeps up the member's documents."""
    link = reverse("contracts:compliance_add", args=[refused.provider_id])
    _send(refused, refused.document.title, f"{link}?document={refused.document_id}")


def _send(refused: RefusedFile, about: str, link: str) -> None:
    """To each in an email of their own: nobody sees another's address."""
    members = refused.provider.members.filter(role__in=WRITERS, user__is_active=True)
    people = sorted(set(members.values_list("user__email", flat=True)))
    context = {
        "about": about,
        "due_on": refused.due_on,
        "link": settings.SITE_URL + link,
        "council": settings.COUNCIL_NAME,
        "product": settings.PRODUCT_NAME,
    }
    body = render_to_string("contracts/applications/emails/file_refused.txt", context)
    for person in people:
        send_mail(f"Replace a document: {about}", body, None, [person])
