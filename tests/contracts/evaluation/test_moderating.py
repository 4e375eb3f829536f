"""What evaluators agree after they have scored: as verbs and as the database keeps it."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from django.utils import timezone

from contracts.evaluation import deciding, opening
from contracts.evaluation.facts import able_to_agree
from contracts.models import (
    Application,
    ModeratedScore,
    Score,
    Status,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from tests import owners
from tests.contracts.evaluation.refusing import first, refused_by_the_database
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import (
    AGREED,
    REASON,
    an_evaluator,
    assigned,
    evaluators_of,
    moderated,
    recommended,
    score_all,
)

pytestmark = pytest.mark.django_db


class TestModerate:
    def agree(self, application, by, score=6, **given):
        question = application.scheme.questions.get(number=11)
        there = [str(person) for person in able_to_agree(application, question)]
        given = {"reason": AGREED, "present": [*there, "Ada"]} | given
        return ModeratedScore.agree(application, question, by=by, score=Decimal(score), **given)

    @pytest.mark.parametrize("present", [0, 1])
    def test_is_agreed_by_its_evaluators(self, present):
        application = assigned()
        score_all(application)
        question = application.scheme.questions.get(number=11)
        there = evaluators_of(application, question)[:present]

        with pytest.raises(NotAllowedNow, match="Two evaluators of the question"):
            self.agree(application, an_evaluator(application), present=[*there, "Ada", "Bob"])
        assert not ModeratedScore.objects.exists()

    def test_says_why(self):
        application = assigned()
        score_all(application)

        with pytest.raises(NotAllowedNow, match="at least 40 characters"):
            self.agree(application, an_evaluator(application), reason="x")

    def test_is_kept_beside_the_first_scores(self):
        application = moderated()

        assert application.moderated_scores.count() == 6
        assert Score.objects.count() == 12
        assert Application.objects.get().status == Status.EVALUATED

    def test_waits_for_all(self):
        application = assigned()
        chair = an_evaluator(application)
        assignment = first(application)
        Score.give(assignment, by=assignment.evaluator, score=Decimal(5), rationale=REASON)

        with pytest.raises(NotAllowedNow, match="all its evaluators"):
            self.agree(application, chair)
        with refused_by_the_database("score first"), acting_for(chair):
            ModeratedScore.objects.create(
                application=application,
                question=assignment.question,
                score=5,
                reason="x",
                chair=chair,
                present=["Ada"],
            )

    def test_its_chair_has_no_conflict(self):
        application = assigned()
        score_all(application)

        with pytest.raises(NotAllowedNow, match="Declare first"):
            self.agree(application, UserFactory())
        chair = UserFactory()
        with refused_by_the_database("chair has no conflict"), acting_for(chair):
            ModeratedScore.objects.create(
                application=application,
                question=first(application).question,
                score=5,
                reason="x",
                chair=chair,
                present=["Ada"],
            )

    def test_is_once_and_in_the_scale(self):
        application = assigned()
        score_all(application)
        chair = an_evaluator(application)

        with pytest.raises(NotAllowedNow, match="from 0 to 10"):
            self.agree(application, chair, score=11)
        self.agree(application, chair)
        with pytest.raises(NotAllowedNow, match="agreed already"):
            self.agree(application, chair)
        with refused_by_the_database("stays"):
            ModeratedScore.objects.update(score=9)

    @pytest.mark.parametrize("reason", ["sent back", "a conflict"])
    def test_anew_once_it_has_come_back(self, reason):
        application = recommended() if reason == "sent back" else moderated()
        chair = application.openings.first().officer
        if reason == "sent back":
            manager = an_evaluator(application, role=Role.MANAGER)
            deciding.send_back(application, by=manager, reason="It reads thin.")
        else:
            evaluator = application.assignments.filter(question__number=11)[0].evaluator
            opening.declare(application, by=evaluator, has_conflict=True, details="My sister.")

        agreed = self.agree(application, chair, score=5)

        assert application.moderated_scores.get(question__number=11) == agreed
        kept = ModeratedScore.kept.filter(question__number=11).order_by("pk")
        assert [(row.score, row.superseded_at is None) for row in kept] == [(7, False), (5, True)]
        with pytest.raises(NotAllowedNow, match="agreed already"):
            self.agree(application, chair)

    def test_one_that_was_superseded_stays_so(self):
        application = recommended()
        manager = an_evaluator(application, role=Role.MANAGER)
        with refused_by_the_database("stays"), transaction.atomic():
            application.moderated_scores.update(superseded_at=timezone.now())
        deciding.send_back(application, by=manager, reason="It reads thin.")
        self.agree(application, application.openings.first().officer)

        with refused_by_the_database("stays"):
            ModeratedScore.kept.exclude(superseded_at=None).update(superseded_at=None)

    def test_one_at_a_time_counts(self):
        application = moderated()
        row = application.moderated_scores.first()
        row.pk = None

        by_hand = owners.whoever_does_it(ModeratedScore)
        with pytest.raises(IntegrityError, match="once"), by_hand:
            row.save(force_insert=True)
