"""Interests, openings and findings: as verbs and as the database keeps them."""

import pytest
from django.db import transaction

from contracts.evaluation import deciding, opening
from contracts.models import (
    Application,
    ConflictDeclaration,
    EarlyEvaluation,
    Finding,
    Opening,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.contracts.evaluation.refusing import refused_by_the_database
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened, received
from tests.factories.evaluating import (
    an_evaluator,
    assigned,
    clear,
    recommend,
)

pytestmark = pytest.mark.django_db


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

        with pytest.raises(NotAllowedNow, match="cannot withdraw a conflict"):
            opening.declare(application, by=person, has_conflict=False)
        assert ConflictDeclaration.objects.get(person=person).has_conflict


def recommended_by_a_check():
    """Assigned, not scored, and recommended because it is debarred."""
    application = assigned()
    officer = application.openings.first().officer
    Finding.make(application, "debarment", by=officer, passed=False, reason="On the list.")
    recommend(application, by=officer, recommendation="It is debarred.")
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
