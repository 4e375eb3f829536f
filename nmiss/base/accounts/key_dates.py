"""Key dates: the days on which something is due or happens, whatever it belongs to.

An application says so in its module ``key_dates``, once for each query that finds some:

    @source("Round opens", "Round closes", roles=…, team=…, who="Commissioning")
    def of_rounds(wanted: Wanted) -> Iterable[KeyDate]: ...

The home page, the calendar, its files, the report and the feed all follow from these. A source
asks the database a fixed number of times, however many dates there are.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from nmiss.base.accounts import handing_over
from nmiss.base.accounts.models import User
from nmiss.base.accounts.models.proposal import key_of

# How much of a date may leave the hub in a feed, which passes the second factor. A source says
# so where it is safe; all others stay inside.
NOTHING, KIND_ALONE, SUBJECT_TOO = "nothing", "kind alone", "subject too"


@dataclass(frozen=True)
class WantedDays:
    """The days that somebody asks about; nobody in particular (None) sees all."""

    user: User | None
    first: datetime.date
    last: datetime.date

    def rows(self, model: type[models.Model]) -> Any:
        """The records of a model that they may see."""
        return model.objects.visible_to(self.user) if self.user else model.objects.all()

    def covers(self, day: datetime.date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @property
    def window(self) -> tuple[datetime.date, datetime.date]:
        """For ``__range``."""
        return self.first, self.last


@dataclass(frozen=True)
class KeyDate:
    """A day, and its meaning: ``kind`` is one of its source's, ``subject`` the rest in words.

    ``about`` is the record: its owner is whose the date is, or else the team's. ``who`` is who must
    act, where it is not the team of the source. What nobody else can do is its ``own`` person's.
    Of several days of one kind that one record has, ``part`` tells which. ``at`` is the instant,
    where it is known.
    """

    on: datetime.date
    kind: str
    subject: str
    about: models.Model
    link: str
    who: str = ""
    own: User | None = None
    part: str = ""
    at: datetime.datetime | None = None


@dataclass(frozen=True)
class Source:
    """Where dates come from: their kinds, who may see them, whose work they are.

    ``unreminded`` says why nobody is reminded of a kind of date.
    """

    kinds: tuple[str, ...]
    find: Callable[[WantedDays], Iterable[KeyDate]]
    roles: frozenset[str]
    team: frozenset[str]
    who: str
    leaves: str = NOTHING
    on_home: bool = False
    unreminded: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Dated:
    """A key date with whose it is, as one person sees it."""

    date: KeyDate
    source: Source
    owner: User | None
    is_mine: bool
    is_teams: bool

    @property
    def on(self) -> datetime.date:
        return self.date.on

    @property
    def kind(self) -> str:
        return self.date.kind

    @property
    def subject(self) -> str:
        return self.date.subject

    @property
    def link(self) -> str:
        return self.date.link

    def is_over(self, now: datetime.datetime) -> bool:
        """Whether its instant has passed; a day without one lasts as long as it does."""
        return self.date.at is not None and self.date.at <= now

    @property
    def who(self) -> str:
        return str(self.owner or self.date.own or self.date.who or self.source.who)

    @property
    def uid(self) -> uuid.UUID:
        """The same for as long as the record has this date, also where the day moves."""
        return uuid.uuid5(
            uuid.NAMESPACE_OID, f"{self.kind} {key_of(self.date.about)} {self.date.part}"
        )


SOURCES: list[Source] = []


def source(
    *kinds: str,
    roles: Collection[str],
    team: Collection[str],
    who: str,
    leaves: str = NOTHING,
    on_home: bool = False,
    unreminded: Mapping[str, str] | None = None,
) -> Callable[[Callable], Callable]:
    """Bring the dates that a function finds.

    ``roles`` may see them (each the rows that are theirs), and ``team`` are those of them whose
    work it is; ``who`` says so in words. ``leaves`` says how much a feed may tell.
    """

    def bring(find: Callable[[WantedDays], Iterable[KeyDate]]) -> Callable:
        people, why = (frozenset(roles), frozenset(team), who), unreminded or {}
        SOURCES.append(Source(kinds, find, *people, leaves, on_home, why))
        return find

    return bring


def sources_of(user: User | None) -> list[Source]:
    """What this person may ask; all, for nobody in particular."""
    return [each for each in SOURCES if user is None or user.role in each.roles]


def kinds_of(user: User | None) -> list[str]:
    """The kinds of date that this person may meet, by name."""
    return sorted({kind for each in sources_of(user) for kind in each.kinds})


def dates_of(
    user: User | None,
    first: datetime.date,
    last: datetime.date,
    *,
    today: datetime.date,
    of: Callable[[Source], bool] = lambda source: True,
) -> list[Dated]:
    """All dates from a first to a last day that this person may see, in their order.

    ``today`` is the day on which they look: whoever stands in for somebody then has their dates.
    """
    found = found_from(user, first, last, of=of)
    owners = handing_over.owners_of(date.about for _, date in found)
    return dated(found, user, owners, today=today)


def found_from(
    user: User | None,
    first: datetime.date,
    last: datetime.date,
    *,
    of: Callable[[Source], bool] = lambda source: True,
) -> list[tuple[Source, KeyDate]]:
    """The same without their owners, in no order."""
    wanted = WantedDays(user, first, last)
    return [
        (source, date)
        for source in sources_of(user)
        if of(source)
        for date in source.find(wanted)
        if wanted.covers(date.on)
    ]


def dated(
    found: list[tuple[Source, KeyDate]],
    user: User | None,
    owners: dict[str, User],
    *,
    today: datetime.date,
) -> list[Dated]:
    """Dates with whose they are, in their order. ``owners`` may be of more records than theirs."""
    away = handing_over.stood_in_for(user, owners.values(), today=today) if user else set()
    known = [_dated(source, date, owners, user, away) for source, date in found]
    return sorted(known, key=lambda each: (each.on, each.kind, each.subject, str(each.uid)))


def for_person(dates: list[Dated]) -> list[Dated]:
    """Those in which this person has a part; for who has a part in none, all."""
    return [each for each in dates if each.is_teams] or dates


def _dated(
    source: Source, date: KeyDate, owners: dict[str, User], user: User | None, away: set[int]
) -> Dated:
    owner = owners.get(key_of(date.about))
    is_mine = user is not None and (
        date.own == user or owner == user or (owner is not None and owner.pk in away)
    )
    is_teams = user is not None and user.role in source.team and date.own in (None, user)
    return Dated(date, source, owner, is_mine, is_mine or is_teams)
