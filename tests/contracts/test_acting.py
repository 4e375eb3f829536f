"""For whom a transaction acts: what a token opens, and where it opens nothing."""

import contextlib

import psycopg2
import pytest
from django.db import connection, transaction
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core import acting
from nmiss.base.core.acting import acting_for
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received
from tests.factories.providers import ProviderMemberFactory

SEALED = "SELECT count(*) FROM contracts_submittedcontent"


def one(sql, *values, line=None):
    with (line or connection).cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def who():
    return one("SELECT public.nmiss_acting_person()")


def the_token():
    return one("SELECT current_setting('nmiss.person', true)")


@pytest.fixture
def another_line(as_web):
    """Another connection of the same role."""
    own = connection.settings_dict
    line = psycopg2.connect(
        dbname=own["NAME"],
        user=own["USER"],
        password=own["PASSWORD"],
        host=own["HOST"],
        port=own["PORT"],
    )
    line.autocommit = True
    with contextlib.closing(line):
        yield line


class TestAToken:
    def test_opens_what_is_the_persons_own(self, as_web):
        person = received().started_by

        assert (one(SEALED), who()) == (0, None)
        with acting_for(person):
            assert (one(SEALED), who()) == (1, person.pk)
        assert (one(SEALED), who(), the_token()) == (0, None, "")

    def test_that_another_connection_has_seen_opens_nothing_there(self, another_line):
        person = received().started_by
        with acting_for(person):
            token = the_token()
            for is_local in ("false", "true"):
                set_it = f"SELECT set_config('nmiss.person', %s, {is_local})"
                assert one(f"{set_it}", token, line=another_line) == token
                asked = f"BEGIN; {set_it}; SELECT public.nmiss_acting_person()"
                assert one(asked, token, line=another_line) is None
                assert one(SEALED, line=another_line) == 0
                one("ROLLBACK; SELECT 1", line=another_line)
            assert who() == person.pk

    @pytest.mark.parametrize("is_local", ["true", "false"])
    def test_opens_nothing_after_its_transaction(self, as_web, is_local):
        person = received().started_by
        with acting_for(person):
            token, backend = the_token(), one("SELECT pg_backend_pid()")
            one("SELECT set_config('nmiss.person', %s, false)", token)

        assert one("SELECT pg_backend_pid()") == backend
        assert (the_token(), who(), one(SEALED)) == (token, None, 0)
        with transaction.atomic():
            one(f"SELECT set_config('nmiss.person', %s, {is_local})", token)
            assert (the_token(), who(), one(SEALED)) == (token, None, 0)

    def test_opens_nothing_in_a_transaction_of_the_same_message(self, as_web):
        """What is sent at once begins at one instant, as far as PostgreSQL's clock goes."""
        person = received().started_by
        with connection.cursor() as cursor:
            cursor.execute("BEGIN; SELECT public.nmiss_this_transaction()")
            first = cursor.fetchone()[0]
            cursor.execute(
                "COMMIT; BEGIN; SELECT public.nmiss_this_transaction() AS one; COMMIT; BEGIN; "
                "SELECT set_config('nmiss.person', %s, true); SELECT public.nmiss_acting_person()",
                [acting._token(person.pk, first)],
            )
            assert cursor.fetchone() == (None,)
            cursor.execute("ROLLBACK")

    def test_is_no_other_persons_and_nothing_else(self, as_web):
        person = received().started_by
        with acting_for(person):
            true = the_token()
            digest = true.partition(":")[2]
            for said in (
                *("", ":", "x:y", f"{person.pk}", f"{person.pk}:", f"0{true}", f" {true}"),
                *(f"{true} ", f"{true}:", f"{person.pk + 1}:{digest}", f"-{true}", true.upper()),
            ):
                acting._say("nmiss.person", said)
                assert (who(), one(SEALED)) == (None, 0), said
            acting._say("nmiss.person", true)
            assert who() == person.pk

    def test_is_another_under_another_key(self, as_web, settings):
        person = received().started_by
        settings.SECRET_KEY = "another"
        with acting_for(person):
            assert (who(), one(SEALED)) == (None, 0)


class TestActing:
    def test_is_one_transaction(self, as_web):
        person = UserFactory()

        def begin():
            with acting_for(person):
                AuditEvent.record("admit", person, by=person)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            begin()
        assert (AuditEvent.objects.count(), who(), the_token()) == (0, None, "")

    def test_within_anothers_goes_back_to_the_other(self, as_web):
        first, second = UserFactory(), UserFactory()
        with acting_for(first):
            with acting_for(second):
                assert who() == second.pk
                with acting_for(second):
                    assert who() == second.pk
                assert who() == second.pk
            assert who() == first.pk
            with pytest.raises(ZeroDivisionError), acting_for(second):
                raise ZeroDivisionError
            assert who() == first.pk

    def test_takes_few_questions_of_the_database(self, db, django_assert_num_queries):
        person = UserFactory()
        savepoints = 4
        # Asked, said, taken back; and within, asked alone, because it is so already.
        with django_assert_num_queries(3 + 1 + savepoints), acting_for(person), acting_for(person):
            assert connection.in_atomic_block


class TestPagesOfApplicants:
    """On one connection that lives on, as the web's does."""

    def see(self, client, person, number):
        client.force_login(person)
        return client.get(reverse("contracts:application_tasks", args=[number])).status_code

    def test_are_each_ones_own(self, as_web, client):
        one_, another = received(), received()

        for _ in range(2):
            for mine, theirs in ((one_, another), (another, one_)):
                assert self.see(client, mine.started_by, mine.pk) == 200
                assert self.see(client, mine.started_by, theirs.pk) == 404
        assert (who(), the_token(), one(SEALED)) == (None, "", 0)

    def test_keep_on_record_whom_they_refuse(self, as_web, client):
        application = received()
        for person in (ProviderMemberFactory().user, UserFactory(role=Role.OFFICER)):
            self.see(client, person, application.pk)

        assert AuditEvent.objects.filter(verb="try_to_read_sealed").count() == 2
