"""Working out a deadline: a rule of the law or of our practice, counted from a day.

Neither the day given nor a result in calendar days is moved to a working day. Our own office
closures are left out of working days, but not of the statutory standstill: there the law says
what a working day is.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from contracts.arrangements.models import Regime
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from nmiss.base.core.working_days import ONE_DAY, add_working_days, holiday_on, working_day_from

FIRST, LAST = datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)


@dataclass(frozen=True)
class Rule:
    """How a deadline is counted by the number ``key`` of a law.

    In working days, or else in calendar days. ``after`` is how many days later than the last
    counted the deadline is: of clear days it is the day after them. ``from_the_day`` where the
    day given is counted, too, and ``is_statutory`` where our own closures change nothing.
    """

    words: str
    asked: str
    key: str
    regime: str
    in_working_days: bool = True
    after: int = 0
    from_the_day: bool = False
    is_statutory: bool = False


RULES = {
    "assess_request": Rule(
        "Assess a request to take part", "received", "assess_request", Regime.PCR2015
    ),
    "assess_request_extended": Rule(
        "Assess a request to take part, where more time is justified",
        "received",
        "assess_request_prolonged",
        Regime.PCR2015,
    ),
    "renewed_declaration": Rule(
        "Return a renewed self-declaration",
        "asked for",
        "renewed_declaration",
        Regime.PCR2015,
    ),
    "call_in": Rule(
        "A published decision takes effect, unless it is called in",
        "published",
        "call_in",
        "executive",
        after=1,
    ),
    "key_decision": Rule(
        "Take a key decision at the earliest",
        "notice published",
        "key_decision",
        "executive",
        in_working_days=False,
        after=1,
    ),
    "general_exception": Rule(
        "Take a key decision at the earliest under the general exception",
        "notice published",
        "general_exception",
        "executive",
        in_working_days=False,
        after=1,
    ),
    "standstill": Rule(
        "The standstill ends, counted from the day of publication",
        "award notice published",
        "standstill",
        Regime.PA2023,
        from_the_day=True,
        is_statutory=True,
    ),
    "standstill_clear": Rule(
        "The standstill ends, without the day of publication",
        "award notice published",
        "standstill_clear",
        Regime.PA2023,
    ),
    "consultation_reply": Rule(
        "A school replies to a consultation",
        "sent",
        "consultation_reply",
        "send",
        in_working_days=False,
    ),
    "representations": Rule(
        "Parents make representations about a draft plan",
        "draft plan issued",
        "representations",
        "send",
        in_working_days=False,
    ),
}


@dataclass(frozen=True)
class LeftOut:
    """A day that does not count, and why not."""

    day: datetime.date
    why: str


@dataclass(frozen=True)
class Deadline:
    """The day, and how it was counted: from which number, over which days."""

    rule: Rule
    day: datetime.date
    due_on: datetime.date
    number: LegalParameter
    counted: list[datetime.date] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def counts_as(self) -> datetime.date | None:
        """The working day as of which people treat what came on another day; it moves nothing."""
        next_ = working_day_from(self.day)
        return next_ if next_ != self.day else None


def work_out(name: str, day: datetime.date) -> Deadline:
    """Count a deadline by one of the rules from a day."""
    rule = RULES[name]
    number = _number(rule, day)
    closures = {} if rule.is_statutory else dict(NonWorkingDay.objects.values_list("day", "reason"))
    begin = day - ONE_DAY if rule.from_the_day else day
    count = number.value + rule.after
    if not rule.in_working_days:
        due_on = begin + ONE_DAY * count
        return Deadline(rule, day, due_on, number, _days(begin, due_on, rule.after))
    due_on = add_working_days(begin, count, closed=frozenset(closures))
    days = _days(begin, due_on, 0)
    left_out = [LeftOut(each, why) for each in days if (why := _why_not(each, closures.get))]
    idle = {each.day for each in left_out}
    counted = [each for each in days if each not in idle]
    return Deadline(rule, day, due_on, number, counted[: number.value], left_out)


def _number(rule: Rule, day: datetime.date) -> LegalParameter:
    """The number in force on the day; before the law was, the first that it had."""
    numbers = LegalParameter.objects
    in_force = numbers.in_force(rule.key, regime=rule.regime, on=day)
    ours = numbers.filter(key=rule.key, regime=rule.regime)
    return in_force or ours.order_by("valid_from")[0]


def _days(begin: datetime.date, last: datetime.date, less: int) -> list[datetime.date]:
    """The days after one, up to another; without so many at the end."""
    return [begin + ONE_DAY * number for number in range(1, (last - begin).days + 1 - less)]


def _why_not(day: datetime.date, closure: Callable[[datetime.date], str | None]) -> str:
    """Why nobody works on a day; nothing where they do."""
    if day.weekday() >= 5:
        return f"{day:%A}"
    return holiday_on(day) or closure(day) or ""
