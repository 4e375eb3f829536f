"""Impact assessments of a decision: state, owner, review date and the file."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.key_dates import of_assessments
from contracts.models import ImpactAssessment
from nmiss.base.accounts.key_dates import WantedDays
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "state"),
        ({"state": "completed", "owner": "Head of service"}, "review_on"),
        ({"state": "not_needed", "owner": "Head of service"}, "note"),
        ({"state": "begun", "review_on": "2027-02-01"}, "owner"),
    ],
)
def test_says_what_is_missing(client, officer, given, field):
    client.force_login(officer)
    page = reverse("contracts:decision_assess", args=[a_decision(None).pk, "equality"])

    assert field in client.post(page, given).context["form"].errors
    assert not ImpactAssessment.objects.exists()


def test_one_of_a_kind_is_kept_shown_and_reviewed(client, officer):
    client.force_login(officer)
    decision = a_decision(None)
    page = reverse("contracts:decision_assess", args=[decision.pk, "data_protection"])
    assert client.get(page.replace("data_protection", "noise")).status_code == 404
    review_on = timezone.localdate() + datetime.timedelta(days=90)
    given = {"state": "begun", "owner": "Head of service", "review_on": str(review_on)}

    client.post(page, given)
    client.post(page, given | {"state": "completed"})

    found = ImpactAssessment.objects.get()
    assert (found.kind, found.state, found.recorded_by) == ("data_protection", "completed", officer)
    shown = client.get(reverse("contracts:decision_detail", args=[decision.pk])).content.decode()
    assert "Owner: Head of service" in shown
    assert "Record the equality assessment" in shown
    (date,) = of_assessments(WantedDays(officer, review_on, review_on))
    assert (date.on, date.subject) == (review_on, "Data protection, decision 25/00007")
    client.post(page, {"state": "not_needed", "owner": "Head of service", "note": "No data."})
    found.refresh_from_db()
    assert found.review_on is None
    assert not list(of_assessments(WantedDays(officer, review_on, review_on)))
