"""The engine of reminders, by a kind that is made here, as an application would declare one."""

import datetime
import threading

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from nmiss.base.core import reminders
from nmiss.base.core.models import NonWorkingDay, OutboxMessage, Reminder
from nmiss.base.core.reminders import AT_ONCE, WORKING_DAYS, Due, KindOfReminder
from tests.factories.accounts import UserFactory

NOTICE = "accounts/security_changed"  # any that knows ``what``
ONE_DAY = datetime.timedelta(days=1)


def day(text):
    return datetime.date.fromisoformat(text)


def at(text):
    """Nine in the morning of a day, in London."""
    nine = datetime.datetime.combine(day(text), datetime.time(9))
    return timezone.make_aware(nine)


class Office:
    """What is due here: a return, to be sent in by a day, by two people."""

    def __init__(self, monkeypatch):
        monkeypatch.setattr(reminders, "KINDS", {})
        self.people = [UserFactory(name="Ada"), UserFactory(name="Grace")]
        self.subject = UserFactory(name="Subject")
        self.returns = {self.subject: day("2026-11-27")}  # a Friday
        self.told_on = datetime.date.min
        self.words = {"what": "A return"}

    def declare(self, name="return", **schedule):
        reminders.register(KindOfReminder(name, NOTICE, self.find, **schedule))

    def find(self, today, last):
        for subject, on in self.returns.items():
            if on <= last:
                yield Due(subject, on, self.people, self.words, told_on=self.told_on)

    def done(self):
        self.returns = {}


@pytest.fixture
def office(db, monkeypatch):
    return Office(monkeypatch)


def remind(*days):
    return [reminders.remind(at(each)) for each in days]


def ledger():
    return sorted(set(Reminder.objects.values_list("kind", flat=True)))


class TestASchedule:
    def test_is_said_to_each_on_its_days_and_on_no_other(self, office):
        office.declare(before=(7, 1), after=(3,))

        said = remind("2026-11-19", "2026-11-20", "2026-11-21", "2026-11-26", "2026-11-27")
        late = remind("2026-11-29", "2026-11-30", "2026-12-31")

        assert (said, late) == ([0, 2, 0, 2, 0], [0, 2, 0])
        to = [each.payload["to"][0] for each in OutboxMessage.objects.order_by("pk")]
        assert to == [person.email for person in office.people] * 3

    @pytest.mark.parametrize(
        ("before", "falls_on"), [(1, "2026-11-26"), (5, "2026-11-20"), (0, "2026-11-27")]
    )
    def test_counts_working_days(self, office, before, falls_on):
        office.declare(before=(before,), unit=WORKING_DAYS)
        eve = str(day(falls_on) - ONE_DAY)

        assert remind(eve, falls_on) == [0, 2]

    def test_counts_working_days_after_and_leaves_out_days_off(self, office):
        NonWorkingDay.objects.create(day=day("2026-11-30"), reason="Moving house")
        office.declare(after=(1,), unit=WORKING_DAYS)

        assert remind("2026-11-28", "2026-11-30", "2026-12-01") == [0, 0, 2]

    def test_begins_at_once_where_it_says_so(self, office):
        office.declare(before=(AT_ONCE, 1))

        assert remind("2020-01-01", "2026-11-25", "2026-11-26", "2026-11-27") == [2, 0, 2, 0]
        assert ledger() == ["return, 1 days before", "return, at once"]

    def test_ends_where_it_says_so(self, office):
        office.declare(before=(7,), after=(1,), until=5)

        assert remind("2026-12-03") == [0]
        assert remind("2026-12-02") == [2]

    def test_leaves_out_what_falls_on_the_day_on_which_it_was_asked_for(self, office):
        office.told_on = day("2026-11-26")
        office.declare(before=(1,), after=(1,))

        assert remind("2026-11-26", "2026-11-27", "2026-11-28") == [0, 0, 2]


