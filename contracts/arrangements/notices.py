"""Emails about rounds. They say when and where, and nothing of any application."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from contracts.arrangements.models import RecoveryWindow, Round, RoundExtension, Vehicle


def opened(round: Round, *, to: Collection[str]) -> None:
    """Tell providers that a round has opened."""
    _send("round_opened", f"{round} is open", to, round=round, link=_tenders())


def extended(extension: RoundExtension, *, to: Collection[str]) -> None:
    """Tell everybody that a round closes later."""
    round = extension.round
    context = {"round": round, "extension": extension, "link": _tenders()}
    _send("round_extended", f"{round} closes later", to, **context)


def window_given(window: RecoveryWindow, *, to: Collection[str]) -> None:
    """Tell one provider that it may still submit into a round."""
    subject = f"You may still submit into {window.round}"
    _send("window_given", subject, to, window=window, link=_tenders())


def award_notice_due(
    vehicle: Vehicle,
    *,
    to: str,
    first: datetime.date,
    last: datetime.date,
    due_on: datetime.date,
    source: str,
    is_overdue: bool,
) -> None:
    """Remind somebody of the award notice of a quarter; ``source`` says where the day is from."""
    link = settings.SITE_URL + reverse("contracts:vehicle_detail", args=[vehicle.pk])
    context = {"vehicle": vehicle, "first": first, "last": last, "due_on": due_on}
    context |= {"source": source, "link": link, "is_overdue": is_overdue}
    _send(
        "award_notice_due",
        f"Award notice of {vehicle} is {'overdue' if is_overdue else 'due'}",
        [to],
        **context,
    )


def _tenders() -> str:
    return settings.SITE_URL + reverse("contracts:tender_list")


def _send(template: str, subject: str, to: Collection[str], **context: object) -> None:
    """One message to each, so that nobody sees who else is told."""
    body = render_to_string(
        f"contracts/arrangements/emails/{template}.txt",
        context | {"product": settings.PRODUCT_NAME},
    )
    subject = subject[0].upper() + subject[1:]
    messages = [EmailMessage(subject, body, None, [address]) for address in to]
    get_connection().send_messages(messages)
