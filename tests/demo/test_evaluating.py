"""The demo's applications, each at a stage of its own."""

import pytest

from contracts.models import Application
from nmiss.accounts.models import Role
from nmiss.demo import evaluating
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory
from tests.factories.providers import ProviderFactory, SchoolFactory

pytestmark = pytest.mark.django_db


def test_every_stage_has_one():
    EvaluationSchemeFactory()
    for _ in range(5):
        SchoolFactory(provider=ProviderFactory())
    officers = [UserFactory(role=Role.OFFICER) for _ in range(2)]

    evaluating.evaluate(
        officers=officers,
        manager=UserFactory(role=Role.MANAGER),
        password="correct horse",
        by=officers[0],
    )

    statuses = Application.objects.order_by("pk").values_list("status", flat=True)
    assert list(statuses) == ["received", "evaluated", "evaluated", "recommended", "approved"]
