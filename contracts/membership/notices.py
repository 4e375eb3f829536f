"""Emails to members: outcomes, agreements, suspensions, and what they have to keep up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.templatetags.components import day

if TYPE_CHECKING:
    from contracts.applications.models import Application
    from contracts.membership.models import Agreement, DeclarationRenewal, Membership
    from providers.models import ComplianceDocument, Provider


def outcome_waits(application: Application, *, to: Iterable[User], is_to_sign: bool) -> None:
    """Say that there is an outcome and where, and that an agreement waits where one does."""
    _tell(
        to,
        "The outcome of your application is waiting",
        "outcome_waits",
        link=reverse("contracts:outcome_letter", args=[application.pk]),
        reference=application.reference,
        is_to_sign=is_to_sign,
    )


def offer_withdrawn(agreement: Agreement, *, reason: str) -> None:
    """Say that there is nothing to sign any more, and why."""
    _of_agreement(agreement, "The offer of an admission agreement is withdrawn", reason=reason)


def offered_again(agreement: Agreement) -> None:
    """Say that an agreement waits to be signed, in place of the one before."""
    _of_agreement(agreement, "An admission agreement waits for your signature")


def offer_declined(agreement: Agreement, *, reason: str) -> None:
    """Tell commissioning that the provider does not want it, and why."""
    _tell(
        people_of(Role.OFFICER, Role.MANAGER),
        f"{agreement.provider} declines its admission agreement",
        "offer_declined",
        link=reverse("contracts:agreement_detail", args=[agreement.pk]),
        agreement=agreement,
        reason=reason,
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


def school_leaves(membership: Membership, *, by: User) -> None:
    """Tell the council's officers and placement team which school leaves, and its last day."""
    council = people_of(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)
    _tell(
        [person for person in council if person.pk != by.pk],
        f"{membership.school} leaves {membership.lot}: last day {day(membership.left_on)}",
        "school_leaves",
        link=reverse("contracts:membership_detail", args=[membership.pk]),
        membership=membership,
    )


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
    """Say that a document expires soon, or has expired where ``days`` are below nought."""
    subject = f"{document.title} expires in {days} day{'' if days == 1 else 's'}"
    if days < 0:
        subject = f"{document.title} has expired"
    context = {"link": link, "document": document, "has_expired": days < 0}
    _tell([to], subject, "document_expires", **context)


def document_asked_for(document: ComplianceDocument, *, to: User, link: str) -> None:
    """Ask for a new one in place of a document that has expired or soon will."""
    _tell(
        [to],
        f"Send us a new document: {document.title}",
        "document_asked_for",
        link=link,
        document=document,
    )


def people_of(*roles: Role) -> list[User]:
    """Whom of the council an email goes to."""
    return list(User.objects.filter(role__in=roles, is_active=True).order_by("pk"))


def owners_of(provider: Provider) -> list[User]:
    """Whom the council writes to."""
    return [member.user for member in provider.owners().select_related("user").order_by("pk")]


def _of_agreement(agreement: Agreement, subject: str, *, reason: str = "") -> None:
    _tell(
        owners_of(agreement.provider),
        subject,
        "offer_withdrawn" if reason else "offered_again",
        link=reverse("contracts:agreement_detail", args=[agreement.pk]),
        agreement=agreement,
        reason=reason,
    )


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
        body = render_to_string(
            f"contracts/membership/emails/{template}.txt", context | {"name": person.name}
        )
        send_mail(subject, body, None, [person.email])
