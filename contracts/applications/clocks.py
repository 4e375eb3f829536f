"""The two clocks of an application: the law's, from its receipt, and its round's.

The numbers and the days off are read once for any number of applications.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.utils import timezone

from contracts.applications.models import Application, EarlyEvaluation, Prolongation, Status
from contracts.arrangements.law import ASSESS_WITHIN, PROLONGED_TO, LawBook
from contracts.arrangements.models import RoundStatus
from nmiss.base.core.statuses import colours
from nmiss.base.core.working_days import add_working_days, working_days_between

SOON = 3  # working days
# Colour is never alone: each state has its word and its sign.
SIGNS = {
    "on time": "✓",
    "due soon": "!",
    "last day": "‼",
    "overdue": "✕",
    "met": "✓",
    "missed": "✕",
    "stopped": "–",
}
RED = ("last day", "overdue")
colours({"on time": "green", "last day": "red", "met": "green", "missed": "red"})
colours({"stopped": "grey"})


@dataclass(frozen=True)
class Clock:
    """A limit of an application: its last day, where it comes from, and how it stands."""

    due_on: datetime.date
    source: str
    state: str

    @property
    def in_brief(self) -> str:
        """Where it comes from, without the regulation."""
        return self.source.partition(":")[0]

    @property
    def sign(self) -> str:
        return SIGNS[self.state]

    @property
    def is_red(self) -> bool:
        return self.state in RED


@dataclass(frozen=True)
class Clocks:
    """Both clocks of an application and how old it is. ``binding`` is the one that counts."""

    application: Application
    age: int
    statutory: Clock | None
    round: Clock | None
    round_binds: bool

    @property
    def binding(self) -> Clock | None:
        return self.round if self.round_binds else self.statutory

    @property
    def statutory_binds(self) -> bool:
        return not self.round_binds

    @property
    def may_evaluate_now(self) -> bool:
        """Whether it waits in the queue or in a round; who may decide is asked elsewhere."""
        round = self.application.round  # read with the row: ``may_be_opened`` would ask for each
        closed = round is not None and round.status == RoundStatus.CLOSED
        return self._waits and not closed

    @property
    def may_prolong(self) -> bool:
        """Whether its assessment still runs and was not prolonged before."""
        application = self.application
        runs = application.status in Status.in_hand() and not application.decided_at
        return runs and not Prolongation.of(application)

    @property
    def would_go_red(self) -> bool:
        """Whether the law's time runs out before its round closes, where that time binds."""
        if self.round_binds or self.statutory is None or not self._waits:
            return False
        round = self.application.round
        return round is None or self.statutory.due_on <= timezone.localdate(round.closes_at)

    @property
    def _waits(self) -> bool:
        application = self.application
        return application.status == Status.RECEIVED and not EarlyEvaluation.is_decided(application)


@dataclass(frozen=True)
class Timekeeper:
    """Tells the clocks of any number of applications by one reading of the law."""

    law: LawBook

    @classmethod
    def ready(cls) -> Self:
        return cls(LawBook.read())

    def clocks(self, application: Application, *, today: datetime.date) -> Clocks:
        """Both clocks of one application, which knows its vehicle and its round."""
        received_on = timezone.localdate(application.received_at)
        round = application.round
        stopped = application.decided_at or application.withdrawn_at
        until = timezone.localdate(stopped) if stopped else today
        statutory = self._statutory(application, received_on, until)
        of_round = None
        if round and round.evaluation_ends_on:
            source = f"Published timetable of round {round.number}"
            of_round = self._clock(application, round.evaluation_ends_on, source, until)
        # Where the law sets no number (the Act of 2023) the published timetable is all there is.
        is_strict = application.vehicle.is_strict and statutory is not None
        binds = not is_strict and of_round is not None
        age = working_days_between(received_on, until, closed=self.law.closed)
        return Clocks(application, age, statutory, of_round, binds)

    def _statutory(
        self, application: Application, received_on: datetime.date, until: datetime.date
    ) -> Clock | None:
        limit = self.law.in_force(
            limit_key(application), regime=application.vehicle.regime, on=received_on
        )
        if limit is None:
            return None
        due_on = add_working_days(received_on, limit.value, closed=self.law.closed)
        source = f"{limit.value} {limit.unit}: {limit.source}{self._late(application, received_on)}"
        return self._clock(application, due_on, source, until)

    def _late(self, application: Application, received_on: datetime.date) -> str:
        """What is to be said where the first limit had run out before it was prolonged."""
        first = self.law.in_force(ASSESS_WITHIN, regime=application.vehicle.regime, on=received_on)
        prolongation = Prolongation.of(application)
        if prolongation is None or first is None:
            return ""
        ended_on = add_working_days(received_on, first.value, closed=self.law.closed)
        if timezone.localdate(prolongation.prolonged_at) <= ended_on:
            return ""
        return f"; extended after the first {first.value} ended on {ended_on:%-d %B %Y}"

    def _clock(
        self, application: Application, due_on: datetime.date, source: str, until: datetime.date
    ) -> Clock:
        """How a limit stands on a day, or stood when it was decided or withdrawn."""
        if application.withdrawn_at:
            return Clock(due_on, source, "stopped")
        if application.decided_at:
            return Clock(due_on, source, "met" if until <= due_on else "missed")
        if until >= due_on:
            return Clock(due_on, source, "overdue" if until > due_on else "last day")
        left = working_days_between(until, due_on, closed=self.law.closed)
        return Clock(due_on, source, "due soon" if left <= SOON else "on time")


def limit_key(application: Application) -> str:
    """Which number of the law its statutory clock runs by: 10 working days, or 15.

    "Assess request within 10 working days of receipt" (reg 34(16)); "15 WD" in justified cases
    (reg 34(17)). The Act of 2023 sets no number. What comes after hours counts from its true day.
    """
    return PROLONGED_TO if Prolongation.of(application) else ASSESS_WITHIN


def decide_by(application: Application) -> datetime.date | None:
    """The last day of the clock that binds, once it was received; None where there is none."""
    if application.received_at is None:
        return None
    (clocks,) = clocks_of([application], today=timezone.localdate())
    return clocks.binding.due_on if clocks.binding else None


def clocks_of(applications: Iterable[Application], *, today: datetime.date) -> list[Clocks]:
    """The clocks of many applications, in their order."""
    timekeeper = Timekeeper.ready()
    return [timekeeper.clocks(application, today=today) for application in applications]