class TestAfterDaysOff:
    def test_only_the_newest_is_said_once(self, office):
        office.declare(before=(60, 30, 7))

        assert remind("2026-11-25", "2026-11-25", "2026-11-26") == [2, 0, 0]
        assert ledger() == ["return, 7 days before"]

    def test_what_is_late_is_said_to_be_late(self, office):
        seen = []
        office.declare(before=(7,), after=(1,))

        def heard(people, notice, *, about, **words):
            seen.append((about, words["due_on"], words["days"], words["is_late"]))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reminders, "tell", heard)
            remind("2026-11-24", "2026-12-07")

        due_on = day("2026-11-27")
        assert seen == [(office.subject, due_on, 3, False), (office.subject, due_on, -10, True)]

    def test_what_is_over_is_not_said(self, office):
        office.declare(before=(7,), after=(1,))
        office.done()

        assert remind("2026-11-24", "2026-12-07") == [0, 0]

    def test_a_new_day_is_said_anew(self, office):
        office.declare(before=(7,))
        assert remind("2026-11-24") == [2]

        office.returns[office.subject] = day("2026-11-30")

        assert remind("2026-11-24", "2026-11-24") == [2, 0]

    def test_an_earlier_step_is_not_said_after_a_later_one(self, office):
        """The eve was a day off, so that the last step was said a day early; now it is none."""
        closed = NonWorkingDay.objects.create(day=day("2026-11-26"), reason="Moving house")
        office.declare(before=(5, 1), unit=WORKING_DAYS)
        assert remind("2026-11-25") == [2]

        closed.delete()

        assert remind("2026-11-25", "2026-11-26") == [0, 0]

    def test_whoever_came_since_is_told_alone(self, office):
        office.declare(before=(7,))
        assert remind("2026-11-24") == [2]
        office.people.append(UserFactory())

        assert remind("2026-11-25", "2026-11-25") == [1, 0]


class TestTheLedger:
    def test_refuses_the_same_twice(self, office):
        office.declare(before=(7,))
        remind("2026-11-24")
        said = Reminder.objects.first()
        said.pk, said._state.adding = None, True

        with pytest.raises(IntegrityError, match="core_reminder_once"):
            said.save(force_insert=True)

    def test_keeps_nothing_that_could_not_be_said(self, office):
        office.declare(before=(7,))
        office.words = {}

        with pytest.raises(ExceptionGroup):
            remind("2026-11-24")

        assert not Reminder.objects.exists()
        assert not OutboxMessage.objects.exists()


class TestAFailure:
    def test_holds_up_nothing_else(self, office):
        def fail(today, last):
            raise ZeroDivisionError

        reminders.register(KindOfReminder("broken", NOTICE, fail, before=(1,)))
        office.declare(before=(7,))

        with pytest.raises(ExceptionGroup) as failed:
            remind("2026-11-24")

        assert failed.group_contains(ZeroDivisionError)
        assert Reminder.objects.count() == 2


class TestTheCost:
    def test_does_not_grow_with_what_has_been_said(self, office):
        def queries():
            with CaptureQueriesContext(connection) as asked:
                assert remind("2026-11-24") == [0]
            return len(asked)

        office.declare(before=(7,))
        remind("2026-11-24")
        few = queries()
        office.returns |= dict.fromkeys(UserFactory.create_batch(5), day("2026-11-27"))
        remind("2026-11-24")

        assert queries() == few == 3  # days off, schedules, and the ledger


@pytest.mark.django_db(transaction=True)
class TestTwoTicksAtOnce:
    def test_say_it_once(self, monkeypatch):
        office = Office(monkeypatch)
        office.declare(before=(7,))
        start, failed = threading.Barrier(4), []

        def work():
            try:
                start.wait(10)
                remind("2026-11-24")
            except Exception as error:
                failed.append(error)
            finally:
                connection.close()

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert not failed
        assert OutboxMessage.objects.count() == Reminder.objects.count() == 2
