"""The database's own walls, tried as the very role that serves the pages, with SQL of its own.

Every attack is tried plainly and then under each setting that the role can make. It is refused,
and not a row of the whole database is another one afterwards.
"""

import contextlib
import datetime

import pgtrigger
import psycopg2
import pytest
from django.conf import settings
from django.utils import timezone
from pghistory.trigger import Event

from contracts.models import ConflictDeclaration
from nmiss.base.accounts.models import Role
from tests import databases
from tests.conftest import seal
from tests.contracts.attacks import (
    ATTACKS,
    FORGED,
    SETTINGS,
    everything,
    line_of,
)
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, opened, received

pytestmark = pytest.mark.django_db  # so that there is a database where nothing else is tested


@pytest.fixture(scope="module", autouse=True)
def something(django_db_setup, django_db_blocker):
    """A sealed application, one that was opened, and a conflict: all with their history."""
    with django_db_blocker.unblock(), databases.for_several_tests():
        long_ago = [timezone.now() - datetime.timedelta(days=days) for days in (90, 60)]
        RoundFactory(closed=True, opens_at=long_ago[0], closes_at=long_ago[1])
        RoundFactory()
        RoundFactory(planned=True)
        received({"secret": "our plans"})
        application = opened()
        person = UserFactory(role=Role.OFFICER)
        ConflictDeclaration.declare(application, by=person, has_conflict=True, details="My sister.")
        officer = application.openings.first().officer
        question = application.scheme.questions.first()
        application.assignments.create(question=question, evaluator=officer)
        seal("NO FORCE")
        yield
        seal("FORCE")


@pytest.fixture(scope="module")
def before(something):
    figures = everything()
    for table in ("core_auditevent", "contracts_openingevent", "contracts_submittedcontent"):
        assert figures[table][0]
    return figures


@pytest.mark.parametrize("attack", ATTACKS)
def test_is_refused_under_every_setting(before, attack):
    for setting in SETTINGS:
        with line_of("web") as line, line.cursor() as cursor:
            cursor.execute(setting)
            with pytest.raises(psycopg2.Error):
                cursor.execute(attack)

    assert everything() == before


@pytest.mark.parametrize("attack", FORGED)
def test_nobody_is_named_who_does_it_not_in_person(before, attack):
    for setting in SETTINGS:
        with line_of("web") as line, line.cursor() as cursor:
            cursor.execute(setting)
            with pytest.raises(psycopg2.Error, match="in person"):
                cursor.execute(attack)

    assert everything() == before


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_sealed_stays_sealed(setting):
    """Nor is it read where one application stands for another until the end of a transaction."""
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(setting)
        with contextlib.suppress(psycopg2.Error):
            cursor.execute("SELECT content::text FROM contracts_submittedcontent")
            assert "our plans" not in str(cursor.fetchall())
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(f"{setting}; BEGIN")
        with pytest.raises(psycopg2.Error, match="permission denied"):
            cursor.execute(
                "UPDATE contracts_application SET id = -id WHERE opened_at IS NULL;"
                "UPDATE contracts_application SET id = 1 WHERE opened_at IS NOT NULL"
            )


def test_what_the_role_writes_has_its_history_whatever_it_sets(before):
    for setting in SETTINGS:
        with line_of("web") as line, line.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(setting)
            cursor.execute("SELECT count(*), max(pgh_id) FROM public.providers_providerevent")
            kept, newest = cursor.fetchone()
            cursor.execute("UPDATE public.providers_provider SET name = name || '!' RETURNING id")
            changed = len(cursor.fetchall())
            cursor.execute(
                "SELECT count(*), bool_and(pgh_created_at > transaction_timestamp()) "
                "FROM public.providers_providerevent WHERE pgh_id > %s",
                [newest],
            )
            assert cursor.fetchone() == (changed, True), setting
            assert kept
            assert changed
            cursor.execute("ROLLBACK")


class TestFunctions:
    """What the database runs by itself is the owner's, and asks no setting but these."""

    # Who and why the hub says that it works for; and three tokens, which are checked.
    ASK = {
        *("_pgh_attach_context", "nmiss_acting_link", "nmiss_acting_person"),
        "nmiss_acts_as_hub",
    }

    def functions(self, condition="true"):
        with line_of("owner") as line, line.cursor() as cursor:
            cursor.execute(
                "SELECT proname, pg_get_functiondef(pg_proc.oid), prosecdef, proconfig, "
                "proowner::regrole::text FROM pg_proc JOIN pg_language l ON l.oid = prolang "
                "WHERE pronamespace IN ('public'::regnamespace, 'nmiss_owner'::regnamespace) "
                f"AND lanname IN ('sql', 'plpgsql') AND prokind <> 'a' AND {condition}"
            )
            return cursor.fetchall()

    def test_ask_no_setting(self):
        found = {
            name
            for name, text, *_ in self.functions()
            if "current_setting" in text.lower() or "ignore" in text.lower()
        }
        assert found == self.ASK

    def test_find_their_tables_where_the_owner_put_them(self):
        triggers = self.functions("prorettype = 'trigger'::regtype")
        assert len(triggers) > 100
        paths = (["search_path=pg_catalog, public, pg_temp"], ["search_path=pg_catalog"])
        assert {name for name, _, _, set_to, _ in triggers if set_to not in paths} == set()

    def test_with_the_rights_of_the_owner_are_few(self):
        with_rights = self.functions("prosecdef")
        assert {owner for *_, owner in with_rights} == {settings.DATABASE_OWNER["USER"]}
        assert all(set_to[0].startswith("search_path=pg_catalog") for *_, set_to, _ in with_rights)
        histories = {name for name, text, *_ in with_rights if "RETURNS trigger" in text}
        assert {name for name, *_ in with_rights} - histories == {
            *("_pgh_attach_context", "nmiss_person_of", "nmiss_now", "nmiss_clock_ahead"),
            "nmiss_renew_estimates",
        }
        written = {
            trigger.get_pgid(model)
            for model, trigger in pgtrigger.registered()
            if isinstance(trigger, Event)
        }
        assert histories == written
