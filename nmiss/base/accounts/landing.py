"""What applications bring to the landing pages; each says so in its module ``home``.

    @tasks(Role.OFFICER, weight=40)
    def agreements_to_sign(user: User, today: datetime.date) -> list[Task]: ...

What is lighter stands above what is heavier. A function asks the database a fixed number of times,
however much there is to do.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User

T = TypeVar("T")
MOST = 15  # of one kind on one page
SOON = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Task:
    """One thing to do. ``on`` is the day it was or is due, where it has one; ``is_legal``: by law.

    ``about`` is the record that is worked on: its owner is whose task it is, or else the team.
    What nobody else can do in this person's stead ``is_own``.
    """

    words: str
    link: str
    on: datetime.date | None = None
    about: models.Model | None = None
    is_own: bool = False
    is_legal: bool = False

    def is_overdue(self, today: datetime.date) -> bool:
        return self.on is not None and self.on < today


@dataclass(frozen=True)
class Figure:
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


tasks: Brought[Task] = Brought()
figures: Brought[Figure] = Brought()
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
