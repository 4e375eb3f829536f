"""What findings and scores come to, the recommendation, and who may approve it."""

from decimal import Decimal

import pytest

from contracts.evaluation import deciding, obstacles, opening
from contracts.evaluation.models import recommendation_of
from contracts.models import (
    Application,
    EvidenceRequest,
    Finding,
    FindingKind,
    RecommendedResult,
    Status,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import (
    CONTENT,
    assigned,
    checked,
    diligent,
    moderated,
    recommend,
    recommended,
)

pytestmark = pytest.mark.django_db


def all_at(score, **others):
    return dict.fromkeys(range(11, 17), score) | {int(k[1:]): v for k, v in others.items()}


class TestStanding:
    def of(self, scores, lots=(1, 2)):
        return deciding.standing(diligent(scores=scores, content=CONTENT | {"lots": list(lots)}))

    def test_exactly_30_and_3_is_admitted_to_lot_1(self):
        found = self.of(all_at(3), lots=[1])

        assert (found.result, found.awarded.number) == (RecommendedResult.ADMITTED, 1)
        assert found.judgements[0].total == 30

    def test_the_highest_lot_that_it_qualifies_for(self):
        assert self.of(all_at(6)).awarded.number == 2

    def test_one_minimum_missed_by_one_is_lot_1_instead(self):
        found = self.of(all_at(9, q13=5))

        assert found.awarded.number == 1
        assert [judgement.short for judgement in found.judgements] == [(), (13,)]

    def test_one_minimum_missed_by_one_of_the_only_lot(self):
        found = self.of(all_at(9, q13=5), lots=[2])

        assert (found.result, found.awarded) == (RecommendedResult.NOT_ADMITTED, None)

    def test_59_985_is_below_60_and_does_not_look_like_it(self):
        found = self.of(all_at(6, q16="5.99"), lots=[2])

        assert found.result == RecommendedResult.NOT_ADMITTED
        assert str(found.judgements[0].shown) == "59.985000"
        assert found.near == (
            "Lot 2: a total of 59.99, with 60 to reach",
            *(f"Lot 2, question {number}: 6, with 6 to reach" for number in range(11, 16)),
            "Lot 2, question 16: 5.99, with 6 to reach",
        )

    @pytest.mark.parametrize(("q13", "near"), [("5", 1), ("4.9", 0), ("6.5", 1), ("6.6", 0)])
    def test_a_point_below_a_minimum_and_half_a_point_above_is_near_it(self, q13, near):
        assert len(self.of(all_at(9, q13=q13), lots=[2]).near) == near

    def test_a_conflict_declared_later_puts_what_was_agreed_in_doubt(self):
        application = moderated()
        evaluator = application.assignments.first().evaluator
        assert deciding.standing(application).in_doubt == ()

        opening.declare(application, by=evaluator, has_conflict=True, details="My sister.")

        assert [each[:11] for each in deciding.standing(application).in_doubt] == [
            f"Question {number}" for number in range(11, 17)
        ]

    def test_far_from_every_line_nothing_is_near(self):
        assert self.of(all_at(9)).near == ()

    def test_a_failed_check_goes_before_the_scores(self):
        application = diligent(scores=all_at(9))
        for kind, result in (
            ("accounts", RecommendedResult.NOT_ADMITTED),
            ("debarment", RecommendedResult.EXCLUDED),
        ):
            Finding.make(
                application,
                kind,
                by=application.openings.first().officer,
                passed=False,
                reason="See what is in the file.",
            )
            assert deciding.standing(application).result == result


class TestMissing:
    def test_names_each_check_and_question(self):
        words = [each.words for each in obstacles.missing(checked())]

        assert len(words) == 5 + 6
        assert "Agree the score of question 16." in words

    def test_nothing_when_all_is_done(self):
        assert obstacles.missing(diligent()) == []

    def test_names_evidence_that_was_asked_for_until_it_is_answered(self):
        application = diligent()
        officer = application.openings.first().officer
        asked = EvidenceRequest.ask(application, by=officer, question="Your accounts?")

        (missing,) = obstacles.missing(application)
        assert missing.words.startswith("Wait for the evidence that was asked for by ")

        asked.reply(by=application.started_by, answer="Here they are.")
        assert obstacles.missing(application) == []

    @pytest.mark.parametrize("kind", FindingKind.before_scoring())
    def test_nothing_else_once_a_first_check_has_failed(self, kind):
        application = checked()
        officer = application.openings.first().officer
        Finding.make(application, kind, by=officer, passed=False, reason="It is not so at all.")

        assert obstacles.missing(application) == []

    def test_nothing_else_once_it_is_debarred(self):
        application = assigned()
        officer = application.openings.first().officer
        Finding.make(application, "debarment", by=officer, passed=False, reason="On the list.")

        assert obstacles.missing(application) == []
        recommend(application, by=officer, recommendation="It is debarred.")
        assert recommendation_of(application).result == RecommendedResult.EXCLUDED

    @pytest.mark.parametrize("kind", ["accounts", "insurance", "register", "inspection"])
    def test_the_rest_still_where_it_is_not_for_exclusion(self, kind):
        application = checked()
        officer = application.openings.first().officer
        Finding.make(application, kind, by=officer, passed=False, reason="It is not so.")

        assert len(obstacles.missing(application)) == 4 + 6


class TestRecommend:
    def test_tells_the_managers_who_may_decide_and_not_what(self):
        free, took_part, conflicted = (UserFactory(role=Role.MANAGER) for _ in range(3))
        application = diligent(people=[took_part, UserFactory()])
        opening.declare(application, by=conflicted, has_conflict=True, details="My cousin.")
        OutboxMessage.objects.all().delete()

        officer = application.openings.first().officer
        recommend(application, by=officer)

        told = [message.payload for message in OutboxMessage.objects.all()]
        assert free.email in {each["to"][0] for each in told}
        assert not {took_part.email, conflicted.email} & {each["to"][0] for each in told}
        assert "dmitted" not in str(told)
        assert application.provider.name not in str(told)

    def test_freezes_each_lot(self):
        application = recommended(scores=all_at(9, q13=5))

        one, two = application.lot_outcomes.order_by("lot__number")
        assert (one.passed, one.awarded, one.total) == (True, True, Decimal(84))
        assert (two.passed, two.awarded, two.short) == (False, False, [13])
        assert recommendation_of(application).result == RecommendedResult.ADMITTED

    def test_says_what_is_missing(self):
        application = moderated()

        with pytest.raises(NotAllowedNow, match="Debarment list"):
            recommend(application, by=application.openings.first().officer, recommendation="Yes.")
        assert not application.lot_outcomes.exists()
        assert Application.objects.get().status == Status.EVALUATED

    def test_wants_a_declaration(self):
        with pytest.raises(NotAllowedNow, match="Declare first"):
            recommend(diligent(), by=UserFactory(), recommendation="Yes.")

    def test_excludes_without_a_score(self):
        application = checked()
        officer = application.openings.first().officer
        Finding.make(application, "exclusion", by=officer, passed=False, reason="A conviction.")

        recommend(application, by=officer, recommendation="A conviction in 2024.")

        assert recommendation_of(application).result == RecommendedResult.EXCLUDED
        assert not application.lot_outcomes.exists()
