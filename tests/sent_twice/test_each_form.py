"""Every form that the access table knows is sent twice at once: one thing is done."""

import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.test import Client, TestCase

from nmiss.base.core import form_tokens
from nmiss.base.core.models import SentForm
from nmiss.urls import SIGNING_IN
from tests.conftest import seal
from tests.databases import Rows, connecting_as_web, copy, drop, server, working_in
from tests.sent_twice import sendings
from tests.sent_twice.arranging import ARRANGING
from tests.sent_twice.fees import FEES
from tests.sent_twice.following import FOLLOWING
from tests.sent_twice.placing import PLACING
from tests.sent_twice.returns import RETURNS
from tests.sent_twice.signed_off import (
    OTHERWISE,
    SIGNED_OFF,
    is_named_like_one,
    page_of,
    seen_for,
)
from tests.sent_twice.world import World, build
from tests.tokens import send, token_for

SENDINGS = sendings.SENDINGS | ARRANGING | PLACING | FOLLOWING | RETURNS | FEES
TABLE = Path(__file__).parents[1] / "test_access.txt"
# What a device answers is good once by itself: its question stands in the session, and goes.
BY_DEVICE = {"mfa_activate_totp", "mfa_add_webauthn"}
# Takes a choice only where emails have a second language (tests/core/test_letterbox.py).
BY_LANGUAGE = {"accounts:own_account"}
ON_RECORD = ("look", "lookevent", "consultationopening")  # that a page was opened
NOT_COUNTED = {"django_session", "core_cache", "core_sentform"}
PATIENCE = 60


def taking_posts():
    """The addresses that take what is sent, by the access table."""
    rows = [line.split() for line in TABLE.read_text().splitlines()[1:] if line.strip()]
    return {name for name, method, *answers in rows if method == "POST" and "405" not in answers}


def test_each_that_signs_off_carries_what_was_seen():
    """``test_with_one_token_is_done_once`` sends each of them as it was not read."""
    alike = {name for name in taking_posts() if is_named_like_one(name)}
    assert alike <= set(SIGNED_OFF) | set(OTHERWISE)
    assert not set(SIGNED_OFF) & set(OTHERWISE)
    assert set(SIGNED_OFF) <= set(SENDINGS)


def test_each_form_is_here():
    assert set(SENDINGS) == taking_posts() - SIGNING_IN - BY_DEVICE - BY_LANGUAGE


