"""What the demo shows of joining: a decision held, agreements, a member that is suspended."""

import pytest

from contracts.models import Agreement, AgreementStatus, Application, Status, Suspension
from nmiss.demo import seed

pytestmark = pytest.mark.django_db


def test_has_something_at_each_stage():
    seed.seed(scale=1, password="long-enough-for-a-demo", tell=lambda text: None)

    assert Application.objects.held().count() == 1
    assert Application.objects.filter(status=Status.TOLD, agreement__isnull=False).count() == 2
    stages = set(Agreement.objects.values_list("status", flat=True))
    assert stages == {AgreementStatus.SIGNED, AgreementStatus.IN_FORCE}
    assert Agreement.objects.get(status=AgreementStatus.IN_FORCE).memberships.exists()
    assert Suspension.objects.count() == 1
