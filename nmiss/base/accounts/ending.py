"""Sessions that ran out."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import Happened, SignInEvent, User
from nmiss.base.core.sessions import SessionStore

AT_ONCE = 500


@transaction.atomic
def end_expired() -> int:
    """Delete sessions that have run out, each once, and put on record whose they were."""
    expired = Session.objects.select_for_update(skip_locked=True).filter(
        expire_date__lt=timezone.now()
    )
    sessions = list(expired[:AT_ONCE])
    numbers = [SessionStore.held_by(session).get(SESSION_KEY) for session in sessions]
    people = User.objects.in_bulk({int(number) for number in numbers if number})
    SignInEvent.objects.bulk_create(
        SignInEvent.about(Happened.SESSION_ENDED, people[int(number)], how="time ran out")
        for number in numbers
        if number and int(number) in people
    )
    Session.objects.filter(pk__in=[session.pk for session in sessions]).delete()
    return len(sessions)
