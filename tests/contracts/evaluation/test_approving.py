"""Approval by a manager who took no part."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from contracts.evaluation import assigning, deciding, opening, reporting
from contracts.evaluation.models import recommendation_of
from contracts.models import (
    Application,
    Approval,
    Finding,
    FindingKind,
    ModeratedScore,
    Recommendation,
    Status,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests import standing
from tests.factories.accounts import UserFactory
from tests.factories.evaluating import (
    AGREED,
    an_evaluator,
    approve,
    assigned,
    checked,
    clear,
    evaluators_of,
    recommend,
    recommended,
    score_all,
)

pytestmark = pytest.mark.django_db
an_application = standing.once(recommended)


class TestApprove:
    @pytest.fixture
    def application(self, an_application):
        return an_application()

    def refuse(self, application, person, match):
        with pytest.raises(NotAllowedNow, match=match):
            approve(application, by=person)
        application = Application.objects.get(pk=application.pk)
        assert application.status == Status.RECOMMENDED

    def write(self, application, person):
        with acting_for(person):
            Approval.objects.create(
                application=application,
                recommendation=recommendation_of(application),
                approved_by=person,
            )

    def test_by_a_manager_who_took_no_part(self, application):
        manager = an_evaluator(application, role=Role.MANAGER)

        approve(application, by=manager)

        assert Application.objects.get().status == Status.APPROVED
        assert len(AuditEvent.objects.get(verb="seal_report").given["sha256"]) == 64

    def test_not_by_an_officer(self, application):
        officer = an_evaluator(application)

        self.refuse(application, officer, "manager decides")
        with pytest.raises(DatabaseError, match="A manager who declared"):
            self.write(application, officer)

    def test_not_without_a_declaration(self, application):
        manager = UserFactory(role=Role.MANAGER)

        self.refuse(application, manager, "Declare first")
        with pytest.raises(DatabaseError, match="A manager who declared"):
            self.write(application, manager)

    @pytest.mark.parametrize("part", ["openings", "findings", "scores", "chair", "recommended"])
    def test_not_by_who_took_part(self, part):
        manager = UserFactory(role=Role.MANAGER)
        application = took_part(part, manager)

        self.refuse(application, manager, "took part")
        with pytest.raises(DatabaseError, match="does not approve"), transaction.atomic():
            self.write(application, manager)

    def test_not_by_who_made_a_finding_that_was_made_anew(self):
        manager = UserFactory(role=Role.MANAGER)
        application = checked()
        clear(application, manager)
        Finding.make(application, "exclusion", by=manager, passed=False, reason="A conviction.")
        officer = application.openings.first().officer
        Finding.make(application, "exclusion", by=officer, passed=True, reason="It was another.")
        application = on_to_a_recommendation(application)

        self.refuse(application, manager, "took part")
        with pytest.raises(DatabaseError, match="does not approve"), transaction.atomic():
            self.write(application, manager)
        assert "<s>A conviction.</s>" in reporting.report_of(application).decode()

    def test_not_by_who_once_recommended_it(self, application):
        first, second = (an_evaluator(application, role=Role.MANAGER) for _ in range(2))
        deciding.send_back(application, by=second, reason="Question 12 reads thin.")
        recommend(application, by=first, recommendation="My own words.")
        deciding.send_back(application, by=second, reason="Not so thin.")
        officer = application.openings.first().officer
        recommend(application, by=officer)

        self.refuse(application, first, "took part")
        with pytest.raises(DatabaseError, match="does not approve"), transaction.atomic():
            self.write(application, first)
        report = reporting.report_of(application).decode()
        assert "My own words.</s>" in report
        approve(application, by=second)

    def test_by_who_was_assigned_and_never_scored(self):
        manager = UserFactory(role=Role.MANAGER)
        application = assigned(people=[manager, UserFactory()])
        for assignment in application.assignments.of(manager):
            assignment.replace(by=manager, evaluator=self.other(), reason="She is to decide.")
        application = on_to_a_recommendation(application)

        approve(application, by=manager)

        assert Approval.objects.get().approved_by == manager

    def other(self):
        return UserFactory(role=Role.OFFICER)

    def test_what_is_declared_later_leaves_the_report_as_it_was(self, application):
        late = an_evaluator(application)
        approve(application, by=an_evaluator(application, role=Role.MANAGER))
        kept = b"".join(application.sealed_report.file.chunks())

        opening.declare(application, by=late, has_conflict=True, details="My cousin owns it.")

        sealed = reporting.sealed_report(application)
        assert b"".join(sealed.file.chunks()) == kept
        assert sealed.file.sha256 == AuditEvent.objects.get(verb="seal_report").given["sha256"]
        assert b"My cousin" not in kept
        assert "My cousin owns it." in reporting.report_of(application).decode()

    def test_the_database_wants_a_lot_for_who_is_admitted(self, application):
        application.lot_outcomes.update(awarded=False)

        with pytest.raises(DatabaseError, match="awarded a lot"):
            self.write(application, an_evaluator(application, role=Role.MANAGER))

    def test_send_back_takes_the_recommendation_away(self, application):
        manager = an_evaluator(application, role=Role.MANAGER)

        deciding.send_back(application, by=manager, reason="Question 12 reads thin.")

        assert Application.objects.get().status == Status.EVALUATED
        (thin,) = Recommendation.objects.sent_back()
        assert (thin.sent_back_by, thin.sent_back_reason) == (manager, "Question 12 reads thin.")
        assert not Recommendation.objects.standing().exists()
        assert not application.lot_outcomes.exists()

    def test_the_ledger_does_not_tell_what_the_provider_waits_for(self, application):
        manager = an_evaluator(application, role=Role.MANAGER)
        deciding.send_back(application, by=manager, reason="Question 12 reads thin.")

        events = AuditEvent.objects.filter(verb__in=["recommend", "send_back"])
        assert [event.given for event in events] == [{}, {}]
        assert "dmitted" not in str(list(events.values()))

    def test_who_recommended_is_told_that_it_came_back_and_not_why(self, application):
        manager = an_evaluator(application, role=Role.MANAGER)
        officer = recommendation_of(application).recommended_by
        deciding.send_back(application, by=manager, reason="Question 12 reads thin.")

        email = OutboxMessage.objects.latest("pk").payload
        assert email["to"] == [officer.email]
        assert application.reference in email["subject"]
        assert "thin" not in str(email)

    def test_the_report_keeps_what_was_agreed_before(self, application):
        manager = an_evaluator(application, role=Role.MANAGER)
        deciding.send_back(application, by=manager, reason="Question 12 reads thin.")
        question = application.scheme.questions.get(number=12)
        ModeratedScore.agree(
            application,
            question,
            by=application.openings.first().officer,
            score=Decimal(4),
            reason=f"Read again. {AGREED}",
            present=evaluators_of(application, question),
        )

        report = reporting.report_of(application).decode()
        assert AGREED in report
        assert "Read again." in report
        assert "(until " in report

    def test_send_back_is_for_the_same_managers(self, application):
        with pytest.raises(NotAllowedNow, match="manager decides"):
            deciding.send_back(application, by=an_evaluator(application), reason="Thin.")


def on_to_a_recommendation(application):
    """Checked or assigned, and then scored, agreed, found in order and recommended."""
    officer = application.openings.first().officer
    people = [UserFactory(role=Role.OFFICER) for _ in range(2)]
    clear(application, *people)
    assigning.assign(assigning.plan([application], people, each=2), by=officer)
    clear(application, *(each.evaluator for each in application.assignments.current()))
    score_all(application)
    for question in application.scheme.questions.in_order():
        ModeratedScore.agree(
            application,
            question,
            by=officer,
            score=Decimal(7),
            reason=AGREED,
            present=evaluators_of(application, question),
        )
    for kind in FindingKind.due_diligence():
        Finding.make(application, kind, by=officer, passed=True, reason="All of it is in order.")
    recommend(application, by=officer)
    return application


def took_part(part, manager):
    """A recommended application in which the manager took this part and no other."""

    others = [UserFactory(role=Role.OFFICER) for _ in range(2)]
    officers = [manager, others[0]] if part == "openings" else others
    people = [manager, others[0]] if part == "scores" else others
    application = assigned(officers=officers, people=people)
    if not application.conflicts.of(manager).exists():
        clear(application, manager)
    clear(application, *others)
    score_all(application)
    chair = manager if part == "chair" else others[0]
    for question in application.scheme.questions.in_order():
        ModeratedScore.agree(
            application,
            question,
            by=chair,
            score=Decimal(7),
            reason=AGREED,
            present=evaluators_of(application, question),
        )
    by = manager if part == "findings" else others[0]
    for kind in FindingKind.due_diligence():
        Finding.make(application, kind, by=by, passed=True, reason="All of it is in order.")
    clear_checks(application, part, manager, others[0])
    by = manager if part == "recommended" else others[0]
    recommend(application, by=by)
    return application


def clear_checks(application, part, manager, other):
    """The first checks were made by whoever opened first; leave them with another."""
    for kind in FindingKind.before_scoring():
        by = manager if part == "findings" else other
        Finding.make(application, kind, by=by, passed=True, reason="All of it is in order.")
