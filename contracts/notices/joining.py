"""Emails to members: outcomes, agreements, suspensions, and what they have to keep up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from contracts.models import Agreement, Application, DeclarationRenewal, Membership
    from nmiss.accounts.models import User
    from providers.models import ComplianceDocument, Provider


def outcome_waits(application: Application, *, to: Iterable[User]) -> None:
    """Say that there is an outcome and where; nothing of what it is."""
    _tell(
        to,
        "The outcome of your application is waiting",
        "outcome_waits",
        link=reverse("contracts:outcome_letter", args=[application.pk]),
        reference=application.reference,
    )


def signed_by_both(agreement: Agreement) -> None:
    """Say that the agreement is in force, and from when."""
    _tell(
        owners_of(agreement.provider),
        "Your admission agreement is in force",
        "signed_by_both",
        link=reverse("contracts:agreement_detail", args=[agreement.pk]),
        lot=agreement.lot,
    )


def suspended(membership: Membership, *, starts_on: datetime.date, reason: str) -> None:
    """Say from when no new place is called off, and why."""
    _of_membership(membership, "is suspended", "suspended", starts_on=starts_on, reason=reason)


def reinstated(membership: Membership, *, opens_on: datetime.date, reason: str) -> None:
    """Say from when new places may be called off again."""
    _of_membership(membership, "is reinstated", "reinstated", opens_on=opens_on, reason=reason)


def leaving(membership: Membership, *, was_removed: bool) -> None:
    """Say which day is the last."""
    what = "is removed" if was_removed else "leaves"
    _of_membership(membership, what, "leaving", was_removed=was_removed)


def declaration_asked_for(renewal: DeclarationRenewal) -> None:
    """Ask for a renewed self-declaration."""
    _tell(
        owners_of(renewal.provider),
        "Renew your self-declaration",
        "declaration_asked_for",
        link=reverse("contracts:declaration_renew", args=[renewal.pk]),
        vehicle=renewal.vehicle,
        due_on=renewal.due_on,
    )


def document_expires(document: ComplianceDocument, *, to: User, link: str, days: int) -> None:
    """Say that a document expires soon."""
    _tell(
        [to],
        f"{document.title} expires in {days} day{'' if days == 1 else 's'}",
        "document_expires",
        link=link,
        document=document,
    )


def owners_of(provider: Provider) -> list[User]:
    """Whom the council writes to."""
    return [member.user for member in provider.owners().select_related("user").order_by("pk")]


def _of_membership(membership: Membership, what: str, template: str, **context: object) -> None:
    link = reverse("contracts:our_memberships")
    subject = f"{membership.school} {what}: {membership.lot}"
    owners = owners_of(membership.provider)
    _tell(owners, subject, template, link=link, membership=membership, **context)


def _tell(
    people: Iterable[User], subject: str, template: str, *, link: str, **context: object
) -> None:
    context |= {
        "link": settings.SITE_URL + link,
        "council": settings.COUNCIL_NAME,
        "product": settings.PRODUCT_NAME,
    }
    for person in people:
        body = render_to_string(f"contracts/emails/{template}.txt", context | {"name": person.name})
        send_mail(subject, body, None, [person.email])
