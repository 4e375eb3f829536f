"""The demo's past: rounds whose applications were decided in their time."""

from collections import Counter

import pytest
from django.utils import timezone

from contracts.applying.submitting import digest_of
from contracts.models import (
    Application,
    DebarmentCheck,
    Membership,
    OutcomeLetter,
    Round,
    SubmittedContent,
    Vehicle,
)
from contracts.rounds.dashboard import capacity, days_to_decision, pass_rates
from contracts.schemes.what_if import what_if
from nmiss.core.models import OutboxMessage
from nmiss.core.working_days import working_days_between
from nmiss.demo import past, seed
from providers.models import ComplianceDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def _demo(db):
    seed.seed(scale=1, password="long-enough-for-a-demo", tell=lambda text: None)


@pytest.mark.usefixtures("_demo")
def test_the_demo_has_a_past_that_hangs_together():
    decided = Application.objects.filter(round__status="closed").select_related("round")
    assert Counter(decided.values_list("result", flat=True)) == {
        "admitted": 5,
        "not_admitted": 7,
        "excluded": 1,
    }

    for each in decided:
        assert each.round.opens_at <= each.received_at < each.round.closes_at <= each.opened_at
        assert each.opened_at < each.recommended_at <= each.approved_at < each.told_at
        received_on, decided_on = map(timezone.localdate, (each.received_at, each.approved_at))
        assert working_days_between(received_on, decided_on) <= 10
        assert each.version().received_at == each.received_at
        assert OutcomeLetter.objects.filter(application=each).exists()
        assert not OutboxMessage.objects.filter(payload__body__contains=each.reference).exists()
    for frozen in SubmittedContent.objects.select_related("submission"):
        assert digest_of(frozen.content) == frozen.submission.digest
    for admitted in decided.filter(result="admitted"):
        lot = admitted.lot_outcomes.get(awarded=True).lot
        member = Membership.objects.get(provider=admitted.provider, lot=lot)
        assert timezone.localdate(admitted.told_at) < member.admitted_on

    _the_pages_have_something_to_show()


@pytest.mark.usefixtures("_demo")
def test_a_larger_county_has_no_more_owners_than_there_are_names(monkeypatch):
    monkeypatch.setattr(past, "OWNERS", ("One of few",))
    closed = list(Round.objects.closed().by_time())

    stories = list(past._members(closed))

    assert len({provider for _, provider, *_ in stories}) == 1


def _the_pages_have_something_to_show():
    scheme = Vehicle.objects.get(name=Vehicle.DPS).scheme()
    lot_2 = [line for line in what_if(scheme).lines if line.lot.number == 2]
    assert [(line.by_total, line.passing) for line in lot_2] == [(9, 6), (7, 5), (4, 3)]

    rounds = [round for round in Round.objects.closed() if round.applications.exists()]
    assert len(rounds) == 4
    for round in rounds:
        assert len(pass_rates(round)) in (6, 12)  # of the lots that were applied for
        assert 7 <= days_to_decision(round.applications.all()) <= 20

    assert any(capacity(round) for round in rounds)

    today = timezone.localdate()
    standings = {each.standing(today) for each in ComplianceDocument.objects.current()}
    assert standings == {"in force", "expires soon", "expired"}
    checked = DebarmentCheck.objects.values("provider").distinct().count()
    assert 0 < checked < Membership.objects.on(today).values("provider").distinct().count()
