"""Schemes of evaluation: what is judged, exactly, and what cannot be changed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.db.utils import InternalError

from contracts.models import EvaluationScheme
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.contracts import NUMBERS, EvaluationSchemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheme():
    return EvaluationSchemeFactory()


@pytest.fixture
def lots(scheme):
    return {lot.number: lot for lot in scheme.vehicle.lots.all()}


def all_at(score, **others):
    return {number: Decimal(score) for number in NUMBERS} | {
        int(key[1:]): Decimal(value) for key, value in others.items()
    }


class TestJudge:
    def test_exactly_on_both_lines_passes(self, scheme, lots):
        judgement = scheme.judge(all_at(3), lots[1])

        assert (judgement.total, judgement.passes) == (30, True)
        assert scheme.judge(all_at(6), lots[2]).passes

    def test_one_question_below_its_minimum_fails(self, scheme, lots):
        judgement = scheme.judge(all_at(10, q14="2.99"), lots[1])

        assert judgement.total > 80
        assert (judgement.short, judgement.passes) == ((14,), False)

    def test_fails_for_lot_2_and_passes_for_lot_1(self, scheme, lots):
        scores = all_at(10, q11=5)

        assert not scheme.judge(scores, lots[2]).passes
        assert scheme.judge(scores, lots[1]).passes

    def test_nothing_is_rounded_before_it_is_compared(self, scheme, lots):
        just_below = scheme.judge(all_at(6, q16="5.99"), lots[2])

        assert just_below.total == Fraction(59985, 1000)
        assert not just_below.passes

    def test_the_total_has_a_line_of_its_own(self, lots):
        draft = lots[1].vehicle.scheme().succeed(by=UserFactory(role=Role.MANAGER))
        threshold = draft.thresholds.get(lot=lots[1])
        threshold.minimums.all().delete()
        draft.publish(by=UserFactory(role=Role.MANAGER), seen=draft.digest())

        below = draft.judge(all_at(3, q16="2.99"), lots[1])

        assert (below.short, below.passes) == ((), False)

    def test_a_total_that_only_rounds_to_the_line_does_not_pass(self, lots):
        draft = lots[1].vehicle.scheme().succeed(by=UserFactory(role=Role.MANAGER))
        draft.thresholds.get(lot=lots[1]).minimums.all().delete()
        draft.questions.filter(number=11).update(weight="34.6")
        draft.questions.filter(number=16).update(weight="0.4")
        draft.publish(by=UserFactory(role=Role.MANAGER), seen=draft.digest())

        below = draft.judge(all_at(3, q16="2.99"), lots[1])

        assert below.total == Fraction("29.9996")
        assert (below.short, below.passes) == ((), False)


class TestPublish:
    def test_weights_must_add_up(self):
        draft = EvaluationSchemeFactory(published=False)
        draft.questions.filter(number=11).update(weight=21)

        with pytest.raises(NotAllowedNow, match="add up to 101"):
            draft.publish(by=UserFactory(role=Role.MANAGER), seen=draft.digest())
        assert not EvaluationScheme.objects.get().is_published

    def test_the_database_adds_them_up_too(self):
        draft = EvaluationSchemeFactory(published=False)
        draft.questions.filter(number=11).update(weight=21)
        manager = UserFactory(role=Role.MANAGER)

        with pytest.raises(InternalError, match="add up to 100"):
            EvaluationScheme.objects.update(published_at="2026-01-01T00:00Z", published_by=manager)

    @pytest.mark.parametrize("part", ["questions", "thresholds"])
    def test_freezes_it(self, scheme, part):
        with pytest.raises(InternalError, match="succeed it"):
            getattr(scheme, part).first().delete()

    def test_freezes_the_minimums(self, scheme):
        with pytest.raises(InternalError, match="succeed it"):
            scheme.thresholds.first().minimums.update(minimum=1)

    def test_freezes_the_scale(self, scheme):
        with pytest.raises(InternalError, match="succeed it"):
            EvaluationScheme.objects.update(scale=5)

    def test_only_a_successor_differs(self, scheme):
        manager = UserFactory(role=Role.MANAGER)
        draft = scheme.succeed(by=manager)
        draft.thresholds.filter(lot__number=1).update(total_minimum=40)

        assert draft.questions.count() == scheme.questions.count()
        assert draft.vehicle.scheme() == scheme
        draft.publish(by=manager, seen=draft.digest())
        assert draft.vehicle.scheme() == draft
