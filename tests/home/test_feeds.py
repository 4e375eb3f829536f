"""The calendar feed: who makes and ends its address, and what it tells whoever has it."""

import datetime
import logging

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from nmiss.base.accounts import key_dates
from nmiss.base.accounts.key_dates import KIND_ALONE, SUBJECT_TOO, KeyDate, source
from nmiss.base.accounts.models import CalendarFeed, Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.clock import noon
from nmiss.base.core.logs import Discretion, discreet
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, advertised

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer(client):
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    return officer


def address_of(person):
    token = CalendarFeed.objects.of(person).live().get().token
    return reverse("home:calendar_ics", args=[token])


def read(address):
    """As a calendar reads it: not signed in."""
    return Client().get(address)


def events(person):
    answer = read(address_of(person))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


class TestTheAddress:
    def test_is_made_shown_renewed_and_ended(self, client, officer):
        page = reverse("home:calendar_feed")
        assert "Make address" in client.get(page).text

        client.post(page)
        first = address_of(officer)
        assert first in client.get(page).text
        assert read(first).status_code == 200

        client.post(page)
        second = address_of(officer)
        assert second != first
        gone = read(first)
        assert gone.status_code == 410
        assert "has ended" in gone.text
        assert read(second).status_code == 200

        client.post(reverse("home:calendar_feed_end"))
        assert read(second).status_code == 410
        assert "Make address" in client.get(page).text
        assert client.post(reverse("home:calendar_feed_end")).status_code == 404
        verbs = AuditEvent.objects.filter(actor_id=officer.pk).values_list("verb", flat=True)
        assert list(verbs.order_by("pk")) == ["make_feed", "renew_feed", "end_feed"]

    def test_is_kept_as_a_digest_alone(self, officer):
        feed = CalendarFeed.make(by=officer)

        row = CalendarFeed.objects.filter(pk=feed.pk).values().get()

        assert len(feed.token) == 64
        assert feed.token not in str(row)
        assert not hasattr(feed.events.get(), "digest")

    def test_is_not_shown_by_another_key_and_answers_still(self, client, officer, settings):
        CalendarFeed.make(by=officer)
        address = address_of(officer)

        settings.SECRET_KEY = "another"
        feed = CalendarFeed.objects.get()

        assert feed.token == ""
        assert read(address).status_code == 200

    def test_ends_with_its_account_and_does_not_come_back(self):
        person, administrator = UserFactory(role=Role.FINANCE), UserFactory(role="administrator")
        CalendarFeed.make(by=person)
        address = address_of(person)

        person.close(by=administrator)
        assert read(address).status_code == 410
        person.reopen(by=administrator)
        assert read(address).status_code == 410

    def test_is_nobodys_where_it_is_guessed_and_guessing_waits(self):
        address = reverse("home:calendar_ics", args=["0" * 64])

        answers = [read(address) for _ in range(21)]

        assert (answers[0].status_code, answers[-1].status_code) == (404, 429)
        assert "no such calendar address" in answers[0].text
        assert int(answers[-1]["Retry-After"]) > 0

    def test_is_not_read_without_end(self, officer, settings):
        settings.ATTEMPT_LIMITS = settings.ATTEMPT_LIMITS | {
            "feed": settings.ATTEMPT_LIMITS["feed"] | {"free": 3}
        }
        CalendarFeed.make(by=officer)
        address = address_of(officer)

        assert [read(address).status_code for _ in range(4)] == [200, 200, 200, 429]

    def test_is_in_no_log(self, officer, caplog):
        CalendarFeed.make(by=officer)
        token = CalendarFeed.objects.get().token
        with caplog.at_level(logging.INFO):
            read(address_of(officer))
            CalendarFeed.objects.get().end(by=officer)
            read(reverse("home:calendar_ics", args=[token]))

        for record in caplog.records:
            Discretion().filter(record)
            assert token not in record.getMessage()
        written = discreet(f"GET /calendar/feeds/{token}/dates.ics HTTP/1.1")  # by the server
        assert written == "GET /calendar/feeds/…/dates.ics HTTP/1.1"
        assert any("/calendar/feeds/" in record.getMessage() for record in caplog.records)

    def test_can_be_made_in_person_alone_and_one_at_a_time(self, officer):
        feed, other = CalendarFeed.make(by=officer), UserFactory()

        with acting_for(other), pytest.raises(InternalError), transaction.atomic():
            CalendarFeed.objects.filter(pk=feed.pk).update(digest="0" * 64)
        with acting_for(officer), pytest.raises(IntegrityError), transaction.atomic():
            CalendarFeed.objects.create(user=officer, digest="1" * 64, times_closed=0)


