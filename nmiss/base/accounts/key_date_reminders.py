"""Reminders of key dates that need no words of their own: one notice says them all.

A source of dates leaves out what is done, so nothing is reminded of that is over. Where the dates
may not leave the hub, the email has their kind and a link alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from nmiss.base.accounts import key_dates
from nmiss.base.accounts.key_dates import SUBJECT_TOO, KeyDate, Source, WantedDays
from nmiss.base.accounts.models import User
from nmiss.base.accounts.models.proposal import key_of
from nmiss.base.core.reminders import DAYS, Due, KindOfReminder

NOTICE = "accounts/key_date_due"
LATE_FOR, LOOK_AHEAD = datetime.timedelta(days=30), datetime.timedelta(days=1200)
People = Callable[[Sequence[KeyDate]], Callable[[KeyDate], Collection[User]]]


def reminder_of(
    kind: str,
    *,
    before: tuple[float, ...],
    says: str = "",
    after: tuple[int, ...] = (),
    unit: str = DAYS,
    name: str = "",
    who: str = "",
    people: People | None = None,
    page: Callable[[KeyDate], str] | None = None,
    wanted: Callable[[KeyDate], bool] = lambda date: True,
    together: bool = False,
    to: Collection[str] = (),
    statutory: bool = False,
) -> KindOfReminder:
    """A kind of reminder of a kind of date, for the council's people in the team of its source.

    ``says`` is the sentence of the email that has what to do by then.
    ``people`` answers who is told of each date instead, and ``page`` where they read more. Of dates
    that are ``together`` a person is told in one email a day.
    """
    source = _source_of(kind)
    team = frozenset(to) or source.team - {"provider"}
    found = _Finding(kind, says, people or _of_roles(team), page, wanted, together)
    return KindOfReminder(
        name or kind.lower(),
        NOTICE,
        found,
        who=who or source.who,
        before=before,
        after=after,
        unit=unit,
        until=LATE_FOR.days,
        statutory=statutory,
        to=team,
        dates=(kind,),
    )


@dataclass(frozen=True)
class _Finding:
    """What is due of a kind of date."""

    kind: str
    says: str
    people: People
    page: Callable[[KeyDate], str] | None
    wanted: Callable[[KeyDate], bool]
    together: bool

    def __call__(self, today: datetime.date, last: datetime.date) -> Iterator[Due]:
        source, days = _source_of(self.kind), (today - LATE_FOR, min(last, today + LOOK_AHEAD))
        found = source.find(WantedDays(None, *days))
        dates = [
            each
            for each in found
            if each.kind == self.kind and days[0] <= each.on <= days[1] and self.wanted(each)
        ]
        told = self.people(dates)
        gathered: dict[tuple[str, datetime.date], list[KeyDate]] = {}
        for each in sorted(dates, key=lambda each: (each.on, each.subject)):
            key = "" if self.together else key_of(each.about)
            gathered.setdefault((key, each.on), []).append(each)
        for (_, on), same in gathered.items():
            words = self._words(source, same)
            if self.together:  # each person's own: what comes next must not be taken for said
                for person in told(same[0]):
                    yield Due(person, on, [person], words)
            elif people := told(same[0]):
                yield Due(same[0].about, on, people, words)

    def _words(self, source: Source, dates: list[KeyDate]) -> dict[str, str]:
        page = self.page(dates[0]) if self.page else dates[0].link
        named = source.leaves == SUBJECT_TOO
        return {
            "kind": self.kind,
            "says": self.says,
            "subject": "; ".join(each.subject for each in dates) if named else "",
            "path": page.removeprefix("/"),
        }


def _of_roles(roles: frozenset[str]) -> People:
    def ask(dates: Sequence[KeyDate]) -> Callable[[KeyDate], Collection[User]]:
        people = list(User.objects.in_roles(*roles)) if dates else []
        return lambda date: [date.own] if date.own else people

    return ask


def _source_of(kind: str) -> Source:
    found = (each for each in key_dates.SOURCES if kind in each.kinds)
    return next(found, Source((kind,), lambda wanted: (), frozenset(), frozenset(), ""))
