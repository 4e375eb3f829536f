"""Who is reminded of returns, when, and when that ends."""

import pytest
from django.utils import timezone

from kpis import certifying, saving
from kpis.filling import filling_of
from kpis.models import KpiReturn, ReturnRules
from nmiss.base.accounts.models import Role
from nmiss.base.core import reminders
from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.working_days import add_working_days, working_days_before
from tests.factories.accounts import UserFactory
from tests.factories.kpis import asked_for, in_force, people_of, ready

pytestmark = pytest.mark.django_db
FIGURES = {"attended": 95, "possible": 100}


@pytest.fixture
def kpi_return():
    in_force()
    return asked_for()


@pytest.fixture
def people(kpi_return):
    return people_of(kpi_return)


def due(kpi_return, working_days):
    """Have it due so many working days from today; before today where the number is negative."""
    today = timezone.localdate()
    walk = add_working_days if working_days >= 0 else working_days_before
    # On a weekend a day is counted from the working day before it.
    day = walk(today, abs(working_days))
    first = max(day, today)
    KpiReturn.objects.update(due_on=day, first_until=first, correct_until=first)
    kpi_return.refresh_from_db()


def told():
    """The subjects of the letters by whom they are to; then they are gone."""
    reminders.remind(timezone.now())
    found = {}
    for letter in OutboxMessage.objects.order_by("pk"):
        if "vacancies" in letter.payload["subject"]:
            continue
        for address in letter.payload["to"]:
            found.setdefault(address, []).append(letter.payload["subject"].partition(":")[0])
    OutboxMessage.objects.all().delete()
    return found


def test_writers_are_reminded_before_the_deadline_once(kpi_return, people):
    due(kpi_return, 9)
    first = told()
    assert set(first) == {person.email for person in people}
    assert all("Send your return by" in each[0] for each in first.values())
    assert told() == {}


def test_nobody_is_reminded_eleven_days_before(kpi_return, people):
    due(kpi_return, 12)
    assert told() == {}


def test_what_is_ready_and_not_sent_has_its_own_words_for_owners(kpi_return, people):
    editor, owner = people
    due(kpi_return, 4)
    ready(kpi_return, editor, **FIGURES)
    OutboxMessage.objects.all().delete()

    assert told() == {owner.email: ["Ready, not sent yet"]}


def test_owners_and_officers_hear_of_what_is_late(kpi_return, people):
    editor, owner = people
    officer = UserFactory(role=Role.OFFICER)
    due(kpi_return, -6)
    late = told()
    assert late[editor.email] == ["Your return is overdue"]
    assert sorted(late[owner.email]) == ["For the owners", "Your return is overdue"]
    assert officer.email not in late

    due(kpi_return, -11)
    assert told()[officer.email] == [f"No return from {kpi_return.school}, 2024-Q4"]


def test_it_ends_when_the_return_is_sent(kpi_return, people):
    editor, owner = people
    ready(kpi_return, editor, **FIGURES)
    certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)
    due(kpi_return, -11)
    OutboxMessage.objects.all().delete()

    assert told() == {}


def test_nothing_to_report_is_not_chased(kpi_return, people):
    saving.report_nothing(kpi_return, 1, by=people[0], seen="0")
    due(kpi_return, 4)
    assert told() == {}

    saving.report_after_all(kpi_return, 1, by=people[0])
    assert told()


def test_managers_set_when_schools_are_reminded(kpi_return, people):
    quiet = {"remind_before": [3], "remind_after": [], "owner_after": 4, "council_after": 60}
    ReturnRules.set_from(kpi_return.last_day, by=None, **quiet)
    editor, owner = people

    due(kpi_return, 5)
    assert told() == {}
    due(kpi_return, 2)
    assert set(told()) == {editor.email, owner.email}
    # Each deadline is another one, of which the writers are told once.
    due(kpi_return, -3)
    assert {email: len(letters) for email, letters in told().items()} == {
        editor.email: 1,
        owner.email: 1,
    }
    due(kpi_return, -6)
    assert {email: len(letters) for email, letters in told().items()} == {
        editor.email: 1,
        owner.email: 2,
    }
