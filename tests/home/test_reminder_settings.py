"""How reminders are set: their texts, their days and each person's choice; and what comes of it."""

import dataclasses
import datetime

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from nmiss.across.home import rewording
from nmiss.base.accounts.models import Role
from nmiss.base.core import reminders
from nmiss.base.core.letterbox import standard_wording
from nmiss.base.core.models import (
    AuditEvent,
    Delivery,
    NonWorkingDay,
    OutboxMessage,
    Reminder,
    ReminderChoice,
    ReminderSchedule,
    ReminderText,
)
from nmiss.base.core.models.reminder_schedule import LATEST_STEP
from nmiss.base.core.reminders import KINDS, Due, KindOfReminder
from nmiss.base.core.wording import problem_with
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
NOTICE = "kpis/return_missing"


def at(text, hour=9):
    return timezone.make_aware(datetime.datetime.fromisoformat(f"{text}T{hour:02}:00"))


@pytest.fixture
def office(monkeypatch):
    """Two kinds about an account, of which one is of the law; due on a Friday."""
    for name in list(KINDS):
        monkeypatch.delitem(KINDS, name)
    people = [UserFactory(name="Ada"), UserFactory(name="Grace")]
    subject = UserFactory(name="Subject")
    found = {"on": datetime.date(2026, 11, 27), "people": people, "subject": subject}

    def find(today, last):
        if found["on"] <= last:
            yield Due(subject, found["on"], people, {"what": "A return"})

    notice = "accounts/security_changed"
    for name, is_law in (("tea", False), ("law", True)):
        kind = KindOfReminder(name, notice, find, before=(7,), after=(3,), statutory=is_law)
        monkeypatch.setitem(KINDS, name, kind)
    return found


def sent_to(person):
    rows = OutboxMessage.objects.order_by("pk")
    return [each.payload for each in rows if each.payload["to"] == [person.email]]


class TestTheTexts:
    def test_of_all_kinds_can_be_worded_anew(self):
        for kind in KINDS.values():
            own = standard_wording(kind.notice)
            assert not problem_with(own.subject, own), kind.name
            assert not problem_with(own.body, own), kind.name
            for is_late in (True, False):
                letter = rewording.example(own, kind, to=UserFactory.build(), is_late=is_late)
                assert "{" not in letter.body, kind.name

    def test_are_worded_by_an_administrator_who_sees_and_tests_them_first(self, client):
        admin = UserFactory(role=Role.ADMINISTRATOR)
        client.force_login(admin)
        page = reverse("home:reminder_wording", args=["missing-return"])
        subject = "Nothing from {{ record.school }}"
        given = {"seen": "0", "subject": subject, "body": "Due on {{ due_on|day }}."}

        shown = client.post(page, given | {"preview": ""})
        assert shown.context["letters"][0][1].subject == "Nothing from [school]"
        client.post(page, given | {"test": ""})
        (test,) = sent_to(admin)
        assert test["subject"] == "Test: Nothing from [school]"
        assert not ReminderText.objects.exists()

        assert client.post(page, given).status_code == 302
        text = reminders.own_texts()[NOTICE]
        assert (text.subject, text.body) == (subject, "Due on {{ due_on|day }}.")
        event = AuditEvent.objects.get(verb="word_reminder")
        assert event.after["subject"] == subject
        assert "“Nothing from {{ record.school }}”" in client.get(page).text

        stale = client.post(page, given | {"subject": "Tea"})
        assert "A colleague saved a change while you were here" in stale.text
        assert 'name="seen" value="1"' in stale.text
        own = standard_wording(NOTICE)
        client.post(page, {"seen": "1", "subject": own.subject, "body": own.body})
        assert reminders.own_texts() == {}
        assert list(ReminderText.objects.values_list("number", flat=True)) == [1, 2]

    def test_names_each_fact_in_words_that_people_use(self, client):
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))

        shown = client.get(reverse("home:reminder_wording", args=["annual_review"]))

        assert shown.context["letters"][0][1].subject.startswith("Annual review [number]:")

    def test_hold_no_fact_that_the_standard_text_has_not(self, client):
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))
        page = reverse("home:reminder_wording", args=["missing-return"])

        given = {"seen": "0", "subject": "{{ record.school.head }}", "body": "Tea"}
        assert "Take out {{ record.school.head }}" in client.post(page, given).text
        assert not ReminderText.objects.exists()

    def test_are_read_in_letters_and_never_half(self, office):
        ReminderText.save_after(
            0, "accounts/security_changed", by=office["people"][0], subject="Tea!", body="Is due."
        )
        reminders.remind(at("2026-11-20"))

        letter = sent_to(office["people"][0])[0]
        assert letter["subject"] == "Tea!"
        assert "Hello Ada\n\nIs due.\n" in letter["body"]
        with pytest.raises(IntegrityError, match="whole_or_none"):
            ReminderText.save_after(1, NOTICE, by=office["people"][0], subject="Tea")


