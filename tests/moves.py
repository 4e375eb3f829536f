"""What a room's table of moves shows: page, verb and database say no in the same cases."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.html import strip_tags

from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow


@dataclass(frozen=True)
class Move:
    """A move: its rule, its verb, its page, and the row that it writes, each of (user, record).

    ``page`` gives the name of an address and its arguments; none where it is a button elsewhere.
    ``row`` writes past the verb what the database is to refuse.
    """

    rule: Callable[[Any, Any], str]
    verb: Callable[[Any, Any], object]
    page: Callable[[Any], tuple] | None = None
    row: Callable[[Any, Any], object] | None = None


@dataclass(frozen=True)
class Case:
    """When a move is refused: ``make`` gives user and record, ``says`` a part of the sentence.

    ``status`` is 409 where its page says the sentence, 403 or 404 where it turns this person away
    before that. ``by_the_database``: its last wall stands in this case, too.
    """

    move: str
    says: str
    make: Callable[[], tuple[Any, Any]]
    status: int = 409
    by_the_database: bool = True

    def __str__(self) -> str:
        return f"{self.move}: {self.says}"


def said(answer) -> str:
    return " ".join(html.unescape(strip_tags(answer.text)).split())


def refused(case: Case, move: Move, client) -> None:
    """See that rule, verb, page and database refuse, the first three in one sentence."""
    user, record = case.make()
    sentence = move.rule(user, record)
    assert case.says in sentence
    with pytest.raises(NotAllowedNow) as raised, transaction.atomic():
        move.verb(user, record)
    assert str(raised.value) == sentence
    if move.page:
        client.force_login(user)
        name, *args = move.page(record)
        answer = client.get(reverse(name, args=args))
        assert answer.status_code == case.status
        assert case.status != 409 or sentence in said(answer)
    if move.row and case.by_the_database:
        with pytest.raises(DatabaseError), transaction.atomic(), acting_for(user):
            move.row(user, record)


def allowed(make: Callable[[], tuple[Any, Any]], move: Move, client) -> None:
    """See that all of them let it through: so what they refuse is the case, and not the call."""
    user, record = make()
    assert move.rule(user, record) == ""
    if move.page:
        client.force_login(user)
        name, *args = move.page(record)
        assert client.get(reverse(name, args=args)).status_code == 200
    if move.row:
        with transaction.atomic():
            with acting_for(user):
                move.row(user, record)
            transaction.set_rollback(True)
        record.refresh_from_db()
    move.verb(user, record)
