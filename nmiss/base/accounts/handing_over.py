"""Handing over: a record that people work on has an owner, or is its team's.

A room registers the records of its own that are worked on, in its module ``home``. Its team is a
group of roles; whoever is of it may hand a record over, to any other of it or back to the team.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast, Substr

from nmiss.base.accounts.models import Deputy, RecordOwner, User
from nmiss.base.accounts.models.proposal import key_of
from nmiss.base.core import deeds
from nmiss.base.core.acting import in_person
from nmiss.base.core.models import AuditEvent

NOBODY = "the team"


def _nothing(record: Any) -> str:
    return ""


def _nobody(record: Any) -> Collection[int]:
    return ()


def _always(record: Any, verb: str, owner: User) -> bool:
    return True


@dataclass(frozen=True)
class Worked:
    """A kind of record that people work on. ``name`` stands in the address of its handing over.

    ``team`` are the roles that may own one; ``why_not`` says why one is not worked on now.
    ``unfit`` are people of the team who must have nothing to do with it. ``decisions`` are verbs by
    which a deputy decides in the place of its owner, where the owner ``could`` have done it.
    """

    name: str
    model: type[models.Model]
    team: Callable[[Any], Collection[str]]
    page: Callable[[Any], str]
    why_not: Callable[[Any], str] = _nothing
    unfit: Callable[[Any], Collection[int]] = _nobody
    decisions: Collection[str] = ()
    could: Callable[[Any, str, User], bool] = _always

    def people(self, record: models.Model) -> models.QuerySet[User]:
        """Who may own it, and hand it over."""
        people = User.objects.filter(role__in=self.team(record), is_active=True)
        return people.exclude(pk__in=self.unfit(record)).order_by("name", "pk")


KINDS: dict[str, Worked] = {}


def register(worked: Worked) -> None:
    """Make a kind known."""
    KINDS[worked.name] = worked


def can_hand_over(user: User, record: models.Model) -> bool:
    """Whether this person may hand it over now."""
    worked = next(each for each in KINDS.values() if isinstance(record, each.model))
    if user.role not in worked.team(record) or worked.why_not(record):
        return False
    return worked.people(record).filter(pk=user.pk).exists()


def owner_of(record: models.Model) -> User | None:
    """Whose it is; nobody where it is the team's."""
    row = RecordOwner.objects.of([key_of(record)]).with_owner().first()
    return row.owner if row else None


def owners_of(records: Iterable[models.Model | None]) -> dict[str, User]:
    """The owners of records, by their keys, in one query; what is the team's is left out."""
    keys = {key_of(record) for record in records if record is not None}
    rows = RecordOwner.objects.of(keys).exclude(owner=None).with_owner() if keys else []
    return {row.record: row.owner for row in rows}


def stood_in_for(user: User, owners: Iterable[User], *, today: datetime.date) -> set[int]:
    """The numbers of those of these people whose deputy this one is today."""
    others = {owner.pk for owner in owners} - {user.pk}
    if not others:
        return set()
    named = Deputy.objects.on(today).filter(deputy=user, person__in=others)
    return set(named.values_list("person", flat=True))


def owned_by(user: User, model: type[models.Model], *, today: datetime.date) -> models.QuerySet:
    """The numbers of the records of a kind that are this person's, or whose owner is away and has
    named them as deputy: a part of another query."""
    away = Deputy.objects.on(today).filter(deputy=user).values("person")
    rows = RecordOwner.objects.owned_by(Q(owner=user) | Q(owner__in=away), model)
    number = Substr("record", len(f"{model._meta.label} ") + 1)
    return rows.values_list(Cast(number, models.BigIntegerField()), flat=True)


def _in_whose_place(verb: str, record: models.Model, by: User) -> dict[str, str]:
    """For whom a deputy decides, as it stands on the ledger. A proposal says it itself."""
    worked = next((each for each in KINDS.values() if isinstance(record, each.model)), None)
    if worked is None or verb not in worked.decisions:
        return {}
    owner = Deputy.objects.owner_away(key_of(record), by)
    if owner is None or not worked.could(record, verb, owner):
        return {}
    return {"decided_for": str(owner)}


deeds.add(_in_whose_place)


@in_person
def hand_over(record: models.Model, *, to: User | None, by: User, reason: str) -> None:
    """Make it somebody's, or its team's again. Of two at once, the later stands."""
    type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
    row = RecordOwner.objects.of([key_of(record)]).with_owner().first()
    row = row or RecordOwner(record=key_of(record))
    before, row.owner = row.owner, to
    row.handed_over_by, row.reason = by, reason
    row.save()
    AuditEvent.record(
        "hand_over",
        record,
        by=by,
        before={"owner": str(before or NOBODY)},
        after={"owner": str(to or NOBODY)},
        reason=reason,
    )
