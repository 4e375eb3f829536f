"""A file of a return may name children: who reads no cases reads no evidence."""

import pytest
from django.urls import reverse

from kpis import certifying, saving
from kpis.filling import filling_of
from nmiss.base.accounts.models import Role
from nmiss.base.files.tasks import check_files
from tests.factories.accounts import UserFactory
from tests.factories.kpis import asked_for, filled_in, in_force, people_of
from tests.hub.kpis import a_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence():
    in_force({"cohort": "placements_at_end", "minimum": 0})
    kpi_return = asked_for()
    editor, owner = people_of(kpi_return)
    filled_in(kpi_return, editor, attended=95, possible=100)
    found = saving.add_evidence(kpi_return, 1, a_pdf(), by=editor)
    check_files()
    certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
    certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)
    return found


@pytest.mark.parametrize(
    ("role", "answer"),
    [(Role.OFFICER, 200), (Role.PLACEMENTS, 200), (Role.AUDITOR, 200), (Role.FINANCE, 404)],
)
def test_is_read_by_those_who_read_cases(client, evidence, role, answer):
    client.force_login(UserFactory(role=role))
    number = evidence.version.kpi_return_id

    found = client.get(reverse("kpis:return_evidence_file", args=[number, evidence.pk]))
    page = client.get(reverse("kpis:review_detail", args=[number])).text

    assert found.status_code == answer
    assert (found.request["PATH_INFO"] in page) == (answer == 200)