class TestTheDays:
    def test_are_set_by_an_officer_and_count_from_then_on(self, client, office):
        reminders.remind(at("2026-11-20"))
        client.force_login(UserFactory(role=Role.OFFICER))
        page = reverse("home:reminder_schedule", args=["tea"])
        assert client.post(page, {"seen": "0", "before": "367"}).status_code == 200
        assert "Enter at least one day" in client.post(page, {"seen": "0"}).text

        client.post(page, {"seen": "0", "before": "30, 2", "after": "0"})

        kind = KINDS["tea"].on(timezone.localdate(), ReminderSchedule.objects.newest())
        assert kind.in_words == "30 and 2 days before, on the day"
        assert AuditEvent.objects.get(verb="schedule_reminder").before == {
            "days": "7 days before, 3 days after"
        }
        # Who was told of 7 days is not told of 30 afterwards, although the step is gone.
        assert reminders.remind(at("2026-11-21")) == 0
        assert reminders.remind(at("2026-11-25")) == 2
        assert "Standard days: 7 days before, 3 days after" in client.get(page).text

    def test_lie_within_reason_for_the_database_too(self):
        by = UserFactory()
        wrong = [{}, {"before": [0]}, {"before": [LATEST_STEP + 1]}, {"after": list(range(9))}]
        for number, steps in enumerate(wrong):
            with pytest.raises(IntegrityError, match=r"reason|has_a_day"), transaction.atomic():
                ReminderSchedule.save_after(number, "tea", by=by, **steps)

    def test_fit_on_the_ledger_and_come_back_from_it(self):
        for kind in KINDS.values():
            for step in (-LATEST_STEP, -1, 0, 1, LATEST_STEP, -float("inf")):
                written = kind.on_ledger(step)
                assert len(written) <= Reminder._meta.get_field("kind").max_length
                assert kind.step_on_ledger(written) == step

    def test_of_returns_are_set_by_their_rules(self, client):
        client.force_login(UserFactory(role=Role.MANAGER))
        page = reverse("home:reminder_schedule", args=["return"])

        assert reverse("kpis:return_rules") in client.get(page).text
        assert client.post(page, {"seen": "0", "before": "3"}).status_code == 403


class TestAChoice:
    def test_is_made_of_what_no_law_asks_for_and_by_role(self, client):
        owner = UserFactory(role=Role.PROVIDER)
        client.force_login(owner)
        page = reverse("home:reminder_choices")
        shown = client.get(page)
        offered = [kind.name for kind in shown.context["form"].kinds]
        assert "document" in offered
        assert "declaration" in [kind.name for kind in shown.context["always"]]
        assert all(each.to and each.to <= set(Role.values) for each in KINDS.values())
        given = {f"kind-{slugify(name)}": "each" for name in offered}

        client.post(page, {f"kind-{slugify(name)}": "off" for name in offered})
        assert set(ReminderChoice.objects.of_each().values()) == {"off"}
        client.post(page, given | {"kind-document": "digest"})

        chosen = ReminderChoice.objects.of_each()
        assert chosen.pop((owner.email, "document")) == "digest"
        assert set(chosen.values()) == {"each"}
        assert AuditEvent.objects.filter(verb="choose_reminders").count() == 2
        assert client.post(page, given | {"kind-document": "never"}).status_code == 200

    def test_off_is_off_but_not_for_the_law(self, office):
        ada, grace = office["people"]
        for kind in ("tea", "law"):
            ReminderChoice.choose(ada.email, {kind: Delivery.OFF})

        assert reminders.remind(at("2026-11-20")) == 3
        assert (len(sent_to(ada)), len(sent_to(grace))) == (1, 2)

    def test_a_digest_is_one_email_of_a_working_day(self, office, monkeypatch):
        ada = office["people"][0]
        office["people"].pop()
        monkeypatch.setitem(KINDS, "milk", dataclasses.replace(KINDS["tea"], name="milk"))
        for kind in ("tea", "milk"):
            ReminderChoice.choose(ada.email, {kind: Delivery.DIGEST})
        NonWorkingDay.objects.create(day=datetime.date(2026, 11, 20), reason="Moving house")

        days = [("2026-11-20", 9), ("2026-11-21", 9), ("2026-11-23", 7), ("2026-11-23", 8)]
        assert [reminders.remind(at(*each)) for each in days] == [1, 0, 0, 2]
        assert reminders.remind(at("2026-11-23", 10)) == 0

        _law, digest = sent_to(ada)
        assert digest["subject"] == "Your reminders for 23 November 2026: 2"
        assert "1. " in digest["body"]
        assert "2. " in digest["body"]
        assert digest["body"].count("Hello") == 1

    def test_over_by_eight_is_not_in_the_digest(self, office):
        ada = office["people"][0]
        ReminderChoice.choose(ada.email, {"tea": Delivery.DIGEST})
        reminders.remind(at("2026-11-20", 7))
        office["on"] = datetime.date(2027, 11, 27)

        assert reminders.remind(at("2026-11-20", 9)) == 0
