"""The reminders of the hub: each schedule, when it next tells somebody, and how it reads."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from nmiss.base.accounts import key_dates
from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import letter_to, send
from nmiss.base.core.models import (
    AuditEvent,
    Bounce,
    OutboxMessage,
    Reminder,
    ReminderSchedule,
    Tick,
)
from nmiss.base.core.notify import KEY_REFUSED
from nmiss.base.core.reminders import KINDS, Due, KindOfReminder, own_texts, words_of
from nmiss.base.core.working_days import closed_days

if TYPE_CHECKING:
    from django.core.mail import EmailMessage
    from django.db.models import QuerySet

AHEAD = datetime.timedelta(days=366)
LATELY = datetime.timedelta(days=30)
KEPT_FOR = 5 * 60
TEST = "Test"


@dataclass(frozen=True)
class Schedule:
    """A kind of reminder, the next day on which it tells somebody, and of what."""

    kind: KindOfReminder
    next_on: datetime.date | None
    due: Due | None

    @property
    def slug(self) -> str:
        return slugify(self.kind.name)

    @property
    def until(self) -> str:
        """How long after its day it is still told."""
        until = self.kind.until
        if until == float("inf"):
            return "Until it is done"
        return f"{until:g} days after" if until else "The day itself"


@dataclass(frozen=True)
class Schedules:
    """All of them, with when their next days were worked out."""

    all: list[Schedule]
    at: datetime.datetime


@dataclass(frozen=True)
class Health:
    """How the reminding goes: when it last ran, and what came of it in the last 30 days."""

    last_at: datetime.datetime | None
    given: int
    sent: int
    waiting: int
    failed: int
    bounced: int
    problem: str


def schedules(*, today: datetime.date) -> Schedules:
    """All kinds, by name. Their next days are those of the last minutes: they ask for a year."""
    closed, own = closed_days(), ReminderSchedule.objects.newest()
    kinds = [kind.on(today, own) for _, kind in sorted(KINDS.items())]
    steps = f"{today} {sorted(closed)} {[(kind.name, kind.steps) for kind in kinds]}"
    key = f"reminders-{hashlib.sha256(steps.encode()).hexdigest()[:32]}"
    at, next_on = cache.get_or_set(
        key,
        lambda: (timezone.now(), {kind.name: _next_day(kind, today, closed) for kind in kinds}),
        KEPT_FOR,
    )
    return Schedules([Schedule(kind, next_on[kind.name], None) for kind in kinds], at)


def _next_day(
    kind: KindOfReminder, today: datetime.date, closed: frozenset[datetime.date]
) -> datetime.date | None:
    return _schedule(kind, today, closed).next_on


@dataclass(frozen=True)
class Unreminded:
    """A kind of key date of which nobody is reminded, and why not."""

    kind: str
    reason: str


def unreminded() -> list[Unreminded]:
    """Kinds of key date without a reminder, by name."""
    found = {kind: why for each in key_dates.SOURCES for kind, why in each.unreminded.items()}
    return [Unreminded(kind, why) for kind, why in sorted(found.items())]


def schedule_of(slug: str, *, today: datetime.date) -> Schedule | None:
    """That of the kind whose name stands in an address so; None where there is none."""
    kind = kind_of(slug, today=today)
    return _schedule(kind, today, closed_days()) if kind else None


def kind_of(slug: str, *, today: datetime.date) -> KindOfReminder | None:
    """The kind alone, with its steps of the day."""
    kind = next((each for each in KINDS.values() if slugify(each.name) == slug), None)
    own = ReminderSchedule.objects.filter(kind=kind.name) if kind else None
    return kind.on(today, own.newest()) if kind else None


def _schedule(
    kind: KindOfReminder, today: datetime.date, closed: frozenset[datetime.date]
) -> Schedule:
    last = kind.last_day(today + AHEAD, closed)
    found = list(kind.find(today, today + AHEAD if last == datetime.date.max else last))
    coming = [(day, due) for due in found if (day := kind.next_day(due, today, closed))]
    if not coming:
        return Schedule(kind, None, found[0] if found else None)
    next_on, due = min(coming, key=lambda each: each[0])
    return Schedule(kind, next_on, due)


def health() -> Health:
    lately = timezone.now() - LATELY
    waiting = OutboxMessage.objects.waiting()
    tick = Tick.objects.filter(name="reminders").first()
    return Health(
        last_at=tick.at if tick else None,
        given=Reminder.objects.filter(given_at__gte=lately).count(),
        sent=OutboxMessage.objects.filter(delivered_at__gte=lately).count(),
        waiting=waiting.count(),
        failed=waiting.exclude(last_error="").count(),
        bounced=Bounce.objects.filter(noted_at__gte=lately).count(),
        problem=KEY_REFUSED if _is_refused(waiting) else "",
    )


def _is_refused(waiting: QuerySet) -> bool:
    """Whether Notify refuses our key, as far as we send by it."""
    return bool(settings.NOTIFY_API_KEY) and waiting.filter(last_error=KEY_REFUSED).exists()


def preview(schedule: Schedule, *, to: User, today: datetime.date) -> EmailMessage | None:
    """The letter of the next thing that is due, as this person would get it."""
    due = schedule.due
    if due is None:
        return None
    notice = schedule.kind.notice
    return letter_to(to, notice, due.subject, words_of(due, today), own_texts().get(notice))


@transaction.atomic
def send_test(letter: EmailMessage, kind: KindOfReminder, *, by: User) -> None:
    """Send oneself the preview, marked as a test; nobody else is told, and it counts as nothing."""
    send(letter, subject=f"{TEST}: {letter.subject}")
    AuditEvent.record("test_reminder", f"reminder: {kind.name}", by=by)
