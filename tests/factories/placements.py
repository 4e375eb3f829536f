"""Factories of children with their identity, of places and of cases."""

from __future__ import annotations

import datetime

import factory

from placements.models import Case, CaseKind, Child, ChildIdentity, Placement, Stay, Urgency
from tests.factories.providers import SchoolFactory

BORN = datetime.date(2015, 3, 4)


class ChildFactory(factory.django.DjangoModelFactory):
    """A boy born on 4 March 2015 who lives in CT20 3QA.

    Say identity__birth_date= or identity__home_postcode= for another, and cohort= with the first.
    """

    class Meta:
        model = Child
        skip_postgeneration_save = True

    reference = factory.Sequence("C{:06}".format)
    sex = "M"
    cohort = 2015

    @factory.post_generation
    def identity(self, create, extracted, **facts):
        facts = {"birth_date": BORN, "home_postcode": "CT20 3QA"} | facts
        ChildIdentity.objects.create(child=self, **facts)


class PlacementFactory(factory.django.DjangoModelFactory):
    """A day place by spot purchase since September 2025."""

    class Meta:
        model = Placement

    reference = factory.Sequence("PLC-{}".format)
    child = factory.SubFactory(ChildFactory)
    school = factory.SubFactory(SchoolFactory)
    route = "spot"
    provision = "day"
    primary_need = "ASD"
    starts_on = datetime.date(2025, 9, 1)
    annual_fee = 40_000
    imported = True  # any other begins by an agreement


def a_case(child=None, *, needs=("ASD",), by=None, **facts):
    """An open case of a child who will be 12 and in year 8 next September."""
    usual = {
        "kind": CaseKind.PHASE_TRANSFER,
        "urgency": Urgency.ROUTINE,
        "stay": Stay.DAY,
        "wanted_on": datetime.date(2027, 9, 1),
        "needed_since": datetime.date(2026, 11, 2),
    }
    return Case.open_for(child or ChildFactory(), by=by, needs=needs, **usual | facts)
