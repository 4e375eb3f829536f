"""Officers, and tables that they hand to the worker."""

import functools

import pytest

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.base.accounts.models import Role
from tests.factories import imports
from tests.factories.accounts import UserFactory


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def begin(officer):
    """Hand a table to the worker: `begin("schools", {"URN": "1"}, name="a.csv")`."""
    return functools.partial(imports.begin, by=officer)


@pytest.fixture
def check(begin):
    def check_one(what, *rows, **options):
        run = begin(what, *rows, **options)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    return check_one


@pytest.fixture
def finish(check, officer):
    def finish_one(what, *rows, keep=(), **options):
        run = check(what, *rows, **options)
        if keep:
            run.keep_ours(keep, by=officer, of=keep)
        run.confirm(by=officer, seen=run.digest())
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    return finish_one


@pytest.fixture
def undo(officer):
    def undo_one(run):
        run.ask_to_undo(by=officer)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    return undo_one


@pytest.fixture
def checked(begin):
    run = begin("schools")
    work_on_what_is_due()
    return run
