"""What applications bring to the landing pages; each says so in its module ``home``.

    @tasks(Role.OFFICER, weight=40)
    def agreements_to_sign(user: User, today: datetime.date) -> list[Task]: ...

What is lighter stands above what is heavier. Tasks that are the rows of a query are brought as
``Waiting``, and those of all applications are read in one statement: how often the database is
asked grows neither with the tasks nor with their kinds.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from nmiss.base.core.together import Found, Wanted, find_together

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

T = TypeVar("T")
MOST = 15  # of one kind on one page
SOON = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Task:
    """One thing to do. ``on`` is the day it was or is due, where it has one; ``is_legal``: by law.

    ``about`` is the record that is worked on: its owner is whose task it is, or else the team.
    What nobody else can do in this person's stead ``is_own``. ``count`` tells how many tasks this
    line stands for; where they are the rest of a kind, none is due before ``rest_from``.
    """

    words: str
    link: str
    on: datetime.date | None = None
    about: models.Model | None = None
    is_own: bool = False
    is_legal: bool = False
    count: int = 1
    rest_from: datetime.date | None = None

    def is_overdue(self, today: datetime.date) -> bool:
        return self.on is not None and self.on < today

    def may_hide_overdue(self, today: datetime.date) -> bool:
        """Whether some of the tasks that it stands for may be overdue."""
        return self.rest_from is not None and self.rest_from < today


@dataclass(frozen=True)
class Waiting:
    """Tasks of rows that are still to be read: ``tell`` makes the tasks of what was found."""

    wanted: Sequence[Wanted]
    tell: Callable[..., list[Task]]


def each_of(
    rows: QuerySet,
    *facts: str,
    task: Callable[[Any], Task],
    many: str = "",
    all_at: str = "",
) -> Waiting:
    """A task for each of these rows, which are in their order. ``facts`` are what it is made of.

    Of more than fit, the last line says how ``many`` there are, in words, and leads to where all
    are seen; without such a page none is left out.
    """

    def tell(found: Found) -> list[Task]:
        return with_rest([task(row) for row in found.rows], found.count, many=many, all_at=all_at)

    return Waiting([Wanted(rows, facts, MOST if all_at else None)], tell)


def how_many(
    rows: QuerySet, *, one: str, several: str, link: str, on: datetime.date | None = None
) -> Waiting:
    """One line for all of these rows, however many: ``several`` has the place of a number."""

    def tell(found: Found) -> list[Task]:
        words = one if found.count == 1 else several.format(found.count)
        return [Task(words, link, on)] if found.count else []

    return Waiting([Wanted(rows.order_by(), most=1)], tell)


def with_rest(tasks: list[Task], count: int, *, many: str, all_at: str) -> list[Task]:
    """Tasks of a kind of which there are ``count``, with a line for those that do not fit."""
    if count <= len(tasks):
        return tasks
    last = tasks[-1]
    rest = Task(
        f"See all {count:,} {many}",
        all_at,
        is_legal=last.is_legal,
        count=count - len(tasks),
        rest_from=last.on,
    )
    return [*tasks, rest]


def read(brought: Iterable[Task | Waiting]) -> list[Task]:
    """All tasks; the rows of those that wait are read in one statement."""
    brought = list(brought)
    wanted = [each for one in brought if isinstance(one, Waiting) for each in one.wanted]
    found = iter(find_together(wanted))
    tasks: list[Task] = []
    for one in brought:
        if isinstance(one, Waiting):
            tasks += one.tell(*(next(found) for _ in one.wanted))
        else:
            tasks.append(one)
    return tasks


@dataclass(frozen=True)
class HomeFigure:
    """A number worth knowing, in words and as it is printed, and where it comes from."""

    words: str
    shown: str
    link: str = ""


@dataclass(frozen=True)
class Shortcut:
    """A page that is reached from here, because it has no place in the menu."""

    words: str
    address: str


@dataclass(frozen=True)
class BoardPart:
    """A part of the page with a template of its own."""

    template: str
    context: dict[str, Any]


class Brought(Generic[T]):
    """All that is brought of one kind: functions, each with its roles and its weight."""

    def __init__(self) -> None:
        self._brought: list[tuple[int, frozenset[str], Callable[..., list[T]]]] = []

    def __call__(self, *roles: str, weight: int) -> Callable[[Callable], Callable]:
        """Bring what a function finds, for these roles."""

        def bring(found: Callable[[User, datetime.date], list[T]]) -> Callable:
            self._brought.append((weight, frozenset(roles), found))
            self._brought.sort(key=itemgetter(0))
            return found

        return bring

    def of(self, user: User, today: datetime.date) -> list[T]:
        """What is brought to this person today, the lightest first."""
        return [
            each
            for _, roles, found in self._brought
            if user.role in roles
            for each in found(user, today)
        ]


tasks: Brought[Task | Waiting] = Brought()
figures: Brought[HomeFigure] = Brought()
shortcuts: Brought[Shortcut] = Brought()
parts: Brought[BoardPart] = Brought()
_activity: dict[str, Q] = {}
_leads: dict[str, str] = {}


def activity(*roles: str, of: Q) -> None:
    """Show these rows of the ledger as recent activity, beside those that others bring."""
    for role in roles:
        _activity[role] = _activity.get(role, Q()) | of


def activity_of(role: str) -> Q | None:
    """Which rows of the ledger a role is shown as recent activity; None for those shown none."""
    return _activity.get(role)


def lead(*roles: str, words: str) -> None:
    """Say in one line what the hub is to these roles."""
    _leads.update(dict.fromkeys(roles, words))


def lead_of(role: str) -> str:
    return _leads.get(role, "")


def by_day(found: list[Task]) -> list[Task]:
    """What is longest overdue first; what has no day last."""
    return sorted(found, key=lambda task: (task.on is None, task.on or datetime.date.max))
