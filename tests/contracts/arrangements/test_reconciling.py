"""The calendar acts: once, in order, however late, and however many workers there are."""

import datetime
import threading

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from contracts.arrangements import quarters
from contracts.models import (
    Application,
    Membership,
    Notice,
    Round,
    RoundStatus,
    RoundWatch,
    Vehicle,
)
from contracts.tasks import reconcile
from nmiss.base.core.clock import database_now
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.tasks import remind
from nmiss.celery import app
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory, RoundFactory, received, the_dps
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.outbox import messages

DAY = datetime.timedelta(days=1)


def round_of(opens, closes, **given):
    """A planned round from so many days from now to so many, of a DPS with a scheme."""
    now = timezone.now()
    if the_dps().scheme() is None:
        EvaluationSchemeFactory()
    return RoundFactory(
        planned=True, opens_at=now + opens * DAY, closes_at=now + closes * DAY, **given
    )


@pytest.fixture
def provider(db):
    """A provider on the DPS with an owner, an editor and a viewer."""
    owner = ProviderMemberFactory()
    for role in (ProviderRole.EDITOR, ProviderRole.VIEWER):
        ProviderMemberFactory(provider=owner.provider, role=role)
    the_dps().lots.first().memberships.create(
        school=SchoolFactory(), provider=owner.provider, admitted_on="2022-09-01"
    )
    return owner.provider


def admit_last_quarter():
    """Have something to notify."""
    school = SchoolFactory(provider=ProviderFactory())
    last = quarters.quarter_of(timezone.localdate()) - DAY
    lot = the_dps().lots.get(number=1)
    Membership.objects.create(school=school, provider=school.provider, lot=lot, admitted_on=last)


def told(subject=""):
    rows = messages(subject=subject)
    return sorted(address for row in rows for address in row.payload["to"])


def acts(provider):
    return sorted(
        provider.members.exclude(role=ProviderRole.VIEWER).values_list("user__email", flat=True)
    )


@pytest.mark.django_db
class TestReconcile:
    def test_opens_late_and_once_with_the_planned_instant_on_record(self):
        planned = round_of(-10, 20)

        reconcile()
        reconcile()

        opened = Round.objects.get(pk=planned.pk)
        assert opened.status == RoundStatus.OPEN
        (event,) = AuditEvent.objects.about(opened).filter(verb="open")
        assert datetime.datetime.fromisoformat(event.given["planned"]) == pytest.approx(
            planned.opens_at, abs=datetime.timedelta(milliseconds=1)
        )
        assert opened.opened_at > planned.opens_at

    def test_opens_nothing_that_could_not_be_judged(self):
        now = timezone.now()
        kept = RoundFactory(planned=True, opens_at=now - DAY, closes_at=now + 30 * DAY)

        reconcile()

        assert Round.objects.get(pk=kept.pk).is_planned
        assert list(Round.objects.kept_by_their_scheme(now)) == [kept]
        EvaluationSchemeFactory()
        reconcile()
        assert Round.objects.get(pk=kept.pk).is_open
        assert not Round.objects.kept_by_their_scheme(now).exists()

    def test_does_what_was_missed_in_order(self):
        first, second = round_of(-40, -10, number=7), round_of(-5, 25, number=8)

        reconcile()

        events = AuditEvent.objects.filter(verb__in=["open", "close"]).order_by("pk")
        assert [(event.target_id, event.verb) for event in events] == [
            (first.pk, "open"),
            (first.pk, "close"),
            (second.pk, "open"),
        ]

    def test_freezes_the_scheme_in_force(self):
        scheme = EvaluationSchemeFactory()
        planned = round_of(-1, 30)

        reconcile()

        planned.refresh_from_db()
        assert planned.scheme == scheme

    def test_leaves_what_is_not_due(self):
        planned = round_of(1, 31)

        reconcile()

        planned.refresh_from_db()
        assert planned.is_planned

    def test_plans_a_year_ahead(self):
        vehicle = the_dps()

        reconcile()
        made = vehicle.rounds.count()
        reconcile()

        assert made == vehicle.rounds.count() > 2

    def test_puts_what_came_without_a_round_into_the_next(self):
        application = received()
        assert application.round is None

        reconcile()

        found = Application.objects.get(pk=application.pk)
        assert found.round == found.vehicle.rounds.by_time().first()


