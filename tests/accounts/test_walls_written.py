"""Tables in which no row comes by itself: whoever has the web's role writes none, by no setting.

Who acts is signed in, has a role that may, and is whom the row names. What a table asks besides is
in the tests of its application.
"""

import pgtrigger
import psycopg2
import pytest
from django.db import DatabaseError, connection, transaction

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import acting_for
from tests.contracts.attacks import SETTINGS, line_of
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
# Another trigger of theirs refuses an empty row first.
OTHERS_FIRST = {
    *("contracts_application", "contracts_assignment", "contracts_evidence"),
    "contracts_membershipmapping",
    "contracts_extensionoption",
    *("kpis_childoutcome", "placements_blockpurchase"),
}
WALLS = [
    (model, wall)
    for model, wall in pgtrigger.registered()
    if isinstance(wall, WrittenBySomebody) and model._meta.db_table not in OTHERS_FIRST
]
IN_THE_WAY = ("does it in person", "row-level security")
NAMED = [(model, wall, person) for model, wall in WALLS for person in wall.people]


def name(model):
    return model._meta.db_table


def refused(words, statement, *given):
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        connection.cursor().execute(statement, given)


def test_nobody_writes_in_nobodys_name_under_any_setting():
    otherwise = set()
    with line_of("web") as line, line.cursor() as cursor:
        for setting in SETTINGS:
            cursor.execute(f"RESET ALL; {setting}")
            for model, _ in WALLS:
                with pytest.raises(psycopg2.Error) as refusal:
                    cursor.execute(f"INSERT INTO public.{name(model)} DEFAULT VALUES")
                # What is sealed asks no row of whom the seal does not hold.
                if not any(words in str(refusal.value) for words in IN_THE_WAY):
                    otherwise.add(name(model))
    assert otherwise == set()


def test_only_who_has_a_role_that_may_writes(as_web):
    for role in Role:
        with acting_for(UserFactory(role=role)):
            for model, wall in WALLS:
                with pytest.raises(DatabaseError) as refusal, transaction.atomic():
                    connection.cursor().execute(f"INSERT INTO {name(model)} DEFAULT VALUES")
                may_not = "has a role that may" in str(refusal.value)
                assert may_not == (role not in wall.roles), (name(model), role)


def test_nobody_is_named_who_does_it_not_in_person(as_web):
    other = UserFactory()
    people = {role: UserFactory(role=role) for role in Role}
    for model, wall, person in NAMED:
        column = model._meta.get_field(person).column
        with acting_for(people[wall.roles[0]]):
            refused(
                "Whom this names",
                f"INSERT INTO {name(model)} ({column}) VALUES (%s)",
                other.pk,
            )
