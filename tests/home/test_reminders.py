"""The page of reminders: schedules, the next day, how each reads, tests, and how it goes."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.applications import asking
from nmiss.across.home import reminding
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent, OutboxMessage, Reminder, Tick
from nmiss.base.core.reminders import AT_ONCE, KINDS, WORKING_DAYS, Due, KindOfReminder
from nmiss.base.core.tasks import remind
from nmiss.base.core.working_days import working_days_before
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened
from tests.factories.providers import ProviderMemberFactory
from tests.seen import seen

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2026, 11, 26)
LIST = "/reminders/"


@pytest.fixture
def request_():
    application = opened()
    ProviderMemberFactory(provider=application.provider, role=ProviderRole.OWNER)
    officer = application.openings.first().officer
    return asking.ask_for_evidence(application, by=officer, question="?", working_days=5)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ({"before": (60, 30, 7), "after": (1,)}, "60, 30 and 7 days before, 1 day after"),
        ({"before": (AT_ONCE, 7)}, "at once, 7 days before"),
        ({"before": (3, 1), "unit": WORKING_DAYS}, "3 and 1 working days before"),
        ({"after": (1, 5), "unit": WORKING_DAYS}, "1 and 5 working days after"),
        ({"before": (1,), "unit": WORKING_DAYS}, "1 working day before"),
    ],
)
def test_a_schedule_is_said_in_words(schedule, words):
    assert KindOfReminder("tea", "tea/due", lambda today, last: [], **schedule).in_words == words


@pytest.mark.parametrize(
    ("on", "told_on", "next_on"),
    [
        (TODAY + 10 * DAY, datetime.date.min, TODAY + 3 * DAY),
        (TODAY + 7 * DAY, datetime.date.min, TODAY + 8 * DAY),
        (TODAY + 10 * DAY, TODAY + 3 * DAY, TODAY + 11 * DAY),
        (TODAY - DAY, datetime.date.min, None),
    ],
)
def test_the_next_day_is_the_first_step_after_today(on, told_on, next_on):
    kind = KindOfReminder("tea", "tea/due", lambda today, last: [], before=(7,), after=(1,))

    assert kind.next_day(Due(None, on, [], told_on=told_on), TODAY, frozenset()) == next_on


def test_nothing_comes_after_the_last_day():
    kind = KindOfReminder("tea", "tea/due", lambda today, last: [], after=(1, 5), until=3)

    assert kind.next_day(Due(None, TODAY, []), TODAY, frozenset()) == TODAY + DAY
    assert kind.next_day(Due(None, TODAY - DAY, []), TODAY, frozenset()) is None


def test_every_kind_says_whom_it_tells_and_is_on_the_page(client, request_):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get(LIST)

    shown = {each.kind.name: each for each in page.context["schedules"].all}
    assert shown.keys() == KINDS.keys()
    assert all(kind.who for kind in KINDS.values())
    assert shown["evidence"].next_on == working_days_before(request_.due_on, 2)
    assert shown["document"].next_on is None


def test_a_letter_is_read_beforehand_and_sent_to_oneself_alone(client, request_):
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    address = reverse("home:reminder_text", args=["evidence"])
    OutboxMessage.objects.all().delete()

    assert f"Evidence for application {request_.application.reference} is due" in (
        client.get(address).text
    )
    assert not OutboxMessage.objects.exists()
    client.post(address)

    letter = OutboxMessage.objects.get().payload
    assert letter["to"] == [officer.email]
    assert letter["subject"].startswith("Test: Evidence for application")
    assert not Reminder.objects.filter(kind__startswith="evidence").exists()
    event = AuditEvent.objects.get(verb="test_reminder")
    assert event.sentence == f"{officer} sent themselves a test of the reminder: evidence"


def test_there_is_no_letter_where_nothing_is_due(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    address = reverse("home:reminder_text", args=["evidence"])

    assert "so there is no letter to show" in client.get(address).text
    assert client.post(address).status_code == 200
    assert not AuditEvent.objects.filter(verb="test_reminder").exists()
    assert client.get(reverse("home:reminder_text", args=["tea"])).status_code == 404


def test_how_it_goes_is_said_with_what_waits_and_what_failed(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    assert "Never" in client.get(LIST).text
    now = timezone.now()
    OutboxMessage.objects.create(kind="email", payload={})
    OutboxMessage.objects.create(kind="email", payload={}, tries=3, last_error="Refused")
    OutboxMessage.objects.create(kind="email", payload={}, tries=1, delivered_at=now)
    same = {"kind": "tea", "subject": "a 1", "due_on": TODAY}
    Reminder.objects.create(recipient="a@a.example", **same)
    Reminder.objects.create(recipient="b@a.example", given_at=now - 31 * DAY, **same)

    health = client.get(LIST).context["health"]

    assert (health.given, health.waiting, health.failed) == (1, 2, 1)
    history = client.get(reverse("home:reminder_history"))
    assert [row.recipient for row in history.context["page"].rows] == ["a@a.example", "b@a.example"]


def test_a_check_notes_when_it_ran():
    remind()

    assert Tick.objects.get(name="reminders").at <= timezone.now()
    assert reminding.health().last_at


def test_administrators_read_no_letters(client, request_):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    address = f'"{reverse("home:reminder_text", args=["evidence"])}"'
    assert address not in client.get(LIST).text
    assert client.get(reverse("home:reminder_text", args=["evidence"])).status_code == 403


@pytest.mark.parametrize(
    ("on_ledger", "said"),
    [
        ("annual_review, 0 days before", "Annual review, on the day"),
        ("vacancies, 1 days after", "Vacancies, 1 day after"),
        ("missing return, 10 working days after", "Missing return, 10 working days after"),
        ("inspection, at once", "Inspection, at once"),
        ("taken out since, 3 days after", "taken out since, 3 days after"),
    ],
)
def test_what_was_sent_is_listed_in_words(client, on_ledger, said):
    Reminder.objects.create(kind=on_ledger, subject="a 1", recipient="a@a.example", due_on=TODAY)
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    (row,) = seen(client.get(reverse("home:reminder_history"))).rows()

    assert row[1] == said


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("placements.Consultation 6", "Consultation 6"),
        ("the day", "The day"),
        ("placements.Gone 7", "Placements.Gone 7"),
    ],
)
def test_what_was_sent_names_its_record(client, subject, said):
    Reminder.objects.create(kind="tea", subject=subject, recipient="a@a.example", due_on=TODAY)
    client.force_login(UserFactory(role=Role.OFFICER))

    (row,) = seen(client.get(reverse("home:reminder_history"))).rows()

    assert row[2] == said
