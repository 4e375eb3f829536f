"""Each move of an import has one rule, which its page, its verb and the database follow."""

from __future__ import annotations

import pytest
from django.utils import timezone

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin
from tests.moves import Case, Move, allowed, refused

pytestmark = pytest.mark.django_db


def waiting(role=Role.OFFICER):
    run = begin("schools", by=UserFactory(role=Role.OFFICER))
    return UserFactory(role=role), run


def checked(role=Role.OFFICER):
    officer, run = waiting(role)
    work_on_what_is_due()
    run.refresh_from_db()
    return officer, run


def written():
    officer, run = checked()
    run.confirm(by=officer, seen=run.digest())
    work_on_what_is_due()
    run.refresh_from_db()
    return officer, run


def dropped():
    officer, run = checked()
    run.drop(by=officer)
    return officer, run


def confirm(run, *, by):
    run.confirm(by=by, seen=run.digest())


def move(name, verb, status, page=None, who="", **given):
    def row(user, it):
        """Who it was and when stand with the status, where it has somebody's name."""
        named = {f"{who}_by": user, f"{who}_at": timezone.now()} if who else {}
        ImportRun.objects.filter(pk=it.pk).update(status=status, **named)

    return Move(
        lambda user, it: it.why_not(name, user),
        lambda user, it: verb(it, by=user, **given),
        (lambda it: (f"imports:{page}", it.pk)) if page else None,
        row,
    )


MOVES = {
    "answer": move("answer", ImportRun.answer, "waiting", answers={}),
    "confirm": move("confirm", confirm, "confirmed", who="confirmed"),
    "drop": move("drop", ImportRun.drop, "dropped"),
    "undo": move("ask_to_undo", ImportRun.ask_to_undo, "undoing", who="undone"),
}
CASES = [
    Case("answer", "no questions to answer", checked),
    Case("confirm", "Someone else has changed", waiting),
    Case("confirm", "Someone else has changed", dropped),
    Case("confirm", "for other people to bring", lambda: checked(Role.FINANCE), 403, False),
    Case("drop", "Someone else has changed", written),
    Case("undo", "Only the last import", checked),
    Case("undo", "Only the last import", dropped),
]
ALLOWED = {"confirm": checked, "drop": checked, "undo": written}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_verb_and_database_say_no_in_one_sentence(case, client):
    refused(case, MOVES[case.move], client)


@pytest.mark.parametrize("name", ALLOWED)
def test_they_let_it_through_where_there_is_no_sentence(name, client):
    allowed(ALLOWED[name], MOVES[name], client)
