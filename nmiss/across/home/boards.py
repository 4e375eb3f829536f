"""What each role meets first: its tasks, a few figures, and what happened of late.

Applications bring all of it (``nmiss.base.accounts.landing``); it is asked of the database at the
moment of looking, and nothing is kept.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from nmiss.base.accounts import handing_over, landing
from nmiss.base.accounts.key_dates import Dated, dated, for_person, found_from
from nmiss.base.accounts.landing import BoardPart, HomeFigure, Shortcut, Task
from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent

RECENT = 8
FIRST = 10  # of each list of tasks; the others are a link away
AHEAD = datetime.timedelta(days=60)
MINE, TEAM = "mine", "team"


@dataclass(frozen=True)
class TaskLine:
    """A task as it stands on the page: whose it is, and whether that is this person."""

    task: Task
    owner: User | None
    is_mine: bool

    @property
    def whose(self) -> str:
        """Whose it is, where it is not this person's alone."""
        if self.owner is None:
            return "" if self.is_mine else "Team"
        return f"For {self.owner} (away)" if self.is_mine else str(self.owner)


@dataclass(frozen=True)
class TaskList:
    """Tasks under one heading: the first of them, or all."""

    heading: str
    all: list[TaskLine]
    is_whole: bool

    @property
    def shown(self) -> list[TaskLine]:
        return self.all if self.is_whole else self.all[:FIRST]

    @property
    def is_cut(self) -> bool:
        return len(self.shown) < len(self.all)

    @property
    def count(self) -> int:
        return _count(self.all)


@dataclass(frozen=True)
class Board:
    """A landing page. ``lines`` are the tasks asked for; ``mine`` and ``team`` count all.

    There may be more that are overdue than are counted, where not all lines were read.
    """

    lead: str
    lines: list[TaskLine]
    lists: list[TaskList]
    overdue: int
    may_hide_overdue: bool
    mine: int
    team: int
    key_dates: list[Dated]
    figures: list[HomeFigure]
    events: list[AuditEvent]
    parts: list[BoardPart]
    shortcuts: list[Shortcut]

    @property
    def count(self) -> int:
        return _count(self.lines)

    @property
    def tasks(self) -> list[Task]:
        return [line.task for line in self.lines]


def board_of(user: User, *, today: datetime.date, whose: str = "", is_whole: bool = False) -> Board:
    """The landing page of this person, with all tasks, or those that are theirs, or the team's.

    Of each list the first tasks, or the whole of it.
    """
    tasks = landing.by_day(landing.read(landing.tasks.of(user, today)))
    dates = found_from(user, today, today + AHEAD, of=lambda source: source.on_home)
    records = [task.about for task in tasks] + [date.about for _, date in dates]
    owners = handing_over.owners_of(records)
    lines = _lines(user, tasks, owners, today)
    mine = [line for line in lines if line.is_mine]
    team = [line for line in lines if not line.is_mine]
    asked = {MINE: mine, TEAM: team}.get(whose, mine + team)
    return Board(
        lead=landing.lead_of(user.role),
        lines=asked,
        lists=_lists(asked, is_whole=is_whole),
        overdue=sum(line.task.is_overdue(today) for line in asked),
        may_hide_overdue=any(line.task.may_hide_overdue(today) for line in asked),
        mine=_count(mine),
        team=_count(team),
        key_dates=_next(dated(dates, user, owners, today=today)),
        figures=landing.figures.of(user, today),
        events=_events(user),
        parts=landing.parts.of(user, today),
        shortcuts=landing.shortcuts.of(user, today),
    )


def _count(lines: list[TaskLine]) -> int:
    return sum(line.task.count for line in lines)


def _next(dates: list[Dated]) -> list[Dated]:
    """The next dates that are no tasks already; for who has no part in them, all there are."""
    now = timezone.now()
    return for_person([each for each in dates if not each.is_over(now)])[: landing.MOST]


def _lists(lines: list[TaskLine], *, is_whole: bool) -> list[TaskList]:
    """Deadlines of the law and of rounds apart from all else."""
    legal = [line for line in lines if line.task.is_legal]
    other = [line for line in lines if not line.task.is_legal]
    found = [TaskList("Legal deadlines and round timetables", legal, is_whole)]
    found.append(TaskList("Other tasks" if legal else "Tasks", other, is_whole))
    return [each for each in found if each.all]


def _lines(
    user: User, tasks: list[Task], owners: dict[str, User], today: datetime.date
) -> list[TaskLine]:
    away = handing_over.stood_in_for(user, owners.values(), today=today)
    found = []
    for task in tasks:
        owner = owners.get(handing_over.key_of(task.about)) if task.about else None
        is_mine = task.is_own or owner == user or (owner is not None and owner.pk in away)
        found.append(TaskLine(task, owner, is_mine))
    return found


def _events(user: User) -> list[AuditEvent]:
    which = landing.activity_of(user.role)
    if which is None:
        return []
    return list(AuditEvent.objects.visible_to(user).filter(which).newest_first()[:RECENT])