class TestEmails:
    def test_go_to_owners_editors_and_who_asked(self, provider):
        round_of(-1, 30)
        stranger = ProviderMemberFactory().user
        RoundWatch.ask(Vehicle.objects.get(), by=stranger)
        RoundWatch.ask(Vehicle.objects.get(), by=provider.owners().first().user)

        reconcile()
        reconcile()

        assert told("Round") == sorted([*acts(provider), stranger.email])

    def test_say_nothing_before(self, provider):
        round_of(1, 31)

        reconcile()

        assert not told("Round")

    def test_say_nothing_of_a_round_that_is_over(self, provider):
        round_of(-40, -5)

        reconcile()

        assert not told("Round")

    def test_leave_out_who_has_left_the_dps(self, provider):
        provider.memberships.update(left_on=timezone.localdate() - DAY)
        round_of(-1, 30)

        reconcile()

        assert not told("Round")


@pytest.mark.django_db
class TestAwardNotices:
    def test_are_reminded_of_once_to_officers_and_managers(self):
        admit_last_quarter()
        people = {UserFactory(role=role).email for role in ("officer", "manager")}
        UserFactory(role="finance")

        remind()
        remind()

        assert set(told("Award notice")) == people
        assert len(told("Award notice")) == 2

    def test_are_not_once_the_notice_is_in_the_register(self):
        UserFactory(role="officer")
        admit_last_quarter()
        (due,) = quarters.quarters_without_notice(the_dps(), today=timezone.localdate())
        Notice.record(
            the_dps(), by=None, kind="f03", sent_on=due.last, reference="R1", quarter=due.first
        )

        remind()

        assert not told("Award notice")


@pytest.mark.django_db(transaction=True)
class TestTwoWorkers:
    def test_open_and_tell_once(self, provider):
        round_of(-1, 30)
        start, failed = threading.Barrier(4), []

        def work():
            try:
                start.wait(10)
                reconcile()
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
        assert AuditEvent.objects.filter(verb="open").count() == 1
        assert AuditEvent.objects.filter(verb="plan_rounds").count() == 1
        assert told("Round") == acts(provider)


@pytest.mark.django_db
class TestTheClosingInstant:
    def test_exactly_at_noon_is_late(self):
        """The database asks ``closes_at > now``: at the instant itself it is the next round."""
        now = database_now()
        closing = RoundFactory(closes_at=now)
        after = round_of(5, 35, number=50)

        application = received()

        assert application.received_at >= closing.closes_at
        assert application.round == after

    def test_and_the_microsecond_before_is_not(self):
        closing = RoundFactory(closes_at=database_now() + DAY)

        assert received().round == closing

    @pytest.mark.parametrize(("microseconds", "is_due"), [(-1, False), (0, True), (1, True)])
    def test_a_round_closes_at_its_instant(self, microseconds, is_due):
        closing = RoundFactory()
        now = closing.closes_at + datetime.timedelta(microseconds=microseconds)

        assert Round.objects.due_to_close(now).exists() is is_due


class TestBeat:
    @pytest.mark.django_db
    def test_starts_it_every_minute(self):
        app.loader.import_default_modules()
        (entry,) = (
            each
            for each in settings.CELERY_BEAT_SCHEDULE.values()
            if each["task"] == "contracts.tasks.reconcile"
        )
        planned = round_of(-1, 30)

        app.tasks[entry["task"]].apply(throw=True)

        planned.refresh_from_db()
        assert entry["schedule"] == 60.0
        assert planned.is_open