class TestTheDates:
    @pytest.fixture
    def round(self):
        """A round that was advertised."""
        made = RoundFactory(
            planned=True,
            opens_at=noon(timezone.localdate() + 10 * DAY),
            closes_at=noon(timezone.localdate() + 45 * DAY),
        )
        return advertised(made)

    def test_are_whole_days_with_the_subjects_that_are_public(self, officer, round):
        CalendarFeed.make(by=officer)

        opens, closes = events(officer)

        today = timezone.localdate()
        assert opens["summary"] == f"Round opens: {round.vehicle}, round {round.number}"
        assert opens.decoded("dtstart") == today + 10 * DAY
        assert opens.decoded("dtend") == today + 11 * DAY
        assert closes.decoded("dtstart") == today + 45 * DAY
        assert "12 noon" in opens["description"]
        calendar = Calendar.from_ical(read(address_of(officer)).content)
        assert (calendar["version"], calendar["x-wr-timezone"]) == ("2.0", "Europe/London")

    def test_keep_their_numbers_when_a_day_moves(self, officer, round):
        CalendarFeed.make(by=officer)
        before = {str(event["uid"]) for event in events(officer)}

        round.closes_at += 2 * DAY
        round.save()
        moved = events(officer)

        assert {str(event["uid"]) for event in moved} == before
        assert len(before) == 2
        assert moved[1].decoded("dtstart") == timezone.localdate() + 47 * DAY

    def test_say_no_more_than_their_source_lets_out(self, officer, monkeypatch):
        monkeypatch.setattr(key_dates, "SOURCES", [])
        today, about = timezone.localdate(), RoundFactory()
        hostile = "Ash; Grove, \\ “Ltd”\r\nBEGIN:VEVENT " + "é" * 90
        for name, leaves in (("Open", SUBJECT_TOO), ("Veiled", KIND_ALONE), ("Case", "nothing")):

            def find(wanted, name=name):
                for number in range(2):
                    subject = f"{hostile} {number}" if name == "Open" else "C123 of Ash Grove"
                    yield KeyDate(today, name, subject, about, "/x/", part=str(number))

            source(name, roles=[Role.OFFICER], team=[Role.OFFICER], who="", leaves=leaves)(find)
        CalendarFeed.make(by=officer)

        content = read(address_of(officer)).content
        summaries = [str(event["summary"]) for event in events(officer)]

        assert summaries[2:] == ["Veiled (2)"]
        assert [" ".join(each.split()) for each in summaries[:2]] == [
            " ".join(f"Open: {hostile} {number}".split()) for number in range(2)
        ]
        for inside in (b"C123", b"Case", b"/x/"):
            assert inside not in content
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert content.count(b"\r\nBEGIN:VEVENT\r\n") == 3

    def test_of_children_never_leave_and_of_providers_without_their_subject(self):
        leaves = {kind: each.leaves for each in key_dates.SOURCES for kind in each.kinds}

        assert leaves["Round opens"] == leaves["Arrangement ends"] == SUBJECT_TOO
        assert leaves["Application to decide"] == leaves["Document expires"] == KIND_ALONE
        for each in key_dates.SOURCES:
            if each.find.__module__.startswith("placements"):
                assert each.leaves == key_dates.NOTHING, each.kinds

    def test_are_those_of_its_person(self, round):
        auditor, finance = UserFactory(role=Role.AUDITOR), UserFactory(role=Role.ADMINISTRATOR)
        CalendarFeed.make(by=auditor)
        CalendarFeed.make(by=finance)

        assert len(events(auditor)) == 2
        assert events(finance) == []
