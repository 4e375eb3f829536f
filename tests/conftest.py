"""What many tests need: small files to import, watched for queries in a loop."""

from __future__ import annotations

import contextlib
import gc
import socket
import threading
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.db.models.signals import post_save
from django.db.models.sql.compiler import SQLCompiler
from django.test import Client, TransactionTestCase
from environs import Env
from zeal import zeal_context

from contracts.membership.imports import import_members
from nmiss.base.core import sent_once
from nmiss.base.core.deeds import deed_of, fact_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.ownership import rights_to
from placements.budget.intake import import_payments
from placements.fees.price_list_imports import import_price_lists
from placements.imports import import_placements
from placements.links import import_school_links
from placements.price_imports import import_prices
from placements.savings.imports import import_fee_decisions
from providers.imports import import_schools
from tests import county, databases, standing
from tests.factories.contracts import the_dps
from tests.signed_in import show_second_factor
from tests.tokens import send_as_a_page_does

# What takes longest comes first: the worker that ends early has then only short ones to wait for.
LONGEST = (
    "core/test_schema.py",
    "sent_twice/",
    "core/test_copies.py",
    "machine/",
    "demo/",
    "test_access.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    def place(item):
        path = item.path.relative_to(Path(__file__).parent).as_posix()
        return next((n for n, each in enumerate(LONGEST) if path.startswith(each)), len(LONGEST))

    items.sort(key=place)


def pytest_collection_finish():
    """Have Python look for rubbish among what tests make, and not again and again in all code."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def _mail_goes_to_the_outbox(settings):
    """Django's tests put another mail server in; ours is what is to be tested."""
    settings.EMAIL_BACKEND = "nmiss.base.core.outbox.OutboxEmails"


@pytest.fixture(autouse=True)
def _whoever_is_let_in_by_force_showed_a_second_factor():
    """``client.force_login`` stands for the whole of signing in: the session is as it would be.

    Who comes by the page of signing in is asked for what that page asks for. A test of somebody
    who has yet to set up a second factor takes it out of the session: ``by_password_alone``.
    """
    user_logged_in.connect(show_second_factor, dispatch_uid="tests")
    yield
    user_logged_in.disconnect(dispatch_uid="tests")


@pytest.fixture(autouse=True)
def _clients_send_the_token_of_a_form(monkeypatch):
    """What is sent without one only brings the form again (tests/core/test_sent_once.py)."""
    monkeypatch.setattr(Client, "post", send_as_a_page_does)


@pytest.fixture(autouse=True)
def _a_form_that_is_shown_again_is_a_page_of_its_own(monkeypatch):
    """Its view is asked a second time in one request: that is no query in a loop."""
    opened = sent_once._opened

    def counted_by_itself(*given):
        with zeal_context():
            return opened(*given)

    monkeypatch.setattr(sent_once, "_opened", counted_by_itself)


@pytest.fixture(autouse=True)
def _files_lie_in_a_folder_of_the_test(settings, tmp_path):
    settings.MEDIA_ROOT, settings.CLAMD_ADDRESS = tmp_path / "files", ""
    standing.lay_out_files(settings.MEDIA_ROOT)


@pytest.fixture(scope="session", autouse=True)
def _what_is_recorded_has_words():
    """Whatever any test has written into the ledger can be read aloud."""

    def read_aloud(instance, **_):
        named = {*instance.before, *instance.after, *instance.given}
        wordless = [name for name in named if fact_of(name, verb=instance.verb) is None]
        assert deed_of(instance.verb, instance.target_type), f"no words for {instance.verb}"
        assert wordless == [], f"no words for {wordless} of {instance.verb}"

    post_save.connect(read_aloud, sender=AuditEvent, weak=False)
    yield
    post_save.disconnect(read_aloud, sender=AuditEvent)


@pytest.fixture(scope="session", autouse=True)
def _what_is_locked_may_be_locked_by_the_hub():
    """PostgreSQL locks a row only for a role that may change it. The tests are the owner, who may.

    That the rights are these is asked of the database in tests/core/test_ownership.py.
    """
    compile_query = SQLCompiler.as_sql
    records = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}

    def as_sql(compiler, *given, **options):
        compiled, query = compile_query(compiler, *given, **options), compiler.query
        if query.select_for_update:
            joined = {each.table_name for each in query.alias_map.values()}
            locked = {query.model._meta.db_table} if query.select_for_update_of else joined
            kept = [name for name in locked if "UPDATE" not in rights_to(records[name])]
            assert kept == [], f"the hub's role may not lock rows of {kept}"
        return compiled

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLCompiler, "as_sql", as_sql)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Have the seal hold for the owner of the tables, too: as him the tests work, and in
    production nobody who serves a page does.

    A test that commits leaves the database as the migrations do; Django would leave it empty.
    """
    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            seal("FORCE")
            migrated = databases.Rows()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: migrated.put_back())
        yield


@pytest.fixture
def owner_reads_all(transactional_db):
    """Be the owner as he is in production, who makes the backups."""
    seal("NO FORCE")
    yield
    seal("FORCE")


def seal(force):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        for (name,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {name} {force} ROW LEVEL SECURITY")


@pytest.fixture
def as_web(transactional_db):
    """Be who the web server is in the database, and the owner again for tidying up."""
    theirs = Env().dj_db_url("DATABASE_URL")
    if theirs["USER"] == settings.DATABASE_OWNER["USER"]:
        pytest.skip("DATABASE_URL and MIGRATION_DATABASE_URL name one role")
    seal("NO FORCE")  # history is written with the rights of the owner, as he is in production
    before = connection.settings_dict.copy()
    connection.close()
    connection.settings_dict.update({key: theirs[key] for key in ("USER", "PASSWORD")})
    yield theirs["USER"]
    connection.close()
    connection.settings_dict.update(before)
    seal("FORCE")


@pytest.fixture
def take_schools(db, tmp_path):
    """Import a register of these rows; each is the usual school but for what is given."""

    def take(*rows, encoding="cp1252", **options):
        full = [county.SCHOOL | row for row in rows or [{}]]
        path = county.table(tmp_path / "schools.csv", *full, encoding=encoding)
        with zeal_context():
            return import_schools(path, by=None, **options)

    return take


@pytest.fixture
def take_links(db, tmp_path):
    """Import links of these rows: (URN, LinkURN, LinkType, LinkEstablishedDate) of each."""

    def take(*rows, **options):
        full = [county.LINK | dict(zip(county.LINK_COLUMNS, row, strict=False)) for row in rows]
        path = county.table(tmp_path / "links.csv", *full or [county.LINK])
        with zeal_context():
            return import_school_links(path, by=None, **options)

    return take


@pytest.fixture
def take_members(db, tmp_path):
    def take(*rows, **options):
        if not options.get("dry_run"):
            the_dps()  # of an open term, where the test has not said another
        full = [county.MEMBER | row for row in rows or [{}]]
        path = county.table(tmp_path / "members.csv", *full)
        with zeal_context():
            return import_members(path, by=None, **options)

    return take


@pytest.fixture
def take_placements(db, tmp_path):
    def take(*rows, **options):
        full = [county.PLACEMENT | row for row in rows or [{}]]
        path = county.table(tmp_path / "placements.csv", *full)
        with zeal_context():
            return import_placements(path, by=None, **options)

    return take


@pytest.fixture
def take_prices(db, tmp_path):
    """Import prices of these rows; each is the usual line but for what is given."""

    def take(*rows, **options):
        full = [county.PRICE | row for row in rows or [{}]]
        path = county.table(tmp_path / "prices.csv", *full)
        with zeal_context():
            return import_prices(path, by=None, **options)

    return take


@pytest.fixture
def take_price_lists(db, tmp_path):
    """Import price lists of these rows; each is the usual price but for what is given."""

    def take(*rows, **options):
        full = [county.PRICE_LIST | row for row in rows or [{}]]
        path = county.table(tmp_path / "price_lists.csv", *full)
        with zeal_context():
            return import_price_lists(path, by=None, **options)

    return take


@pytest.fixture
def take_payments(db, tmp_path):
    """Import payments of these rows; each is the usual one but for what is given."""

    def take(*rows, **options):
        full = [county.PAYMENT | row for row in rows or [{}]]
        path = county.table(tmp_path / "payments.csv", *full)
        with zeal_context():
            return import_payments(path, by=None, **options)

    return take


@pytest.fixture
def take_fee_decisions(db, tmp_path):
    """Import decisions on fees of these rows; each is the usual one but for what is given."""

    def take(*rows, **options):
        full = [county.FEE_DECISION | row for row in rows or [{}]]
        path = county.table(tmp_path / "fee-decisions.csv", *full)
        with zeal_context():
            return import_fee_decisions(path, by=None, **options)

    return take


class SilentClamd:
    """A scanner that takes calls and never answers."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._lines, self._thread = [], threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return "{}:{}".format(*self._socket.getsockname())

    @property
    def calls(self) -> int:
        return len(self._lines)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._lines.append(self._socket.accept()[0])

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()
        for line in self._lines:
            line.close()


@pytest.fixture
def silent_clamd(settings):
    silent = SilentClamd()
    settings.CLAMD_ADDRESS = silent.address
    yield silent
    silent.close()