@pytest.fixture(scope="module")
def worlds(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database for each part of the hub, filled once: its name, what stands in it, its files,
    and its rows, which each test leaves as they were."""
    made = {}
    own = connection.settings_dict["NAME"]
    migrated = f"{own}_filled"

    def filled_for(part):
        if part not in made:
            name = f"{own}_of_{part}"
            copy(migrated, name)
            with working_in(name):
                world = build(part, tmp_path_factory.mktemp(part))
                seal("NO FORCE")  # history is written with the rights of the owner
                made[part] = name, world, settings.MEDIA_ROOT, Rows()
        return made[part]

    with django_db_blocker.unblock():
        connection.close()
        copy(own, migrated)
        yield filled_for
        for name in (migrated, *(name for name, *_ in made.values())):
            drop(name)


@pytest.fixture
def sending(request, worlds, db, settings):
    """A form, and the world in which it can be sent: in a database of its own part."""
    form = SENDINGS[request.param]
    name, filled, settings.MEDIA_ROOT, rows = worlds(form.part)
    world = World(dict(filled.people), dict(filled.named))
    with working_in(name):
        try:
            if form.first:
                form.first(world)
            yield form, world, world.path(request.param, *form.arguments, **form.query)
        finally:
            rows.put_back()


def client_for(form, world):
    client = Client(raise_request_exception=False)
    if form.who != "visitor":
        client.force_login(getattr(world, form.who))
    if form.opened_by:
        form.opened_by(client, world)
    return client


def given_in(form, world):
    return form.given(world) if callable(form.given) else dict(form.given)


def rows_by_table():
    """How many rows each table has, histories among them: a row that changed adds one there."""
    tables = set(connection.introspection.table_names()) - NOT_COUNTED
    counts = " UNION ALL ".join(f"SELECT '{each}', count(*) FROM {each}" for each in sorted(tables))
    with connection.cursor() as cursor:
        cursor.execute(counts)
        return dict(cursor.fetchall())


@contextmanager
def counted(into):
    """Put into a dictionary what the block adds."""
    before = rows_by_table()
    yield
    after = rows_by_table()
    into |= {each: after[each] - before[each] for each in after if after[each] != before[each]}


def what_one_does(form, world, path):
    """The rows that come of sending the form once; all taken back."""
    added = {}
    client = client_for(form, world)
    carried = token(client, path)
    with transaction.atomic():
        # What is left for the end of the transaction is done before it is taken back.
        with counted(added), TestCase.captureOnCommitCallbacks(execute=True):
            answer = send(client, path, given_in(form, world) | carried)
        transaction.set_rollback(True)
    assert answer.status_code == 302, f"sent once, it brings:\n{_words(answer)}"
    assert added, "it does nothing"
    return added


def token(client, path):
    """What a page gives its form: a token, and the digest of what it shows, to who signs that."""
    return {form_tokens.NAME: token_for(client, path)} | seen_for(client, path)


def sees_what_was_changed(form, world, path):
    """Send it as from a page that showed something else: nothing is done, and it is shown anew."""
    client, added = client_for(form, world), {}
    given = given_in(form, world) | token(client, path)
    with counted(added):
        answer = send(client, path, given | {"seen": "another"}, follow=True)
    assert "was changed after you opened this page" in answer.text
    assert not {each for each in added if not each.endswith(ON_RECORD)}


def _words(answer):
    return "\n".join(
        line for line in answer.content.decode().splitlines() if "error" in line or "<p" in line
    )


def at_once(clients, path, forms, held):
    """Send all of these at the same moment: they are let go when both wait for the same table.

    Each is answered as the role of the web, whom the walls of the database ask.
    """
    answers = []

    def one(client, data):
        try:
            answers.append(send(client, path, data))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=both) for both in zip(clients, forms, strict=True)]
    with transaction.atomic():
        held()
        with connecting_as_web():
            for thread in threads:
                thread.start()
            _wait_for(len(threads))
        transaction.set_rollback(True)
    for thread in threads:
        thread.join(PATIENCE)
    return answers


def _wait_for(many):
    until = time.monotonic() + PATIENCE
    question = """
        SELECT count(DISTINCT waiting.pid)
        FROM pg_locks AS waiting JOIN pg_stat_activity AS line USING (pid)
        WHERE NOT waiting.granted AND line.datname = %s
    """  # for what another role waits, pg_stat_activity does not say
    with server() as cursor:  # within a transaction it would see the same for ever
        while True:
            cursor.execute(question, [connection.settings_dict["NAME"]])
            if cursor.fetchone()[0] == many:
                return
            assert time.monotonic() < until, "they never met"
            time.sleep(0.01)


def same_session(client, path):
    """Another client with the cookies of this one."""
    other = Client(raise_request_exception=False)
    other.cookies = client.cookies
    return other


@pytest.mark.parametrize("sending", SENDINGS, indirect=True)
class TestSentTwiceAtOnce:
    def test_with_one_token_is_done_once(self, sending):
        form, world, path = sending
        if page_of(path):
            sees_what_was_changed(form, world, path)
        expected = what_one_does(form, world, path)
        client = client_for(form, world)
        same = token(client, path)
        number = form_tokens.read(same[form_tokens.NAME], path.partition("?")[0]).number
        added = {}

        with counted(added):
            answers = at_once(
                [client, same_session(client, path)],
                path,
                [given_in(form, world) | same for _ in range(2)],
                held=lambda: SentForm.claim(number, "another"),
            )

        assert [answer.status_code for answer in answers] == [302, 302]
        assert answers[0]["Location"] == answers[1]["Location"]
        assert added == expected

    def test_with_two_tokens_is_no_fault_of_ours(self, sending):
        """Two windows, one thing: the second is taken, or told that somebody was quicker."""
        form, world, path = sending
        client = client_for(form, world)

        def hold():
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE core_sentform IN SHARE MODE")

        answers = at_once(
            [client, same_session(client, path)],
            path,
            [given_in(form, world) | token(client, path) for _ in range(2)],
            held=hold,
        )

        statuses = sorted(answer.status_code for answer in answers)
        assert statuses[-1] < 500
        assert 302 in statuses
