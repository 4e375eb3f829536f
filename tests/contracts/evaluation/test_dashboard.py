"""What a round has come to: pass rates of those who applied for a lot, places it would add."""

import pytest

from contracts.evaluation.dashboard import capacity, pass_rates
from contracts.models import Recommendation
from tests import owners
from tests.factories.contracts import RoundFactory
from tests.factories.evaluating import CONTENT, checked, moderated, recommended

pytestmark = pytest.mark.django_db


@pytest.fixture
def round():
    return RoundFactory()


def rates(round):
    return {(rate.number, rate.lot): (rate.passed, rate.scored) for rate in pass_rates(round)}


class TestPassRates:
    def test_are_of_those_who_applied_for_the_lot(self, round):
        moderated(scores={11: 5})
        moderated(scores={11: 2}, content=CONTENT | {"lots": [1]})

        found = rates(round)

        assert found[11, "Lot 1"] == (1, 2)
        assert found[11, "Lot 2"] == (0, 1)
        assert found[12, "Lot 1"] == (2, 2)
        assert found[12, "Lot 2"] == (1, 1)

    def test_are_of_agreed_scores(self, round):
        checked()

        assert rates(round) == {}


class TestCapacity:
    def test_is_of_who_may_still_be_admitted(self, round):
        checked()
        recommended()

        (row,) = capacity(round)

        assert (row.need, row.schools, row.places) == ("Autistic spectrum disorder", 2, 10)

    @pytest.mark.parametrize("result", ["not_admitted", "excluded"])
    def test_adds_nothing_of_who_is_turned_down(self, round, result):
        by_the_rules = owners.without("contracts.Recommendation:by_the_rules")
        recommended()
        with by_the_rules:
            Recommendation.objects.update(result=result)

        assert capacity(round) == []
