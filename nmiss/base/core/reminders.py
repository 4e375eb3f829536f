"""Reminders: what is due is asked of the database, and each person is reminded of it once.

An application declares its kinds: when, of what, by which notice. One tick derives what is to be
said (``nmiss.base.core.tasks.remind``). A tick that comes late, twice, or after days off says only
the newest of what it missed, and of what is late that it is late. The ledger (``Reminder``) keeps
a thing from being said twice.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from nmiss.base.core.days import months_after
from nmiss.base.core.letterbox import Person, standard_wording, tell
from nmiss.base.core.models import Reminder, ReminderSchedule, ReminderText
from nmiss.base.core.models.reminder import key_of
from nmiss.base.core.reminder_digest import Sorting, tell_together
from nmiss.base.core.wording import Wording
from nmiss.base.core.working_days import add_working_days, closed_days, working_days_before

THREE_DAYS = datetime.timedelta(days=3)
AT_ONCE = math.inf  # so many days before: as soon as it is there
DAYS, WORKING_DAYS, MONTHS = "days", "working days", "months"
COMMISSIONING, PROVIDERS = frozenset({"officer", "manager"}), frozenset({"provider"})


@dataclass(frozen=True)
class Due:
    """Something that is due on a day, and who is reminded of it.

    What falls on ``told_on`` or before is not said: on that day they were asked for it.
    """

    subject: models.Model
    on: datetime.date
    to: Collection[Person]
    words: Mapping[str, Any] = field(default_factory=dict)
    told_on: datetime.date = datetime.date.min


@dataclass(frozen=True)
class KindOfReminder:
    """A schedule, and what it is about. ``who`` says in words who is told.

    ``find`` is asked with today and with the last day that matters, and answers all that is due by
    then and not done, in one query or a few; what is over it leaves out. The notice knows
    ``due_on``, ``days`` (those that are left: below nought when it is late) and ``is_late``,
    besides the words of each ``Due``. More than ``until`` days after the day nothing is said.
    Where rules set the steps, ``set_by`` answers with those of a day, before and after; else an
    officer may set others (``ReminderSchedule``). A ``statutory`` kind is about a deadline of the
    law: nobody turns it off. ``to`` are the roles of those whom it is sent to, ``rules_page`` where
    the rules are that set its steps, and ``dates`` the kinds of key date that it reminds of.
    """

    name: str
    notice: str
    find: Callable[[datetime.date, datetime.date], Iterable[Due]]
    who: str = ""
    before: tuple[float, ...] = ()
    after: tuple[int, ...] = ()
    unit: str = DAYS
    until: float = math.inf
    set_by: Callable[[datetime.date], tuple[tuple[float, ...], tuple[int, ...]]] | None = None
    statutory: bool = False
    to: frozenset[str] = COMMISSIONING
    rules_page: str = ""
    dates: tuple[str, ...] = ()

    def on(self, today: datetime.date, schedules: Mapping[str, ReminderSchedule]) -> KindOfReminder:
        """With the steps of a day; ``schedules`` are those that officers have set, by kind."""
        if self.set_by is not None:
            before, after = self.set_by(today)
        elif own := schedules.get(self.name):
            before = (*[AT_ONCE] * own.at_once, *own.before)
            after = tuple(own.after)
        else:
            return self
        return replace(self, before=before, after=after)

    @property
    def steps(self) -> list[float]:
        """When it is said, as offsets from the day, the newest first."""
        return sorted([*(-days for days in self.before), *self.after], reverse=True)

    @property
    def title(self) -> str:
        return (self.name[:1].upper() + self.name[1:]).replace("_", " ")

    @property
    def in_words(self) -> str:
        """The schedule as people say it: "60, 30 and 7 days before, 1 day after"."""
        at_once = ["at once"] if AT_ONCE in self.before else []
        before = [days for days in self.before if days != AT_ONCE]
        told = [*at_once, *_counted(before, self.unit, "before")]
        return ", ".join([*told, *_counted(self.after, self.unit, "after")])

    def step_on_ledger(self, said: str) -> float:
        """The other way round; steps stand there, too, that have been taken out since."""
        words = said.removeprefix(f"{self.name}, ")
        if words == "at once":
            return -AT_ONCE
        count, *_, side = words.split()
        return float(count) if side == "after" else -float(count)

    def on_ledger(self, step: float) -> str:
        """How a step stands on the ledger: "document, 30 days before"."""
        if step == -AT_ONCE:
            return f"{self.name}, at once"
        return f"{self.name}, {abs(step):g} {self.unit} {'after' if step > 0 else 'before'}"

    def last_day(self, today: datetime.date, closed: frozenset[datetime.date]) -> datetime.date:
        """The latest day of which something may be said today."""
        count = max(self.before, default=0)
        if count == AT_ONCE:
            return datetime.date.max
        last = self._walk(today, count, closed)
        # A month back from the 31st may be the 28th, from which a month on is the 28th.
        return last + THREE_DAYS if self.unit == MONTHS else last

    def newest_step(
        self, due: Due, today: datetime.date, closed: frozenset[datetime.date]
    ) -> float | None:
        """The newest step that has come; None where there is nothing to say."""
        if (today - due.on).days > self.until:
            return None
        for step in self.steps:
            day = datetime.date.min if step == -AT_ONCE else self._walk(due.on, step, closed)
            if day <= today:
                return step if day > due.told_on or step == -AT_ONCE else None
        return None

    def next_day(
        self, due: Due, today: datetime.date, closed: frozenset[datetime.date]
    ) -> datetime.date | None:
        """The first day after today on which its people are told; None where none comes."""
        days = [self._walk(due.on, step, closed) for step in self.steps if step != -AT_ONCE]
        after = max(today, due.told_on)
        coming = (day for day in days if day > after and (day - due.on).days <= self.until)
        return min(coming, default=None)

    def _walk(
        self, day: datetime.date, count: float, closed: frozenset[datetime.date]
    ) -> datetime.date:
        if self.unit == MONTHS:
            return months_after(day, int(count))
        if self.unit == DAYS:
            return day + datetime.timedelta(days=count)
        walk = working_days_before if count < 0 else add_working_days
        return walk(day, int(abs(count)), closed=closed)


def said_of(on_ledger: str) -> str:
    """A step of the ledger in words, as in "Annual review, on the day"."""
    name, _, step = on_ledger.rpartition(", ")
    if name not in KINDS:
        return on_ledger
    count, *unit, side = step.split()
    said = _counted([float(count)], " ".join(unit), side) if count.isdecimal() else [step]
    return ", ".join([KINDS[name].title, *said])


def _counted(numbers: Collection[float], unit: str, side: str) -> list[str]:
    """As in "30 and 7 days before"; nothing for no numbers."""
    if not numbers:
        return []
    on_the_day = ["on the day"] * (0 in numbers)
    counted = sorted((each for each in numbers if each), reverse=side == "before")
    if not counted:
        return on_the_day
    *first, last = (f"{number:g}" for number in counted)
    words = " and ".join([", ".join(first), last]) if first else last
    return [*on_the_day, f"{words} {unit[:-1] if words == '1' else unit} {side}"]


@dataclass(frozen=True)
class Saying:
    """A step of something due that has come, and the text that an administrator gave its kind."""

    kind: KindOfReminder
    due: Due
    step: float
    today: datetime.date
    text: Wording | None

    @property
    def on_ledger(self) -> str:
        return self.kind.on_ledger(self.step)

    @property
    def words(self) -> dict[str, Any]:
        return words_of(self.due, self.today)


KINDS: dict[str, KindOfReminder] = {}


def register(*kinds: KindOfReminder) -> None:
    """Make kinds known; each application does so when it is ready."""
    KINDS.update((kind.name, kind) for kind in kinds)


def remind(now: datetime.datetime) -> int:
    """Say what is to be said by now, as often as you like; return how many were told.

    What cannot be said holds up nothing else, and is raised at the end.
    """
    told, failed = 0, []
    for say in _sayings(now, failed):
        try:
            told += say()
        except Exception as failure:
            failed.append(failure)
    if failed:
        raise ExceptionGroup("reminders that could not be given", failed)
    return told


def _sayings(now: datetime.datetime, failed: list[Exception]) -> Iterator[Callable[[], int]]:
    """All that is to be said by now, each for itself; what cannot be found out is noted."""
    today, closed = timezone.localdate(now), closed_days()
    schedules, texts, sorting = ReminderSchedule.objects.newest(), cache(own_texts), Sorting(now)
    for declared in KINDS.values():
        try:
            kind = declared.on(today, schedules)
            unsaid = list(_unsaid(kind, today, closed))
        except Exception as failure:
            failed.append(failure)
            continue
        for due, step in unsaid:
            saying = Saying(kind, due, step, today, texts().get(kind.notice))
            if to := sorting.told_now(saying):
                yield partial(_say, replace(saying, due=replace(due, to=to)))
    for person, together in sorting.emails():
        yield partial(tell_together, person, together, today=today)


def own_texts() -> dict[str, Wording]:
    """The texts that administrators have worded, by notice."""
    return {
        notice: standard_wording(notice).worded(text.subject, text.body)
        for notice, text in ReminderText.objects.newest().items()
        if not text.is_standard
    }


def _unsaid(
    kind: KindOfReminder, today: datetime.date, closed: frozenset[datetime.date]
) -> Iterable[tuple[Due, float]]:
    """What has come and somebody has not been told; neither this step nor a later one."""
    found = kind.find(today, kind.last_day(today, closed))
    come = [(due, kind.newest_step(due, today, closed)) for due in found]
    come = [(due, step) for due, step in come if step is not None]
    ledger = Reminder.objects.filter(
        kind__startswith=f"{kind.name}, ", subject__in={key_of(due.subject) for due, _ in come}
    )
    newest: dict[tuple[str, str, datetime.date], float] = {}
    for said, *of in ledger.values_list("kind", "subject", "recipient", "due_on"):
        step = kind.step_on_ledger(said)
        newest[tuple(of)] = max(step, newest.get(tuple(of), step))
    for due, step in come:
        key = key_of(due.subject)
        if to := [
            person
            for person in due.to
            if (said := newest.get((key, person.email, due.on))) is None or said < step
        ]:
            yield replace(due, to=to), step


@transaction.atomic
def _say(saying: Saying) -> int:
    kind, due = saying.kind, saying.due
    people = Reminder.give(saying.on_ledger, due.subject, due.to, due_on=due.on)
    tell(people, kind.notice, about=due.subject, wording=saying.text, **saying.words)
    return len(people)


def words_of(due: Due, today: datetime.date) -> dict[str, Any]:
    """What the notice of something due is handed."""
    days = (due.on - today).days
    return {**due.words, "due_on": due.on, "days": days, "is_late": days < 0}
