"""Emails about providers' people: each function says one thing to one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from providers.models import Provider, ProviderInvitation


def people_changed(provider: Provider, *, what: str, to: list[str]) -> None:
    """Tell every owner of a change of people: ``what`` is a sentence."""
    link = settings.SITE_URL + reverse("providers:provider_people", args=[provider.pk])
    context = {"provider": provider, "what": what, "link": link, **_of_the_hub()}
    body = render_to_string("providers/emails/people_changed.txt", context)
    for address in to:
        send_mail(f"A change to the people of {provider}", body, None, [address])


def invited(invitation: ProviderInvitation) -> None:
    """Ask somebody with an account whether they will act for a provider."""
    path = reverse("providers:our_invitation", args=[invitation.pk])
    _write("invited", invitation, f"Will you act for {invitation.provider}?", path)


def cannot_be_invited(invitation: ProviderInvitation) -> None:
    """Tell somebody why an invitation to them leads nowhere; the inviter is not told."""
    _write("cannot_be_invited", invitation, f"An invitation to act for {invitation.provider}", "/")


def _write(notice: str, invitation: ProviderInvitation, subject: str, path: str) -> None:
    context = {
        "invitation": invitation,
        "role": invitation.get_role_display().lower(),
        "days": settings.INVITATION_DAYS,
        "link": settings.SITE_URL + path,
        **_of_the_hub(),
    }
    body = render_to_string(f"providers/emails/{notice}.txt", context)
    send_mail(subject, body, None, [invitation.email])


def _of_the_hub() -> dict[str, str]:
    return {
        "product": settings.PRODUCT_NAME,
        "council": settings.COUNCIL_NAME,
        "contact": settings.CONTACT_EMAIL,
    }
