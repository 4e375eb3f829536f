"""The server knows how large a table is that was filled a moment ago."""

from django.db import connection

from nmiss.base.accounts.models import Role
from nmiss.base.core import estimates
from nmiss.base.core.acting import acting_for
from nmiss.base.core.estimates import ENOUGH_TO_MATTER
from placements.imports import import_placements
from placements.models import Placement
from providers.imports import import_schools
from providers.models import LocalAuthority
from tests.county import PLACEMENTS, SCHOOLS
from tests.factories.accounts import UserFactory

TABLE = LocalAuthority._meta.db_table


def fill(number, *, after=0):
    numbers = range(100 + after, 100 + after + number)
    LocalAuthority.objects.bulk_create(
        LocalAuthority(code=str(each), name=f"Authority {each}") for each in numbers
    )


def believed(table):
    """How many rows the server plans for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
        return cursor.fetchone()[0]


def test_looks_at_what_this_transaction_filled(db):
    fill(ENOUGH_TO_MATTER + 1)

    assert TABLE in estimates.renew()
    assert believed(TABLE) == ENOUGH_TO_MATTER + 1


def test_serves_the_role_of_the_hub_and_passes_over_a_few_rows(as_web):
    with acting_for(UserFactory(role=Role.OFFICER)):
        fill(3)
        assert estimates.renew() == []

        fill(ENOUGH_TO_MATTER, after=3)
        assert TABLE in estimates.renew()


def test_an_import_has_what_it_filled_looked_at(db):
    import_schools(SCHOOLS, by=None)
    import_placements(PLACEMENTS, by=None)

    assert believed(Placement._meta.db_table) == Placement.objects.count() > ENOUGH_TO_MATTER
