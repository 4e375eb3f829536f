"""A child's identity is shown for some minutes to who says why; the reason is on the ledger."""

from __future__ import annotations

import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.db import models
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent
from placements.models import Child

MINUTES = 15
_SHOWN = "identity_shown"  # in a session: the number of one child, and until when


class WhyIdentity(models.TextChoices):
    """Why somebody needs to know who a child is."""

    CHECK = "check", "To check that this is the right child"
    CONTACT = "contact", "To speak with the family or a school"
    DOCUMENTS = "documents", "To prepare documents"
    TRIBUNAL = "tribunal", "For a tribunal or a complaint"
    SAFEGUARDING = "safeguarding", "For safeguarding"


def reveal(child: Child, *, by: User, reason: str, session: SessionBase) -> None:
    """Show the identity to this session for a while, and keep why."""
    AuditEvent.record("reveal_identity", child, by=by, reason=WhyIdentity(reason).label)
    until = timezone.now() + datetime.timedelta(minutes=MINUTES)
    session[_SHOWN] = [child.pk, until.timestamp()]


def is_revealed(child: Child, session: SessionBase) -> bool:
    """Whether this session may see who the child is now."""
    number, until = session.get(_SHOWN) or (None, 0)
    return number == child.pk and timezone.now().timestamp() < until
