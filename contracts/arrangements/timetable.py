"""A timetable towards a new term or arrangement, worked back from the day on which it is to start.

Each step has a last day: the next step less the time between them, in working days, or as the law
counts it (28 clear days of notice, call-in). A step that slips moves those after it, and the day on
which all of it is live; what had time to spare stays. Where nobody has said that a step was held,
nor one after it, it is today at the earliest.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contracts.arrangements.call_in import CALL_IN, EXECUTIVE
from contracts.arrangements.law import LawBook
from nmiss.base.core.pictures import Span, Timeline
from nmiss.base.core.statuses import colours
from nmiss.base.core.working_days import (
    ONE_DAY,
    add_working_days,
    working_days_before,
    working_days_between,
)

KEY_DECISION = "key_decision"
LIVE = "live"


@dataclass(frozen=True)
class Stage:
    """A step, and how many working days there are from it to the next; None as the law counts."""

    key: str
    words: str
    means: str
    days: int | None = None


STAGES = (
    Stage("engagement", "Market engagement begins", "We ask providers for their views", 40),
    Stage("committee", "Committee", "The cabinet committee considers the proposal", 10),
    Stage("notice", "Notice of the key decision", "Published 28 clear days before the decision"),
    Stage("decision", "Decision published", "Call-in begins"),
    Stage("effective", "Call-in over", "The first working day on which the decision has effect", 1),
    Stage("letters", "Notice to providers", "Letters or award notices go out", 20),
    Stage("signatures", "Signatures", "Both sides have signed", 5),
    Stage(LIVE, "Live", "The first day of the new term or arrangement"),
)
KEYS = tuple(stage.key for stage in STAGES)
COUNTED = tuple(stage for stage in STAGES if stage.days is not None)


colours({"late": "red", "in time": "green", "earlier": "light-blue"})


@dataclass(frozen=True)
class TimetableStep:
    """A step with the last day that was worked back, and the day on which it is now expected."""

    stage: Stage
    by: datetime.date
    on: datetime.date
    typed: bool
    days_late: int

    @property
    def standing(self) -> str:
        """In a word or two, for its tag."""
        if self.days_late:
            return "late"
        return "earlier" if self.on < self.by else "in time"


@dataclass(frozen=True)
class Timetable:
    """The steps in their order, as worked out on a day."""

    steps: list[TimetableStep]
    today: datetime.date

    @property
    def live(self) -> TimetableStep:
        return self.steps[-1]

    @property
    def late(self) -> list[TimetableStep]:
        return [step for step in self.steps if step.days_late]

    @property
    def picture(self) -> Timeline:
        """Each step from its last day, or the one that it is expected on, to the next."""
        ends = [step.on for step in self.steps[1:]] + [self.live.on]
        spans = [
            Span(f"{step.stage.words}, {step.on:%-d %b %Y}", step.on, end, int(step.days_late > 0))
            for step, end in zip(self.steps, ends, strict=True)
        ]
        return Timeline(spans, self.today, by_months=True, series=("In time", "Late"))


def work_back(
    start: datetime.date,
    *,
    today: datetime.date,
    days: Mapping[str, int] | None = None,
    moved: Mapping[str, datetime.date] | None = None,
) -> Timetable:
    """The timetable towards a wished first day.

    ``days`` are the working days from a step to the next, by its key, where they are others than
    usual; ``moved`` the days on which steps are now expected, or were held.
    """
    law, moved = LawBook.read(), moved or {}
    usual = {stage.key: stage.days for stage in COUNTED} | dict(days or {})
    last_days = {LIVE: start}
    for stage, after in zip(STAGES[-2::-1], STAGES[:0:-1], strict=True):
        last_days[stage.key] = _before(stage, last_days[after.key], usual, law)
    return Timetable(list(_steps(last_days, moved, usual, law, today)), today)


def _steps(
    last_days: Mapping[str, datetime.date],
    moved: Mapping[str, datetime.date],
    usual: Mapping[str, int],
    law: LawBook,
    today: datetime.date,
) -> Iterator[TimetableStep]:
    earliest = datetime.date.min
    said = max((KEYS.index(key) for key in moved), default=-1)
    for number, stage in enumerate(STAGES):
        by = last_days[stage.key]
        to_come = today if number > said else datetime.date.min
        on = moved.get(stage.key) or max(by, earliest, to_come)
        late = working_days_between(by, on, closed=law.closed) or int(on > by)
        yield TimetableStep(stage, by, on, stage.key in moved, late)
        if stage.key != LIVE:
            earliest = _after(stage, on, usual, law)


def earliest_after(
    key: str, on: datetime.date, *, days: Mapping[str, int] | None = None
) -> datetime.date:
    """The first day on which the step after this one can be, if this one is on a day."""
    usual = {stage.key: stage.days for stage in COUNTED} | dict(days or {})
    return _after(STAGES[KEYS.index(key)], on, usual, LawBook.read())


def _before(
    stage: Stage, next_on: datetime.date, usual: Mapping[str, int], law: LawBook
) -> datetime.date:
    if stage.key == "notice":
        last = next_on - ONE_DAY * (_number(law, KEY_DECISION, next_on) + 1)
        return working_days_before(last + ONE_DAY, 1, closed=law.closed)
    return working_days_before(next_on, _count(stage, next_on, usual, law), closed=law.closed)


def _after(
    stage: Stage, on: datetime.date, usual: Mapping[str, int], law: LawBook
) -> datetime.date:
    if stage.key == "notice":
        first = on + ONE_DAY * (_number(law, KEY_DECISION, on) + 1)
        return add_working_days(first - ONE_DAY, 1, closed=law.closed)
    return add_working_days(on, _count(stage, on, usual, law), closed=law.closed)


def _count(stage: Stage, day: datetime.date, usual: Mapping[str, int], law: LawBook) -> int:
    return _number(law, CALL_IN, day) + 1 if stage.key == "decision" else usual[stage.key]


def _number(law: LawBook, key: str, on: datetime.date) -> int:
    """The number in force on a day; before the law was, the first that it had."""
    if found := law.in_force(key, regime=EXECUTIVE, on=on):
        return found.value
    ours = (each for each in law.parameters if (each.key, each.regime) == (key, EXECUTIVE))
    return min(ours, key=lambda each: each.valid_from).value
