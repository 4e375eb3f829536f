"""Who is reminded of fees, and when."""

import datetime

import pytest

from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.models import OutboxMessage, Reminder
from placements.fees import home, negotiating
from tests.factories.accounts import UserFactory
from tests.factories.fees import a_draft, a_request, today
from tests.reminding import remind_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


def told(kind, day):
    remind_of(kind, noon(day))
    return set(Reminder.objects.filter(kind__startswith=kind).values_list("recipient", flat=True))


def test_writers_are_reminded_of_a_draft_before_the_window_closes(
    provider, place, owner, editor, window
):
    place()
    a_draft(provider, by=editor)

    assert told("draft fee request", window.requests_by - datetime.timedelta(15)) == set()
    both = {owner.email, editor.email}
    assert told("draft fee request", window.requests_by - datetime.timedelta(14)) == both


def test_information_and_answers_that_are_due(provider, place, owner, officer):
    place()
    request = a_request(provider, owner=owner)

    assert told("fee answer", request.answer_due_on) == {officer.email}
    negotiating.ask_for_information(request, by=officer, text="Accounts?")
    request.refresh_from_db()
    due_on = request.information_due_on
    assert told("fee information", due_on) == {owner.email}
    assert told("fee answer", due_on) == {officer.email}


def test_commissioning_is_reminded_of_recommendations(provider, place, owner, officer, window):
    place()
    day = window.recommend_by - datetime.timedelta(3)
    assert told("fee recommendations", day) == set()

    a_request(provider, owner=owner)

    assert told("fee recommendations", day) == {officer.email}


def test_the_landing_pages_name_what_is_to_do(provider, place, owner, officer):
    place()
    draft = a_draft(provider, by=owner)
    assert [task.words for task in read(home.requests_of_ours(owner, today()))] == [
        f"Submit fee request: {provider} ({draft.reference})"
    ]
    assert read(home.requests_to_answer(officer, today())) == []


def test_both_sides_are_written_to(provider, place, owner, officer):
    place()
    UserFactory(role=Role.MANAGER)
    before = OutboxMessage.objects.count()

    a_request(provider, owner=owner)

    # A receipt for the owner; the arrival for the officer and the manager.
    assert OutboxMessage.objects.count() == before + 3
