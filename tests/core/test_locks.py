"""Constraints that wait for the end of a block."""

import contextlib

import pytest
from django.db import IntegrityError, connection, transaction

from nmiss.base.core import locks

pytestmark = pytest.mark.django_db


@pytest.fixture
def cursor():
    """Two tables of which each number stands once: one asks at once, one as it is committed."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE public.at_once (x int UNIQUE DEFERRABLE)")
        cursor.execute("CREATE TABLE public.at_last (x int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
        yield cursor


@pytest.mark.parametrize("table", ["at_once", "at_last"])
def test_the_end_of_the_block_decides(cursor, table):
    written = []
    with contextlib.ExitStack() as block:
        block.enter_context(pytest.raises(IntegrityError))
        block.enter_context(transaction.atomic())
        block.enter_context(locks.constraints_at_the_end())
        cursor.execute(f"INSERT INTO {table} VALUES (1), (1)")
        written.append(table)

    assert written == [table]


def test_after_it_each_asks_when_it_is_declared_to(cursor):
    with locks.constraints_at_the_end():
        pass

    with pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("INSERT INTO at_once VALUES (1), (1)")
    cursor.execute("INSERT INTO at_last VALUES (1), (1)")
    with pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("DELETE FROM at_last")
