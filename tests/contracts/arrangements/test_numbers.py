"""Legal time limits that follow one another, days off, and what lots are called."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import decide_by
from contracts.models import Application
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent, LegalParameter, NonWorkingDay
from nmiss.base.core.working_days import add_working_days
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received, the_dps

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def manager(client):
    person = UserFactory(role=Role.MANAGER)
    client.force_login(person)
    return person


def post(client, name, /, *args, **given):
    return client.post(reverse(f"contracts:{name}", args=args), given, follow=True)


@pytest.fixture
def limit():
    return LegalParameter.objects.get(key="assess_request", regime="pcr2015")


class TestNumbersOfTheLaw:
    def test_follow_one_another_from_a_day_to_come(self, client, manager, limit):
        application, first = received(), timezone.localdate() + 3 * DAY
        before = decide_by(application)

        page = post(
            client,
            "legal_number_succeed",
            limit.pk,
            value=12,
            valid_from=first,
            source="SI 2027/1, reg 2",
        )

        assert "it is 12." in page.content.decode()
        on = LegalParameter.objects.in_force
        assert on(limit.key, regime="pcr2015", on=first - DAY).value == limit.value
        assert on(limit.key, regime="pcr2015", on=first).source == "SI 2027/1, reg 2"
        assert decide_by(Application.objects.get()) == before
        assert AuditEvent.objects.get(verb="succeed").actor_id == manager.pk

    def test_stay_for_what_has_begun_and_once_another_follows(self, client, manager, limit):
        given = {"value": 12, "source": "SI 2027/1"}
        today = timezone.localdate()

        page = post(client, "legal_number_succeed", limit.pk, valid_from=today, **given)
        assert "limits that have begun keep their number" in page.content.decode()
        post(client, "legal_number_succeed", limit.pk, valid_from=today + DAY, **given)
        page = post(client, "legal_number_succeed", limit.pk, valid_from=today + DAY, **given)
        assert "Another number follows this one already" in page.content.decode()
        assert LegalParameter.objects.filter(key=limit.key, regime="pcr2015").count() == 2

    def test_say_how_long_an_assessment_is_prolonged(self, client, manager):
        application = received()
        longer = LegalParameter.objects.filter(key="assess_request_prolonged")
        longer.update(value=17)

        page = client.get(reverse("contracts:application_prolong", args=[application.pk]))

        assert "Extend the assessment deadline to 17 working days" in page.content.decode()


class TestDaysOff:
    def test_move_what_is_counted_in_working_days(self, client, manager):
        application = received()
        closed = add_working_days(timezone.localdate(application.received_at), 1)
        before = decide_by(application)

        post(client, "days_off", day=closed, reason="A flood")
        assert decide_by(application) == add_working_days(before, 1)
        post(client, "day_off_remove", NonWorkingDay.objects.get().pk)
        assert decide_by(application) == before

    def test_are_days_to_come_on_which_somebody_would_work(self, client, manager):
        saturday = timezone.localdate() + (5 - timezone.localdate().weekday()) % 7 * DAY
        for day, says in ((saturday, "Nobody works on that day"), ("2020-01-06", "to come")):
            page = post(client, "days_off", day=day, reason="A flood")
            assert says in page.content.decode()
        past = NonWorkingDay.objects.create(day="2020-01-06", reason="A flood")
        assert post(client, "day_off_remove", past.pk).status_code == 409
        assert NonWorkingDay.objects.get() == past


class TestLots:
    def test_are_described_with_a_reason(self, client, manager):
        lot = the_dps().lots.get(number=1)
        given = {"name": "Needs met within fees", "block_allowed": "on"}

        page = post(client, "lot_edit", lot.pk, **given)
        assert "Enter why it changes" in page.content.decode()
        post(client, "lot_edit", lot.pk, reason="The decision of June", **given)

        lot.refresh_from_db()
        assert (lot.name, lot.block_allowed) == (given["name"], True)
        event = AuditEvent.objects.get(verb="change", target_id=lot.pk)
        assert event.given["reason"] == "The decision of June"
