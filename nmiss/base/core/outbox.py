"""The outbox: what must leave is written in the transaction that causes it, delivered after.

Nothing is sent for a transaction that was rolled back, and nothing is lost while the mail
server or the broker is down: a message waits and is tried again.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from nmiss.base.core import notify
from nmiss.base.core.models import OutboxMessage

BATCH = 50

_log = logging.getLogger(__name__)


class OutboxEmails(BaseEmailBackend):
    """Django's way to send mail, ending in the outbox: no page waits for a mail server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [_row(message) for message in email_messages]
        return len(OutboxMessage.objects.bulk_create(rows))


def _row(message: EmailMessage) -> OutboxMessage:
    """What leaves; with ``about`` on it, its text stays with the records that it is about."""
    text = {"subject": " ".join(str(message.subject).split()), "body": message.body}
    about = getattr(message, "about", [])
    return OutboxMessage(
        kind="email",
        payload={
            "to": message.to,
            **text,
            "from": message.from_email,
            "headers": message.extra_headers,
        },
        about=about,
        kept=text if about else None,
    )


def deliver_due(*, now: datetime.datetime) -> int:
    """Deliver what is due, oldest first; return how many left.

    Each message is locked while it is sent, so two workers never send one twice. A message
    that cannot be delivered is tried again after 1, 2, 4 … minutes, at most every six hours.
    """
    if settings.NOTIFY_API_KEY:
        return notify.deliver_due(now=now)
    return sum(_deliver_next(now) for _ in range(BATCH))


@transaction.atomic
def _deliver_next(now: datetime.datetime) -> bool:
    message = OutboxMessage.objects.due(now).select_for_update(skip_locked=True).first()
    if message is None:
        return False
    message.tries += 1
    try:
        _send(message.payload, message.message_id)
    except Exception as error:  # a message that cannot be written down must not hold up the others
        _log.warning("Message %s of the outbox did not leave: %s", message.pk, type(error).__name__)
        message.put_off(f"{type(error).__name__}: {error}", now=now)
        return False
    message.note_sent(now=now)
    return True


def _send(payload: dict, message_id: str) -> None:
    connection = get_connection(settings.OUTBOX_EMAIL_BACKEND)
    EmailMessage(
        payload["subject"],
        payload["body"],
        payload["from"],
        payload["to"],
        headers={**payload["headers"], "Message-ID": message_id},
        connection=connection,
    ).send()
