"""What the database refuses, and an assignment to try it with."""

import pytest
from django.db.utils import DatabaseError


def refused_by_the_database(match):
    """Within a savepoint, so that the test can go on."""
    return pytest.raises(DatabaseError, match=match)


def first(application, number=11):
    return application.assignments.order_by("pk").filter(question__number=number)[0]
