"""Lifecycles: the one way in which a record's status changes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import models, transaction
from django.utils.text import capfirst

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

    def why_not(self, move: str, user: Any) -> str:
        """Why this person cannot make this move now, in one sentence; nothing where they can.

        The move raises it under its lock, and its page shows it before the form.
        """
        rule = getattr(type(self), move).why_not
        if rule and (words := rule(user, self)):
            return words
        status = self.get_status_display().lower()
        return "" if self.allows(move) else f"{capfirst(str(self))} is {status}."


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
            stop_if(self.why_not(method.__name__, by))
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

        moved.sources, moved.target, moved.why_not = frozenset(sources), target, why_not
        return moved

    return decorate


def moves_of(model: type[Lifecycle]) -> dict[str, Callable]:
    """The moves of a lifecycle by name, in the order in which they are written."""
    found = {}
    for each in reversed(model.__mro__):  # what it has from an abstract model comes first
        for name, attribute in vars(each).items():
            if hasattr(attribute, "sources") and hasattr(attribute, "target"):
                found[name] = attribute
    return found


_BY_ITS_MOVES = """
    IF TG_OP = 'INSERT' AND NEW.status NOT IN ({begins}) AND NOT public.nmiss_is_owner()
        AND ({unless}) IS NOT TRUE THEN
        RAISE EXCEPTION USING MESSAGE = 'Nothing begins as ' || NEW.status || '.';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.status <> OLD.status
        AND (OLD.status || '>' || NEW.status) NOT IN ({ways}) AND ({unless}) IS NOT TRUE THEN
        RAISE EXCEPTION USING MESSAGE =
            'No move leads from ' || OLD.status || ' to ' || NEW.status || '.';
    END IF;
    RETURN NULL;
"""


class ByItsMoves(pgtrigger.Trigger):
    """The status begins as its default, and goes no way but those of the moves.

    ``begins`` are other statuses in which a record may come in, ``also`` other ways, each from and
    to; ``unless`` is SQL for records that come otherwise. The owner lays out records in any status,
    as they were before our records began, and moves them as everybody does.
    """

    name = "by_its_moves"
    when = pgtrigger.After  # so that a constraint on the status speaks first
    operation = pgtrigger.Insert | pgtrigger.UpdateOf("status")

    def __init__(
        self,
        *,
        begins: Collection[str] = (),
        also: Collection[tuple[str, str]] = (),
        unless: str = "false",
    ) -> None:
        self.begins, self.also, self.unless = begins, also, unless
        super().__init__()

    def get_func(self, model: type[models.Model]) -> str:
        # A migration has a model of its own, without moves.
        moves = moves_of(apps.get_model(model._meta.label)).values()
        ways = {(source, made.target) for made in moves for source in made.sources}
        return _BY_ITS_MOVES.format(
            begins=_listed({model._meta.get_field("status").default, *self.begins}),
            ways=_listed(f"{source}>{target}" for source, target in {*ways, *self.also}),
            unless=self.unless,
        )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(str(word) for word in words))


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, models.Model) else value
