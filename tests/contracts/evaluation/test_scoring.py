"""Findings, assigning, blind scores and moderation, as verbs and as the database keeps them."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import DatabaseError, IntegrityError
from django.utils import timezone

from contracts.evaluation import assigning, deciding, opening
from contracts.evaluation.facts import able_to_agree
from contracts.models import (
    Application,
    Assignment,
    ConflictDeclaration,
    EarlyEvaluation,
    Finding,
    FindingKind,
    ModeratedScore,
    Opening,
    Score,
    Status,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened, received
from tests.factories.evaluating import (
    AGREED,
    REASON,
    an_evaluator,
    assigned,
    checked,
    clear,
    evaluators_of,
    moderated,
    recommended,
    score_all,
)
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


def refused_by_the_database(match):
    """Within a savepoint, so that the test can go on."""
    return pytest.raises(DatabaseError, match=match)


def first(application, number=11):
    return application.assignments.order_by("pk").filter(question__number=number)[0]


class TestDeclare:
    def test_a_conflict_counts_no_more_as_an_opening(self):
        application = received()
        one, two, three = (UserFactory(role=Role.OFFICER) for _ in range(3))
        EarlyEvaluation.decide(application, by=one, reason="It would go red.")
        clear(application, one, two, three)
        Opening.add(application, by=one)
        opening.declare(application, by=one, has_conflict=True, details="My cousin owns it.")

        Opening.add(application, by=two)

        assert Application.objects.get().is_sealed
        with refused_by_the_database("two officers"), transaction.atomic():
            Application.objects.update(opened_at=application.received_at, status="evaluated")
        Opening.add(application, by=three)
        assert not Application.objects.get().is_sealed

    def test_a_conflict_has_others_take_over(self):
        people = [UserFactory(role=Role.OFFICER) for _ in range(3)]
        application = assigned(people=people)
        own = application.assignments.of(people[0]).count()

        opening.declare(application, by=people[0], has_conflict=True, details="My cousin owns it.")

        assert own > 0
        assert application.assignments.of(people[0]).count() == 0
        assert application.assignments.current().count() == 12
        assert AuditEvent.objects.filter(verb="replace").exists()

    def test_a_conflict_never_drafts_a_manager(self):
        people = [UserFactory(role=Role.OFFICER) for _ in range(2)]
        managers = [UserFactory(role=Role.MANAGER) for _ in range(3)]
        application = assigned(officers=people, people=people)

        opening.declare(application, by=people[0], has_conflict=True, details="My cousin owns it.")

        assert not application.assignments.filter(evaluator__in=managers).exists()
        assert application.assignments.current().count() == 6

    def test_those_who_take_over_are_told_once(self):
        people = [UserFactory(role=Role.OFFICER) for _ in range(2)]
        other = UserFactory(role=Role.OFFICER)
        application = assigned(officers=people, people=people)
        OutboxMessage.objects.all().delete()

        opening.declare(application, by=people[0], has_conflict=True, details="My cousin owns it.")

        email = OutboxMessage.objects.get().payload
        assert email["to"] == [other.email]
        assert "6 questions were assigned to you" in email["body"]
        assert application.provider.name not in str(email)

    def test_nobody_takes_over_while_nobody_could_score(self):
        application = recommended_by_a_check()
        evaluator = application.assignments.first().evaluator

        opening.declare(application, by=evaluator, has_conflict=True, details="My cousin owns it.")

        assert application.assignments.count() == 12

    def test_others_take_over_once_it_is_sent_back(self):
        application = recommended_by_a_check()
        evaluator = application.assignments.first().evaluator
        opening.declare(application, by=evaluator, has_conflict=True, details="My cousin owns it.")

        manager = an_evaluator(application, role=Role.MANAGER)
        deciding.send_back(application, by=manager, reason="The check was wrong.")

        assert not application.assignments.of(evaluator).exists()

    def test_is_never_taken_back(self):
        application = opened()
        person = UserFactory()
        opening.declare(application, by=person, has_conflict=True, details="My cousin owns it.")

        with pytest.raises(NotAllowedNow, match="stands"):
            opening.declare(application, by=person, has_conflict=False)
        assert ConflictDeclaration.objects.get(person=person).has_conflict


def recommended_by_a_check():
    """Assigned, not scored, and recommended because it is debarred."""
    application = assigned()
    officer = application.openings.first().officer
    Finding.make(application, "debarment", by=officer, passed=False, reason="On the list.")
    deciding.recommend(application, by=officer, recommendation="It is debarred.")
    return application


class TestOpenAll:
    def test_leaves_what_was_declared_before_as_it_was(self):
        application, officer = received(), UserFactory(role=Role.OFFICER)
        clear(application, officer)
        before = ConflictDeclaration.objects.get().declared_at

        opening.open_all([opening.Declared(application, has_conflict=False)], by=officer)

        assert ConflictDeclaration.objects.get().declared_at == before

    def test_opens_those_without_a_conflict(self):
        officers = [UserFactory(role=Role.OFFICER) for _ in range(2)]
        mine, hers = received(), received()
        for application in (mine, hers):
            EarlyEvaluation.decide(application, by=officers[0], reason="It would go red.")

        for officer in officers:
            opening.open_all(
                [
                    opening.Declared(mine, has_conflict=False),
                    opening.Declared(hers, has_conflict=officer == officers[1], details="Mine."),
                ],
                by=officer,
            )

        assert not Application.objects.get(pk=mine.pk).is_sealed
        assert Application.objects.get(pk=hers.pk).is_sealed
        assert hers.openings.count() == 1

    def test_leaves_what_waits_for_its_round(self):
        application = received()

        opening.open_all(
            [opening.Declared(application, has_conflict=False)], by=UserFactory(role=Role.OFFICER)
        )

        assert application.conflicts.count() == 1
        assert not application.openings.exists()


class TestFinding:
    def test_is_made_and_made_anew(self):
        application = opened()
        officer = an_evaluator(application)

        Finding.make(application, "exclusion", by=officer, passed=True, reason="None declared.")
        Finding.make(application, "exclusion", by=officer, passed=False, reason="A conviction.")

        finding = Finding.objects.get()
        assert (finding.passed, finding.reason) == (False, "A conviction.")
        first = Finding.kept.exclude(pk=finding.pk).get()
        assert first.passed
        assert AuditEvent.objects.filter(verb="check").count() == 2

    def test_stays_as_it_was_made(self):
        application = opened()
        officer = an_evaluator(application)
        Finding.make(application, "exclusion", by=officer, passed=True, reason="None declared.")

        with refused_by_the_database("A finding stays"), transaction.atomic():
            Finding.objects.update(passed=False)
        Finding.make(application, "exclusion", by=officer, passed=True, reason="None it is.")
        with refused_by_the_database("A finding stays"), transaction.atomic():
            Finding.kept.exclude(superseded_at=None).update(superseded_at=None)
        with refused_by_the_database("Cannot delete"):
            Finding.objects.all().delete()

    def test_says_why(self):
        application = opened()
        officer = an_evaluator(application)

        with pytest.raises(NotAllowedNow, match="at least 10 characters"):
            Finding.make(application, "exclusion", by=officer, passed=False, reason="x")
        assert not Finding.objects.exists()

    def test_is_refused_to_who_has_not_declared(self):
        with pytest.raises(NotAllowedNow, match="Declare first"):
            Finding.make(
                opened(), "exclusion", by=UserFactory(), passed=True, reason="None declared."
            )
        assert not Finding.objects.exists()

    def test_is_refused_before_opening(self):
        application = received()
        officer = an_evaluator(application)

        with pytest.raises(NotAllowedNow, match="is sealed"):
            Finding.make(application, "exclusion", by=officer, passed=True, reason="None declared.")
        with refused_by_the_database("while an application is evaluated"), acting_for(officer):
            Finding.objects.create(
                application=application,
                kind="exclusion",
                passed=True,
                reason="None declared.",
                found_by=officer,
            )

    def test_the_database_wants_a_declaration(self):
        officer = UserFactory()
        with refused_by_the_database("declared no conflict first"), acting_for(officer):
            Finding.objects.create(
                application=opened(),
                kind="exclusion",
                passed=True,
                reason="None declared.",
                found_by=officer,
            )


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
        with pytest.raises(NotAllowedNow, match="Everybody has scored"):
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

        with pytest.raises(NotAllowedNow, match="stand"):
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
