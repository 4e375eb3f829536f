"""Mail that did not arrive, as mail servers say it: reports about delivery (RFC 3464) in a mailbox.

The mailbox is the one that ``DEFAULT_FROM_EMAIL`` names, since reports go to whom mail is from. A
report is about a message of ours where it quotes its Message-ID, which nobody outside can guess.
"""

from __future__ import annotations

import email
import imaplib
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import transaction

from nmiss.base.core.models import Bounce, OutboxMessage

_log = logging.getLogger(__name__)

MOST = 100  # reports of one reading
LONGEST = 500
PATIENCE = 30
_OURS = re.compile(r"^Message-ID:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)


class MailboxRefused(Exception):
    """The mailbox that is to be read cannot be."""


@dataclass(frozen=True)
class Undelivered:
    """What a report says of one recipient: the message, by its Message-ID, and why."""

    message_id: str
    recipient: str
    reason: str


def said_in(report: Message) -> list[Undelivered]:
    """Whom a message did not reach for good; nothing where this is no such report."""
    if report.get_content_type() != "multipart/report":
        return []
    parts = list(report.walk())
    own = next(filter(None, map(_quoted_id, parts)), "")
    return [
        Undelivered(own, recipient, reason)
        for part in parts
        if own and part.get_content_type() == "message/delivery-status"
        for recipient, reason in _failed(part)
    ]


def _quoted_id(part: Message) -> str:
    """The Message-ID of the message that a report gives back, whole or by its headers."""
    kind = part.get_content_type()
    if kind in ("message/rfc822", "message/global") and part.is_multipart():
        return str(part.get_payload(0).get("Message-ID", "")).strip()
    if kind in ("text/rfc822-headers", "message/global-headers"):
        found = _OURS.search((part.get_payload(decode=True) or b"").decode("latin-1"))
        return found[1] if found else ""
    return ""


def _failed(status: Message) -> Iterator[tuple[str, str]]:
    """The recipients of a delivery status that failed; one that is only late may still arrive."""
    for block in status.get_payload() if status.is_multipart() else []:
        if str(block.get("Action", "")).strip().lower() != "failed":
            continue
        named = block.get("Original-Recipient") or block.get("Final-Recipient") or ""
        recipient = str(named).rpartition(";")[2].strip().strip("<>").lower()
        why = str(block.get("Diagnostic-Code") or block.get("Status") or "").rpartition(";")[2]
        yield recipient, " ".join(why.split())[:LONGEST] or "No reason given"


@transaction.atomic
def note(found: Undelivered, role_of: Callable[[str], str]) -> bool:
    """Note a message of ours that did not arrive, once; return whether it is new.

    A report that names somebody else than the message was sent to is about an address behind
    theirs: it is noted under theirs.
    """
    message = OutboxMessage.objects.filter(message_id=found.message_id).first()
    if message is None:
        return False
    to = [each.lower() for each in message.payload["to"]]
    recipient = found.recipient if found.recipient in to else to[0]
    _, is_new = Bounce.objects.get_or_create(
        message=message,
        recipient=recipient,
        defaults={"reason": found.reason, "recipient_role": role_of(recipient)},
    )
    return is_new


def read_mailbox(role_of: Callable[[str], str]) -> int:
    """Read the reports that came since; return how many bounces are new.

    A message is marked as read once what it says is noted, so that a reading that stops is made up
    for by the next.
    """
    if not settings.BOUNCE_MAILBOX_URL:
        return 0
    new = 0
    with _mailbox(settings.BOUNCE_MAILBOX_URL) as mailbox:
        _, (numbers, *_rest) = mailbox.uid("SEARCH", "UNSEEN")
        for number in (numbers or b"").decode().split()[:MOST]:
            _, answer = mailbox.uid("FETCH", number, "(BODY.PEEK[])")
            content = next((part[1] for part in answer if isinstance(part, tuple)), b"")
            new += _take(content, role_of)
            mailbox.uid("STORE", number, "+FLAGS", r"(\Seen)")
    return new


def _take(content: bytes, role_of: Callable[[str], str]) -> int:
    """Note what one message says; one that nobody can read holds up no other."""
    try:
        found = said_in(email.message_from_bytes(content))
    except (LookupError, ValueError, TypeError, AttributeError) as failure:
        _log.warning("A message in the mailbox of bounces cannot be read: %s", failure)
        return 0
    return sum(note(each, role_of) for each in found)


@contextmanager
def _mailbox(url: str) -> Iterator[imaplib.IMAP4]:
    """The mailbox of ``imaps://user:password@server:993/INBOX``."""
    parts = urlsplit(url)
    kinds = {"imaps": imaplib.IMAP4_SSL, "imap": imaplib.IMAP4}
    if parts.scheme not in kinds or not parts.hostname:
        raise MailboxRefused("BOUNCE_MAILBOX_URL is not like imaps://user:password@server/INBOX")
    port = parts.port or (993 if parts.scheme == "imaps" else 143)
    with kinds[parts.scheme](parts.hostname, port, timeout=PATIENCE) as mailbox:
        try:
            mailbox.login(unquote(parts.username or ""), unquote(parts.password or ""))
            status, _ = mailbox.select(parts.path.strip("/") or "INBOX")
        except imaplib.IMAP4.error as refused:
            raise MailboxRefused(f"The mailbox of bounces: {refused}") from None
        if status != "OK":
            raise MailboxRefused("The mailbox of bounces has no such folder")
        yield mailbox
