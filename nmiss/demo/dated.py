"""The demo's own past: what its people did lately is done when they would have done it.

What is received, scored, agreed and decided is dated by the database's clock, and never changes.
So the clock is moved there, by the owner of the tables, while it is done. What the database does
not date itself is written with its day.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from contracts.models import Application, Assignment, Round
from nmiss.base.core import clock
from nmiss.base.core.working_days import add_working_days, working_days_before


def at(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    """An instant by London's clock."""
    local = datetime.datetime.combine(
        day, datetime.time(hour, minute), tzinfo=timezone.get_default_timezone()
    )
    return local.astimezone(datetime.UTC)


def moved_to(instant: datetime.datetime) -> contextlib.AbstractContextManager[None]:
    """Have the database date what is done within by this instant, which is none to come."""
    return clock.at(min(instant, timezone.now()))


@dataclass(frozen=True)
class CourseOfApplication:
    """On which days an application was opened and decided, and what was done between.

    Without days all of it is done now.
    """

    opened_on: datetime.date | None = None
    decided_on: datetime.date | None = None

    def declaring(self) -> contextlib.AbstractContextManager[None]:
        return self._moved(self.opened_on, 9, 15)

    def opening(self) -> contextlib.AbstractContextManager[None]:
        return self._moved(self.opened_on, 9, 40)

    def checking(self) -> contextlib.AbstractContextManager[None]:
        return self._moved(self.opened_on, 12, 30)

    def scoring(self) -> contextlib.AbstractContextManager[None]:
        return self._moved(self._before_the_decision(3), 14, 5)

    def agreeing(self) -> contextlib.AbstractContextManager[None]:
        return self._moved(self._before_the_decision(1), 11)

    def recommending(self) -> contextlib.AbstractContextManager[None]:
        agreed_on = self._before_the_decision(1)
        return self._moved(agreed_on, *((15, 5) if agreed_on == self.decided_on else (16, 0)))

    def deciding(self) -> contextlib.AbstractContextManager[None]:
        return self._moved(self.decided_on, 15, 20)

    def date_assignments(self, application: Application) -> None:
        if self.opened_on:
            own = Assignment.objects.filter(application=application)
            own.update(assigned_at=at(self.opened_on, 13, 15))

    def _before_the_decision(self, days: int) -> datetime.date | None:
        if self.opened_on is None or self.decided_on is None:
            return None
        return max(self.opened_on, working_days_before(self.decided_on, days))

    @staticmethod
    @contextlib.contextmanager
    def _moved(day: datetime.date | None, hour: int, minute: int = 0) -> Iterator[None]:
        with moved_to(at(day, hour, minute)) if day else contextlib.nullcontext():
            yield


def begun_before(day: datetime.date) -> datetime.datetime:
    """When an application was begun that was sent on this day."""
    return at(working_days_before(day, 6), 10, 20)


def answered(application: Application, day: datetime.date) -> None:
    """Have everything answered by a day; call it before the application is submitted."""
    for section in application.sections.all():
        for each in section.answered.values():
            each["on"] = day.isoformat()
        section.saved_at = at(day, 16, 10)
        section.save(update_fields=["answered", "saved_at"])


def batched(application: Application, round: Round | None = None) -> None:
    """Have what was received be of this round, of the one of that time, or of the next."""
    if round is None:
        instant = application.received_at
        rounds = application.vehicle.rounds.all()
        round = rounds.filter(opens_at__lte=instant, closes_at__gt=instant).first()
    if round is not None:
        Application.objects.filter(pk=application.pk).update(round=round)
    application.refresh_from_db()


def told_on(application: Application) -> datetime.date:
    """The working day after the decision."""
    return add_working_days(timezone.localdate(application.decided_at), 1)
