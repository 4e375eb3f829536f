"""The kinds of notice: every one of both laws, each recorded under its own law alone."""

import datetime

import pytest

from contracts.models import Notice, NoticeKind, Regime, Vehicle, VehicleKind
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.contracts import the_dps

pytestmark = pytest.mark.django_db
SENT = datetime.date(2026, 5, 1)


@pytest.fixture
def framework():
    return Vehicle.objects.create(
        name="Open framework",
        kind=VehicleKind.OPEN_FRAMEWORK,
        established_on=datetime.date(2026, 9, 1),
        starts_on=datetime.date(2026, 9, 1),
    )


def test_are_all_of_both_laws():
    assert NoticeKind.of(Regime.PA2023) == [f"uk{number}" for number in range(1, 18)]
    assert NoticeKind.of(Regime.PCR2015) == ["f01", "f02", "f03", "f14", "f20", "f21"]


def test_are_recorded_under_their_own_law_alone(framework):
    dps = the_dps()
    for kind in NoticeKind:
        own, other = (dps, framework) if kind.regime == Regime.PCR2015 else (framework, dps)

        Notice.record(own, by=None, kind=kind, sent_on=SENT, reference=kind)
        with pytest.raises(NotAllowedNow, match="stay in the forms of that law"):
            Notice.record(other, by=None, kind=kind, sent_on=SENT, reference=kind)

    assert Notice.objects.count() == 23
