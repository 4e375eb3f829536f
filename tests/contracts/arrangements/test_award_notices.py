"""Award notices: asked for where something was awarded, until they are sent or waived."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import quarters
from contracts.arrangements.home import award_notices
from contracts.models import Membership, Notice, NoticeWaiver
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from nmiss.base.core.tasks import remind
from placements.models import Placement
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.providers import ProviderFactory, SchoolFactory
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)
REASON = "Sent before the Hub’s records began, 034287-2023."


def day(text):
    return datetime.date.fromisoformat(text)


def admit(admitted_on, lot=1):
    provider = ProviderFactory()
    return Membership.objects.create(
        school=SchoolFactory(provider=provider),
        provider=provider,
        lot=the_dps().lots.get(number=lot),
        admitted_on=admitted_on,
    )


def asked_for(today=TODAY):
    return [str(due.first) for due in quarters.quarters_without_notice(the_dps(), today=today)]


def record(quarter):
    Notice.record(
        the_dps(), by=None, kind="f03", sent_on=TODAY, reference=f"R {quarter}", quarter=quarter
    )


class TestAreAskedFor:
    def test_for_no_quarter_in_which_nothing_was_awarded(self):
        the_dps()
        assert asked_for() == []

        admit(day("2026-08-01"))

        assert asked_for() == ["2026-07-01"]

    @pytest.mark.parametrize(
        ("admitted_on", "first"),
        [
            ("2026-07-01", ["2026-07-01"]),
            ("2026-09-30", ["2026-07-01"]),
            ("2026-06-30", ["2026-04-01"]),
            ("2026-10-01", []),  # its quarter is not over
        ],
    )
    def test_by_the_quarter_of_the_admission(self, admitted_on, first):
        admit(day(admitted_on))

        assert asked_for() == first

    def test_from_the_day_after_the_quarter_and_due_30_days_later(self):
        admit(day("2026-08-01"))

        assert asked_for(day("2026-09-30")) == []
        (due,) = quarters.quarters_without_notice(the_dps(), today=day("2026-10-01"))
        assert (due.last, due.due_on, due.is_overdue) == (
            day("2026-09-30"),
            day("2026-10-30"),
            False,
        )

    def test_for_quarters_in_which_places_were_called_off(
        self, take_schools, take_members, take_placements
    ):
        take_schools()
        take_members()  # from 1 September 2022
        take_placements(
            {"route": "call_off", "starts_on": "2024-02-05"},
            {"placement_ref": "P2", "pupil_ref": "C2", "route": "spot", "starts_on": "2025-02-05"},
        )

        assert Placement.objects.exclude(lot=None).count() == 1
        assert asked_for() == ["2022-07-01", "2024-01-01"]

    def test_until_they_are_sent_however_long_that_takes(self):
        for text in ("2024-02-01", "2026-08-01"):
            admit(day(text))

        assert asked_for(day("2030-01-01")) == ["2024-01-01", "2026-07-01"]
        record(day("2024-01-01"))
        assert asked_for(day("2030-01-01")) == ["2026-07-01"]

    def test_with_no_more_queries_for_more_quarters(self):
        def queries():
            with CaptureQueriesContext(connection) as asked:
                asked_for()
            return len(asked)

        admit(day("2024-02-01"))
        few = queries()
        for month in ("2023-02", "2023-05", "2024-05", "2025-02"):
            admit(day(f"{month}-01"))

        assert queries() == few

    def test_no_more_once_waived(self):
        admit(day("2024-02-01"))

        NoticeWaiver.waive(the_dps(), by=None, quarter=day("2024-01-01"), reason=REASON)

        assert asked_for() == []


class TestTasks:
    @pytest.fixture
    def tasks(self):
        def tasks(today=TODAY):
            officer = UserFactory(role=Role.OFFICER)
            return read(award_notices(officer, today))

        return tasks

    def test_name_the_quarter_and_lead_to_it(self, tasks, client):
        admit(day("2024-02-01"))

        (task,) = tasks()

        assert task.words.endswith(", January to March 2024")
        assert task.on == day("2024-04-30")
        client.force_login(UserFactory(role=Role.OFFICER))
        page = client.get(task.link)
        assert page.context_data["form"]["quarter"].value() == "2024-01-01"
        assert '<option value="2024-01-01" selected>' in page.text

    def test_of_many_the_newest_are_named_and_the_rest_counted(self, tasks):
        for month in ("2023-02", "2023-05", "2024-02", "2024-05", "2025-02", "2026-08"):
            admit(day(f"{month}-01"))

        found = tasks()

        assert len(found) == 5
        assert found[-1].words.startswith("Record or waive 2 older award notices: ")
        assert found[-1].on == day("2023-04-30")


class TestReminders:
    def test_after_beat_was_off_are_late_and_once(self):
        quarter = quarters.quarter_of(timezone.localdate() - datetime.timedelta(days=200))
        admit(quarter)
        UserFactory(role=Role.OFFICER, email="o@council.example")
        OutboxMessage.objects.all().delete()

        remind()
        remind()

        said = [
            each.payload
            for each in OutboxMessage.objects.all()
            if each.payload["subject"].startswith("Award notice")
        ]
        assert [each["to"] for each in said] == [["o@council.example"]]
        assert said[0]["subject"].endswith("is overdue")
        assert "It was due by" in said[0]["body"]

    def test_begin_at_once_and_come_again_a_week_before_and_when_it_is_late(self):
        admit(day("2026-08-01"))
        UserFactory(role=Role.OFFICER, email="o@council.example")
        OutboxMessage.objects.all().delete()

        days = ("09-30", "10-01", "10-22", "10-23", "10-30", "10-31", "11-30")
        told = [remind_of("award notice", noon(day(f"2026-{each}"))) for each in days]

        assert told == [0, 1, 0, 1, 0, 1, 0]
        ends = [
            each.payload["subject"].split()[-1] for each in OutboxMessage.objects.order_by("pk")
        ]
        assert ends == ["due", "due", "overdue"]

    def test_are_not_of_what_was_due_more_than_a_year_ago(self):
        admit(day("2024-02-01"))  # due on 30 April 2024
        UserFactory(role=Role.OFFICER)

        assert remind_of("award notice", noon(day("2025-05-01"))) == 0
        assert remind_of("award notice", noon(day("2025-04-30"))) == 1


class TestWaiving:
    @pytest.fixture
    def there(self, client):
        admit(day("2024-02-01"))
        client.force_login(UserFactory(role=Role.OFFICER, name="Olive Officer"))
        return reverse("contracts:notice_waive", args=[the_dps().pk])

    def test_takes_a_reason_and_is_on_record(self, client, there):
        page = client.get(there, {"quarter": "2024-01-01"})
        assert '<option value="2024-01-01" selected>' in page.text

        answer = client.post(there, {"quarter": "2024-01-01", "reason": REASON})

        assert answer.status_code == 302
        waiver = NoticeWaiver.objects.get()
        assert (waiver.quarter, waiver.reason) == (day("2024-01-01"), REASON)
        event = AuditEvent.objects.get(verb="waive_notice")
        assert event.actor_name == "Olive Officer"
        assert event.details == ["Quarter from: 1 January 2024", f"Reason: {REASON}"]
        page = client.get(reverse("contracts:vehicle_detail", args=[the_dps().pk]))
        assert REASON in page.text
        assert "Award notices to send" not in page.text

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"quarter": "2024-01-01", "reason": ""}, "Enter why no award notice is needed"),
            ({"quarter": "", "reason": REASON}, "Select a quarter"),
            ({"quarter": "2023-01-01", "reason": REASON}, "choose from the list"),
        ],
    )
    def test_says_what_is_missing(self, client, there, given, words):
        page = client.post(there, given)

        assert words in page.text
        assert not NoticeWaiver.objects.exists()

    def test_happens_once_and_not_after_the_notice(self, there):
        dps = the_dps()
        given = {"by": None, "quarter": day("2024-01-01"), "reason": REASON}
        NoticeWaiver.waive(dps, **given)

        with pytest.raises(NotAllowedNow, match="waived already"):
            NoticeWaiver.waive(dps, **given)
        record(day("2025-01-01"))
        with pytest.raises(NotAllowedNow, match="in the register"):
            NoticeWaiver.waive(dps, **given | {"quarter": day("2025-01-01")})
        assert NoticeWaiver.objects.count() == 1

    def test_says_so_where_nothing_is_to_be_waived(self, client, there):
        record(day("2024-01-01"))

        assert "No award notice is outstanding." in client.get(there).text
