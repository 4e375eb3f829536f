"""Each kind of table taken in, and taken back, as the role of the worker: no wall is in its way."""

import pytest
from django.db import connection

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportStatus
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.imports import USUAL, begin
from tests.factories.kpis import in_force

# A person's file of indicators is a draft from a day to come: it stands beside what is in force.
DRAFT = {"version": "2090-09", "valid_from": "2090-09-01"}
ROWS = {"decisions": {"option": ""}, "indicators": DRAFT}
# The ledger of cost avoidance, which keeps what was written in it, is built on these.
STAYS = ("schools", "links", "inspections", "members", "placements")


@pytest.fixture
def officer(as_web):
    with as_owner(connection):
        the_dps()  # of an open term
        in_force()
    return UserFactory()


def test_tables_come_in_and_go(officer):
    done = []
    for what in USUAL:
        run = begin(what, ROWS.get(what, {}), by=officer)
        work_on_what_is_due()
        run.refresh_from_db()
        assert run.status == ImportStatus.CHECKED, (what, run.findings(), run.note)
        run.confirm(by=officer, seen=run.digest())
        work_on_what_is_due()
        run.refresh_from_db()
        assert run.status == ImportStatus.DONE, (what, run.note)
        done += [run] * (what not in STAYS)
    for run in reversed(done):
        run.ask_to_undo(by=officer)
        work_on_what_is_due()
        run.refresh_from_db()
        assert run.status == ImportStatus.UNDONE, (run.what, run.note)
