"""A child is at one place at a time, whatever days anybody enters, first and last day included."""

import datetime
from random import Random

import pytest
from django.db import IntegrityError, transaction

from placements.models import Placement
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db
FIRST = datetime.date(2025, 9, 1)


def _overlap(one, other):
    """Whether two spans of days share one; without a last day it has no end."""
    (first, last), (begins, ends) = one, other
    return first <= (ends or datetime.date.max) and begins <= (last or datetime.date.max)


def _put(moved, days, child, school):
    """Begin a place on these days, or move one there; its number, unless the database refuses."""
    try:
        with transaction.atomic():
            if moved is None:
                return PlacementFactory(child=child, school=school, **days).pk
            Placement.objects.filter(pk=moved).update(**days)
    except IntegrityError:
        return None
    return moved


@pytest.mark.parametrize("seed", range(3))
def test_no_two_placements_of_a_child_overlap(seed):
    rng, child, school = Random(seed), ChildFactory(), SchoolFactory()
    standing = {}

    for _ in range(60):
        begins = FIRST + datetime.timedelta(days=rng.randrange(60))
        length = rng.choice([0, 1, 5, rng.randrange(30), None])
        span = (begins, None if length is None else begins + datetime.timedelta(days=length))
        moved = rng.choice(list(standing)) if standing and rng.random() < 0.4 else None
        others = [each for pk, each in standing.items() if pk != moved]
        fits = not any(_overlap(span, other) for other in others)
        days = {"starts_on": span[0], "ended_on": span[1]}

        taken = _put(moved, days, child, school)

        assert (taken is not None) == fits, (span, others)
        if taken is not None:
            standing[taken] = span

    assert len(standing) > 2
    PlacementFactory(school=school, starts_on=FIRST)  # another child’s days are its own
