"""The one clock of the database, which nobody but the owner of the tables moves."""

import datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from nmiss.base.core import clock
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.starting import MOVED, refuse_a_moved_clock

THEN = datetime.datetime(2026, 4, 1, 10, 30, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def what_is_written():
    return AuditEvent.record("admit", "somebody", by=None).at


class TestMoving:
    def test_dates_what_is_done_within(self, db):
        with clock.at(THEN):
            assert clock.is_moved()
            assert THEN <= clock.database_now() < THEN + MINUTE
            assert THEN <= what_is_written() < THEN + MINUTE
            with clock.at(THEN - 2 * MINUTE):
                assert what_is_written() < THEN
            assert what_is_written() >= THEN
        assert not clock.is_moved()
        assert abs(what_is_written() - timezone.now()) < MINUTE

    def test_depends_on_no_time_zone(self, db):
        summer = datetime.datetime(2026, 7, 1, 10, 30, tzinfo=datetime.UTC)
        with clock.at(summer), connection.cursor() as cursor:
            cursor.execute("SET LOCAL timezone = 'Europe/London'")
            cursor.execute("SELECT extract(epoch FROM public.nmiss_now())")
            assert 0 <= cursor.fetchone()[0] - int(summer.timestamp()) < 60

    def test_is_put_right_after_an_error(self, transactional_db):
        with pytest.raises(ZeroDivisionError), clock.at(THEN):
            raise ZeroDivisionError
        assert not clock.is_moved()

    def test_reaches_the_hubs_own_role_through_the_owner(self, as_web):
        with clock.at(THEN):
            assert THEN <= what_is_written() < THEN + MINUTE
        assert not clock.is_moved()

    def test_is_the_owners_alone(self, as_web, settings):
        settings.DATABASE_OWNER = settings.DATABASE_OWNER | {
            key: connection.settings_dict[key] for key in ("USER", "PASSWORD")
        }
        with pytest.raises(DatabaseError, match="permission denied"), clock.at(THEN):
            pass
        assert not clock.is_moved()


class TestTheLedger:
    @pytest.mark.parametrize("minutes", [-(10**6), -2, 2, 10**6])
    def test_takes_nothing_of_another_instant(self, db, minutes):
        with pytest.raises(DatabaseError, match="written down when it is done"):
            AuditEvent.objects.create(
                at=timezone.now() + minutes * MINUTE, actor_name="A", verb="admit", target_name="B"
            )

    def test_is_by_the_databases_clock_to_the_second(self, db):
        given = timezone.now() - datetime.timedelta(seconds=30)
        row = AuditEvent.objects.create(at=given, actor_name="A", verb="admit", target_name="B")
        row.refresh_from_db()
        assert row.at > given + datetime.timedelta(seconds=20)


class TestStarting:
    def test_begins_with_a_true_clock(self, transactional_db):
        refuse_a_moved_clock()

    def test_refuses_a_moved_one_until_it_is_put_right(self, transactional_db):
        with clock.in_hand():
            clock.move_to(THEN)
            with pytest.raises(SystemExit, match=MOVED[:30]):
                refuse_a_moved_clock()
            call_command("migrate", verbosity=0)
            refuse_a_moved_clock()

    def test_is_not_ready_either(self, transactional_db, client):
        assert client.get("/readyz").json()["clock"] == "ok"
        with clock.at(THEN):
            answer = client.get("/readyz")
        assert answer.status_code == 503
        assert answer.json()["clock"] == "moved"
