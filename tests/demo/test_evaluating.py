"""The demo's applications, each at a stage of its own, and of an age of its own."""

import pytest
from django.utils import timezone

from contracts.applications.clocks import clocks_of
from contracts.models import Application, Prolongation
from nmiss.base.accounts.models import Role
from nmiss.demo.evaluating import Panel, evaluate
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db


def evaluated():
    EvaluationSchemeFactory()
    SchoolFactory.create_batch(20)
    officers = UserFactory(role=Role.OFFICER), UserFactory(role=Role.OFFICER)
    evaluate(Panel(officers, UserFactory(role=Role.MANAGER)))


_evaluated = standing.once(evaluated)


@pytest.mark.usefixtures("_evaluated")
class TestEvaluate:
    def test_every_stage_has_one(self):
        statuses = Application.objects.order_by("pk").values_list("status", flat=True)

        assert list(statuses) == [
            *("received", "received", "received"),
            *("evaluated", "evaluated", "recommended"),
            *("approved", "approved", "approved"),
        ]

    def test_clocks_are_green_amber_and_red(self):
        rows = Application.objects.with_clocks().order_by("pk")
        clocks = clocks_of(rows, today=timezone.localdate())

        assert [(each.age, each.statutory.state) for each in clocks[:6]] == [
            (4, "on time"),
            (8, "due soon"),
            (10, "last day"),
            (9, "due soon"),
            (13, "due soon"),
            (11, "overdue"),
        ]
        assert Prolongation.of(clocks[4].application)

    def test_what_was_received_is_received_once_and_agrees(self):
        for application in Application.objects.all():
            assert application.version().received_at == application.received_at
