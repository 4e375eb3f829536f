"""Emails about accounts: each function says one thing to one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nmiss.base.accounts.models import Proposal, User


def invited(user: User, *, token: str, by: User | None) -> None:
    """Tell somebody how to open the account that was made for them."""
    link = settings.SITE_URL + reverse("accounts:invitation_accept", args=[token])
    context = {
        "name": user.name,
        "inviter": by.name if by else settings.COUNCIL_NAME,
        "product": settings.PRODUCT_NAME,
        "link": link,
        "days": settings.INVITATION_DAYS,
    }
    body = render_to_string("accounts/emails/invited.txt", context)
    send_mail(f"Your account for {settings.PRODUCT_NAME}", body, None, [user.email])


def new_password_asked_for(user: User, *, link: str) -> None:
    """Let somebody who forgot the password set a new one."""
    context = {
        "name": user.name,
        "product": settings.PRODUCT_NAME,
        "link": link,
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
        "contact": settings.CONTACT_EMAIL,
    }
    body = render_to_string("accounts/emails/new_password_asked_for.txt", context)
    send_mail(f"Set a new password for {settings.PRODUCT_NAME}", body, None, [user.email])


def security_changed(user: User, *, what: str) -> None:
    """Tell somebody of a change to how they sign in: they know whether it was theirs."""
    context = {
        "name": user.name,
        "product": settings.PRODUCT_NAME,
        "what": what,
        "contact": settings.CONTACT_EMAIL,
    }
    body = render_to_string("accounts/emails/security_changed.txt", context)
    send_mail(f"{what}: {settings.PRODUCT_NAME}", body, None, [user.email])


def proposed(proposal: Proposal, *, to: Iterable[User]) -> None:
    """Ask those who may agree to look at a proposal."""
    for person in to:
        _write_about(proposal, to=person, subject="Please decide on a proposal", notice="proposed")


def decided(proposal: Proposal) -> None:
    """Tell whoever proposed something what became of it."""
    subject = f"Your proposal: {proposal.get_decision_display().lower()}"
    _write_about(proposal, to=proposal.proposed_by, subject=subject, notice="decided")


def _write_about(proposal: Proposal, *, to: User, subject: str, notice: str) -> None:
    context = {
        "name": to.name,
        "proposal": proposal,
        "product": settings.PRODUCT_NAME,
        "link": settings.SITE_URL + reverse("accounts:proposal_detail", args=[proposal.pk]),
    }
    body = render_to_string(f"accounts/emails/{notice}.txt", context)
    send_mail(f"{subject} ({settings.PRODUCT_NAME})", body, None, [to.email])
