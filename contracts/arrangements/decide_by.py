"""By when an option to extend is decided, worked back from the end of the term before it.

The last days are the latest that leave time for all that follows: notice of a key decision (SI
2012/2089, reg 9), call-in, and the letters by which providers are asked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from contracts.arrangements.call_in import CALL_IN, EXECUTIVE
from contracts.arrangements.law import LawBook
from contracts.arrangements.models import ExtensionOption
from nmiss.base.core.working_days import ONE_DAY, add_working_days, working_days_before

KEY_DECISION, LETTER = "key_decision", "extension_letter"


@dataclass(frozen=True)
class LastDays:
    """The last day of each step before a term ends, the earliest step first.

    A decision that is published on ``decide_by`` takes effect on ``letter_by``, on which the
    letters go out.
    """

    notice_by: datetime.date
    decide_by: datetime.date
    letter_by: datetime.date
    ends_on: datetime.date


def last_days(option: ExtensionOption, law: LawBook) -> LastDays:
    """Work back from the day before the option begins."""
    ends_on = option.starts_on - ONE_DAY
    letter_by = ends_on - ONE_DAY * _number(law, LETTER, ends_on)
    if add_working_days(letter_by - ONE_DAY, 1, closed=law.closed) != letter_by:
        letter_by = working_days_before(letter_by, 1, closed=law.closed)
    clear = _number(law, CALL_IN, letter_by)
    decide_by = working_days_before(letter_by, clear + 1, closed=law.closed)
    notice_by = decide_by - ONE_DAY * (_number(law, KEY_DECISION, decide_by) + 1)
    return LastDays(notice_by, decide_by, letter_by, ends_on)


def undecided(today: datetime.date) -> Iterator[tuple[ExtensionOption, LastDays]]:
    """The next option of each term that has not ended, where it is not decided yet."""
    options, law = ExtensionOption.objects, LawBook.read()
    next_ones = options.next_of_each(ends_by=datetime.date.max).values("pk")
    found = options.undecided().filter(pk__in=next_ones, starts_on__gt=today)
    for option in found.select_related("vehicle").in_order():
        if option.starts_on - ONE_DAY > option.vehicle.ends_on:
            continue  # the option before it lapsed: they are used one after another
        yield option, last_days(option, law)


def _number(law: LawBook, key: str, on: datetime.date) -> int:
    """The number in force on a day; before the law was, the first that it had."""
    if found := law.in_force(key, regime=EXECUTIVE, on=on):
        return found.value
    ours = (each for each in law.parameters if (each.key, each.regime) == (key, EXECUTIVE))
    return min(ours, key=lambda each: each.valid_from).value
