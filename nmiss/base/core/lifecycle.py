"""Lifecycles: the one way in which a record's status changes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection
from typing import Any

from django.db import models, transaction

from nmiss.base.core.acting import in_person
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import dated_fields


class NotAllowedNow(Exception):
    """The record's status, or something that is still missing, does not permit the move."""


def stop_if(why_not: str) -> None:
    """Stop a move for which a rule has a sentence: ``stop_if(permissions.why_not_score(…))``.

    Nobody else words a refusal: what a verb raises here is what its page and its board show.
    """
    if why_not:
        raise NotAllowedNow(why_not)


class Lifecycle(models.Model):
    """A record with a status that only its moves may change."""

    class Meta:
        abstract = True

    def lock(self) -> None:
        """Re-read this row and hold it until the transaction ends; others may still point at it."""
        rows = type(self)._base_manager.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)

    def allows(self, move: str) -> bool:
        """Whether the status permits the move of this name."""
        return self.status in getattr(type(self), move).sources


def move(
    *,
    sources: Collection[str],
    target: str,
    withheld: Collection[str] = (),
    is_in_person: bool = False,
    why_not: Callable[[Any, Any], str] | None = None,
) -> Callable:
    """Declare a method as the move from any of ``sources`` to ``target``.

    The move locks the row, checks its status, runs the method, saves the new status and records
    who did it: all or nothing. What it is ``given`` goes on record but for the ``withheld``, which
    are not for everybody who reads the ledger. Where the record names who did it, and the database
    asks, it is done in person. ``why_not`` is its rule of ``permissions``; a move without one is
    the hub's own, or is made by a verb that has asked.
    """

    def decorate(method: Callable) -> Callable:
        @functools.wraps(method)
        @(in_person if is_in_person else transaction.atomic)
        def moved(self: Lifecycle, *, by: Any, **given: Any) -> None:
            self.lock()
            if why_not:
                stop_if(why_not(by, self))
            if self.status not in sources:
                raise NotAllowedNow(f"{self} is {self.get_status_display().lower()}.")
            method(self, by=by, **given)
            before, self.status = self.status, target
            self.save()
            if dated := dated_fields(type(self)):
                self.refresh_from_db(fields=dated)
            AuditEvent.record(
                method.__name__,
                self,
                by=by,
                before={"status": before},
                after={"status": target},
                **{name: _plain(value) for name, value in given.items() if name not in withheld},
            )

        moved.sources, moved.target = frozenset(sources), target
        return moved

    return decorate


def moves_of(model: type[Lifecycle]) -> dict[str, Callable]:
    """The moves of a lifecycle by name, in the order in which they are written."""
    found = {}
    for name, attribute in vars(model).items():
        if hasattr(attribute, "sources") and hasattr(attribute, "target"):
            found[name] = attribute
    return found


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, models.Model) else value
