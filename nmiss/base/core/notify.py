"""GOV.UK Notify as the way that mail leaves, where settings say so.

Notify is handed a message with its Message-ID as the reference. An attempt is noted before it is
made, so whoever tries again asks first whether Notify has the message: a worker that was killed
between Notify's yes and our note causes no second email. The text is kept until Notify says that it
was delivered, since one that failed at Notify itself is sent again.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from nmiss.base.core import bounces
from nmiss.base.core.models import NotifyStatus, OutboxMessage

BATCH, ASKED_AT_ONCE = 50, 200
PATIENCE = 10  # seconds
# Nobody else tries a message for as long as one attempt may take.
ATTEMPT = datetime.timedelta(minutes=2)
# Notify forgets what it sent after a week.
REMEMBERED = datetime.timedelta(days=7)
MOST_TRIES = 8
KEY_LENGTH = 73  # of the two identifiers at its end
OF_OURSELVES, FULL = (401, 403), 429
KEY_REFUSED = "GOV.UK Notify refuses our key: check NOTIFY_API_KEY, then restart the worker."
REASONS = {
    NotifyStatus.PERMANENT_FAILURE: "The address does not exist (GOV.UK Notify)",
    NotifyStatus.TEMPORARY_FAILURE: "The mailbox took no email for three days (GOV.UK Notify)",
    NotifyStatus.TECHNICAL_FAILURE: "GOV.UK Notify could not send it, however often we tried",
}


class NotifyKeyRefused(Exception):
    """Notify does not know the key, or it is none."""


def deliver_due(*, now: datetime.datetime) -> int:
    """Hand Notify what is due, oldest first; return how much it took.

    Where it is not the message that is the matter, the rest is not tried either.
    """
    client, count = _client(), 0
    for _ in range(BATCH):
        message = _begin_attempt(now)
        if message is None:
            break
        try:
            if client is None:
                raise NotifyKeyRefused(KEY_REFUSED)
            found = (message.tries > 1 and _there(client, message)) or _send(client, message)
        except Exception as error:  # what cannot be written down must not hold up the others
            message.put_off(_in_words(error), now=now)
            if _concerns_all(error):
                break
        else:
            message.note_taken(found, now=now)
            count += 1
    return count


def ask_statuses(role_of: Callable[[str], str], *, now: datetime.datetime) -> int:
    """Ask what became of the mail that Notify has; return of how much that is known now."""
    client, known = _client() if settings.NOTIFY_API_KEY else None, 0
    if client is None:
        return 0
    for message in OutboxMessage.objects.with_notify().longest_unasked()[:ASKED_AT_ONCE]:
        try:
            status = client.get_notification_by_id(message.notify_id)["status"]
        except APIError as error:
            if _concerns_all(error):
                break
            status = message.notify_status
        if now - message.delivered_at > REMEMBERED and status in NotifyStatus.under_way():
            status = NotifyStatus.FORGOTTEN
        known += _note(message.pk, status, role_of, now)
    return known


@transaction.atomic
def _note(key: int, status: str, role_of: Callable[[str], str], now: datetime.datetime) -> bool:
    """Note a status, and act on it; return whether Notify has done with the message."""
    rows = OutboxMessage.objects.with_notify().select_for_update(skip_locked=True)
    message = rows.filter(pk=key).first()
    if message is None:
        return False
    is_known = status in NotifyStatus.values
    message.notify_status = status if is_known else NotifyStatus.SENDING
    message.asked_at = now
    if message.notify_status in NotifyStatus.under_way():
        message.save(update_fields=["notify_status", "asked_at"])
        return False
    if status == NotifyStatus.TECHNICAL_FAILURE and message.tries < MOST_TRIES:
        message.take_back(now=now)
        return False
    message.forget_text()
    message.save()
    if reason := REASONS.get(message.notify_status):
        (recipient, *_) = message.payload["to"]
        found = bounces.Undelivered(message.message_id, recipient.lower(), reason)
        bounces.note(found, role_of)
    return True


@transaction.atomic
def _begin_attempt(now: datetime.datetime) -> OutboxMessage | None:
    message = OutboxMessage.objects.due(now).select_for_update(skip_locked=True).first()
    if message is not None:
        message.tries += 1
        message.due_at = max(now, timezone.now()) + ATTEMPT
        message.save(update_fields=["tries", "due_at"])
    return message


def _client() -> NotificationsAPIClient | None:
    """None where the key is no key."""
    if len(settings.NOTIFY_API_KEY) < KEY_LENGTH:
        return None
    return NotificationsAPIClient(
        settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=PATIENCE
    )


def _there(client: NotificationsAPIClient, message: OutboxMessage) -> str | None:
    """Whether Notify has the message already, from an attempt that we know nothing of."""
    found = client.get_all_notifications(template_type="email", reference=message.message_id)
    taken = (each for each in found["notifications"] if _may_arrive(each))
    return next((each["id"] for each in taken), None)


def _may_arrive(notification: dict[str, Any]) -> bool:
    return notification["status"] != NotifyStatus.TECHNICAL_FAILURE


def _send(client: NotificationsAPIClient, message: OutboxMessage) -> str:
    (recipient,) = message.payload["to"]
    answer = client.send_email_notification(
        email_address=recipient,
        template_id=settings.NOTIFY_TEMPLATE_ID,
        personalisation={key: _unlinked(message.payload[key]) for key in ("subject", "body")},
        reference=message.message_id,
        email_reply_to_id=settings.NOTIFY_REPLY_TO_ID or None,
    )
    return answer["id"]


def _unlinked(text: str) -> str:
    """What people typed makes no link under other words: Notify reads ``[words](address)`` so."""
    return text.replace("](", "] (")


def _in_words(error: Exception) -> str:
    if isinstance(error, NotifyKeyRefused):
        return str(error)
    if isinstance(error, APIError):
        if error.status_code in OF_OURSELVES:
            return KEY_REFUSED
        return f"GOV.UK Notify: {error}"
    return f"{type(error).__name__}: {error}"


def _concerns_all(error: Exception) -> bool:
    """Whether the next message would fare no better: the key, too many, or no service."""
    if isinstance(error, APIError):
        code = error.status_code
        return code in OF_OURSELVES or code == FULL or code >= 500
    return isinstance(error, NotifyKeyRefused)
