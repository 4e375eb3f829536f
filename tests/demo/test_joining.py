"""What the demo shows of joining: a decision held, agreements, a member that is suspended."""

import pytest
from django.utils import timezone

from contracts.models import (
    Agreement,
    AgreementStatus,
    Application,
    DeclarationRenewal,
    Membership,
    Status,
    Suspension,
)
from nmiss.accounts.models import User
from nmiss.demo import seed
from nmiss.home.boards import board_of

pytestmark = pytest.mark.django_db


def test_has_something_at_each_stage():
    seed.seed(scale=1, password="long-enough-for-a-demo", tell=lambda text: None)

    assert Application.objects.held().count() == 1
    assert Application.objects.filter(status=Status.TOLD, agreements__isnull=False).count() == 3
    stages = set(Agreement.objects.values_list("status", flat=True))
    assert stages == {AgreementStatus.OFFERED, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE}
    assert Agreement.objects.get(status=AgreementStatus.IN_FORCE).memberships.exists()
    assert Suspension.objects.count() == 1
    assert DeclarationRenewal.objects.to_read().count() == 1

    owner = User.objects.get(email="owner@demo.example")
    waiting = [need.words for need in board_of(owner, today=timezone.localdate()).needs]
    for each in (
        "Read the outcome of",
        "Sign the admission agreement of",
        "Send a new insurance certificate",
        "Answer",
    ):
        assert any(words.startswith(each) for words in waiting), each
    assert Membership.objects.visible_to(owner).exists()
