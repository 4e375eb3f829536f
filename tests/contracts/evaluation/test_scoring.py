"""Evaluators are assigned, and score blind: as verbs and as the database keeps it."""

from decimal import Decimal

import pytest
from django.db import transaction

from contracts.evaluation import assigning, opening
from contracts.models import (
    Assignment,
    ConflictDeclaration,
    Finding,
    FindingKind,
    Score,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests import owners
from tests.contracts.evaluation.refusing import first, refused_by_the_database
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import (
    REASON,
    an_evaluator,
    assigned,
    checked,
    score_all,
)
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


class TestAssign:
    @pytest.mark.parametrize("people", [2, 3, 4, 5])
    def test_splits_evenly(self, people):
        application = checked()
        found = assigning.plan([application], [UserFactory() for _ in range(people)], each=2)

        shares = [share for _, share in found.shares()]
        assert sum(shares) == 12
        assert max(shares) - min(shares) <= 1
        assert not found.short

    def test_the_same_asked_again_is_the_same(self):
        application = checked()
        people = [UserFactory() for _ in range(4)]

        assert assigning.plan([application], people, each=3) == assigning.plan(
            [application], people, each=3
        )

    def test_keeps_out_who_has_a_conflict(self):
        application = checked()
        people = [UserFactory() for _ in range(3)]
        opening.declare(application, by=people[0], has_conflict=True, details="My cousin.")

        found = assigning.plan([application], people, each=2)

        assert {each.evaluator for each in found.proposals} == set(people[1:])

    def test_says_where_too_few_are_left(self):
        application = checked()

        found = assigning.plan([application], [UserFactory()], each=2)

        assert len(found.short) == 6

    def test_adds_nothing_to_what_is_assigned(self):
        application = assigned()

        assert not assigning.plan([application], [UserFactory()], each=2).proposals

    @pytest.mark.parametrize("each", [1, 4])
    def test_is_two_or_three(self, each):
        with pytest.raises(NotAllowedNow, match="Between 2 and 3"):
            assigning.plan([checked()], [UserFactory()], each=each)

    def test_the_database_refuses_a_fourth_and_a_conflict(self):
        application = assigned()
        question = application.scheme.questions.get(number=11)
        conflicted = UserFactory()
        opening.declare(application, by=conflicted, has_conflict=True, details="My cousin.")

        with refused_by_the_database("Nobody with a conflict"), transaction.atomic():
            Assignment.objects.create(
                application=application, question=question, evaluator=conflicted
            )
        Assignment.objects.create(
            application=application, question=question, evaluator=UserFactory()
        )
        with refused_by_the_database("No more than 3"):
            Assignment.objects.create(
                application=application, question=question, evaluator=UserFactory()
            )

    def test_tells_those_who_did_not_do_it_themselves(self):
        application = checked()
        mine, hers = an_evaluator(application, role=Role.OFFICER), UserFactory(role=Role.OFFICER)
        OutboxMessage.objects.all().delete()

        assigning.assign(assigning.plan([application], [mine, hers], each=2), by=mine)

        email = OutboxMessage.objects.get().payload
        assert (email["to"], email["subject"]) == ([hers.email], "You are asked to score")
        assert "6 questions were assigned" in email["body"]

    def test_replaces_one_on_record(self):
        application = assigned()
        assignment, other = first(application), UserFactory()
        OutboxMessage.objects.all().delete()

        assignment.replace(by=an_evaluator(application), evaluator=other, reason="She is ill.")

        assert application.assignments.of(other).get().question.number == 11
        assert Assignment.objects.get(pk=assignment.pk).released_at
        assert AuditEvent.objects.get(verb="replace").given["reason"] == "She is ill."
        assert OutboxMessage.objects.get().payload["to"] == [other.email]

    def test_does_not_replace_by_a_conflict_nor_after_all_have_scored(self):
        application = assigned()
        conflicted = UserFactory()
        opening.declare(application, by=conflicted, has_conflict=True, details="My cousin.")

        officer = an_evaluator(application)
        with pytest.raises(NotAllowedNow, match="has a conflict"):
            first(application).replace(by=officer, evaluator=conflicted, reason="Ill.")
        score_all(application, questions=[11])
        with pytest.raises(NotAllowedNow, match="Everyone has scored"):
            first(application).replace(by=officer, evaluator=UserFactory(), reason="Ill.")


class TestScore:
    def test_is_kept_each_time_and_the_newest_counts(self):
        assignment = first(assigned())

        for score in ("4", "6.5"):
            Score.give(assignment, by=assignment.evaluator, score=Decimal(score), rationale=REASON)

        assert Score.objects.count() == 2
        assert Score.objects.counting().get().score == Decimal("6.5")

    def test_the_ledger_does_not_say_how_many(self):
        assignment = first(assigned())
        Score.give(assignment, by=assignment.evaluator, score=Decimal("6.25"), rationale=REASON)

        event = AuditEvent.objects.get(verb="score")
        assert event.given == {"question": 11}

    @pytest.mark.parametrize(
        ("score", "rationale", "words"),
        [("10.01", REASON, "from 0 to 10"), ("-1", REASON, "from 0"), ("5", "Good.", "40 char")],
    )
    def test_is_by_the_rules(self, score, rationale, words):
        assignment = first(assigned())

        with pytest.raises(NotAllowedNow, match=words):
            Score.give(
                assignment, by=assignment.evaluator, score=Decimal(score), rationale=rationale
            )
        by_hand = refused_by_the_database("not by the rules|not_below_nought")
        with by_hand, acting_for(assignment.evaluator):
            Score.objects.create(assignment=assignment, score=score, rationale=rationale)

    @pytest.mark.parametrize("kind", FindingKind.before_scoring())
    def test_waits_for_the_three_checks(self, kind):
        application = assigned()
        officer = application.openings.first().officer
        Finding.make(application, kind, by=officer, passed=False, reason="It is not so at all.")
        assignment = first(application)

        with pytest.raises(NotAllowedNow, match="found complete"):
            Score.give(assignment, by=assignment.evaluator, score=Decimal(5), rationale=REASON)
        with refused_by_the_database("complete and eligible"), acting_for(assignment.evaluator):
            Score.objects.create(assignment=assignment, score=5, rationale=REASON)

    def test_stands_once_all_have_scored(self):
        application = assigned()
        score_all(application, questions=[11])
        assignment = first(application)

        with pytest.raises(NotAllowedNow, match="no longer change"):
            Score.give(assignment, by=assignment.evaluator, score=Decimal(9), rationale=REASON)
        with refused_by_the_database("stand once all"), acting_for(assignment.evaluator):
            Score.objects.create(assignment=assignment, score=9, rationale=REASON)

    def test_is_for_the_evaluator_who_is_assigned(self):
        assignment = first(assigned())

        with pytest.raises(NotAllowedNow, match="Another evaluator"):
            Score.give(assignment, by=UserFactory(), score=Decimal(5), rationale=REASON)

    def test_wants_a_declaration(self):
        assignment = first(assigned())
        with owners.without("contracts.ConflictDeclaration:kept_for_good"):
            ConflictDeclaration.objects.filter(person=assignment.evaluator).delete()

        with pytest.raises(NotAllowedNow, match="Declare first"):
            Score.give(assignment, by=assignment.evaluator, score=Decimal(5), rationale=REASON)

    @pytest.mark.parametrize("change", [{"score": 9}, {"rationale": "Other."}])
    def test_cannot_be_changed(self, change):
        score_all(assigned(), questions=[11])

        with refused_by_the_database("Cannot update"):
            Score.objects.update(**change)


class TestBlindness:
    """``Score.visible_to``: nobody sees another's before all who are assigned have scored."""

    @pytest.fixture
    def half_scored(self):
        application = assigned()
        assignment = first(application)
        Score.give(assignment, by=assignment.evaluator, score=Decimal(5), rationale=REASON)
        return application

    def seen(self, person):
        return Score.objects.visible_to(person).count()

    def test_ones_own_alone(self, half_scored):
        scorer, other = (one.evaluator for one in half_scored.assignments.all()[:2])
        mine = Score.objects.get().assignment.evaluator

        assert self.seen(mine) == 1
        assert self.seen(other if mine == scorer else scorer) == 0

    @pytest.mark.parametrize("role", Role.of_the_council())
    def test_nobody_elses_before_the_last(self, half_scored, role):
        assert self.seen(an_evaluator(half_scored, role=role)) == 0

    def test_one_evaluator_alone_shows_nothing(self, half_scored):
        with owners.without("contracts.Assignment:kept_for_good"):
            half_scored.assignments.filter(question__number=11, scores=None).delete()

        assert self.seen(an_evaluator(half_scored, role=Role.MANAGER)) == 0

    @pytest.mark.parametrize(
        ("role", "seen"),
        [
            (Role.OFFICER, 2),
            (Role.MANAGER, 2),
            (Role.AUDITOR, 2),
            (Role.PLACEMENTS, 0),
            (Role.FINANCE, 0),
            (Role.ADMINISTRATOR, 0),
        ],
    )
    def test_after_the_last_commissioning_and_auditors(self, half_scored, role, seen):
        score_all(half_scored, questions=[11])

        assert self.seen(an_evaluator(half_scored, role=role)) == seen

    def test_after_the_last_not_who_has_declared_nothing_or_a_conflict(self, half_scored):
        score_all(half_scored, questions=[11])
        conflicted = UserFactory()
        opening.declare(half_scored, by=conflicted, has_conflict=True, details="My cousin.")

        assert self.seen(UserFactory(role=Role.MANAGER)) == 0
        assert self.seen(conflicted) == 0

    def test_never_the_provider(self, half_scored):
        score_all(half_scored)

        assert self.seen(ProviderMemberFactory(provider=half_scored.provider).user) == 0

    def test_a_conflict_hides_ones_own(self, half_scored):
        mine = Score.objects.get().assignment.evaluator
        opening.declare(half_scored, by=mine, has_conflict=True, details="My cousin.")

        assert self.seen(mine) == 0
