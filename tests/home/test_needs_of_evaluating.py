"""What evaluating asks of people on their landing pages."""

import pytest
from django.utils import timezone

from contracts.models import ConflictDeclaration, Finding
from nmiss.accounts.models import Role
from nmiss.home.needs_of_evaluating import needs_of_evaluating
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received
from tests.factories.evaluating import (
    an_evaluator,
    assigned,
    checked,
    diligent,
    recommended,
    score_all,
)

pytestmark = pytest.mark.django_db


def words(person):
    return [need.words for need in needs_of_evaluating(person, timezone.localdate())]


def test_an_application_to_open_until_one_has():
    application, officer = received(), UserFactory()
    assert words(officer) == []

    application.evaluate_now(by=officer, reason="It would go red.")

    (need,) = needs_of_evaluating(officer, timezone.localdate())
    assert need.words.startswith(f"Open {application.reference}")
    assert need.on == application.assess_by()


def test_a_declaration_and_scores_owed():
    application = assigned()
    evaluator = application.assignments.first().evaluator
    assert words(evaluator) == ["Score 6 questions"]

    ConflictDeclaration.objects.filter(person=evaluator).delete()

    assert words(evaluator)[0].startswith("Declare your interest")


def test_scores_to_agree_and_an_outcome_to_recommend():
    application = assigned()
    score_all(application, questions=[11])
    assert words(an_evaluator(application)) == [f"Agree 1 score of {application.provider}"]

    application = diligent()
    assert words(an_evaluator(application)) == [f"Recommend an outcome for {application.provider}"]


def test_a_failed_first_check_is_to_be_recommended():
    application = checked()
    officer = an_evaluator(application)
    Finding.make(application, "exclusion", by=officer, passed=False, reason="A conviction.")

    assert words(officer) == [f"Recommend an outcome for {application.provider}"]


def test_a_decision_for_managers_who_took_no_part():
    took_part = UserFactory(role=Role.MANAGER)
    application = recommended(people=[took_part, UserFactory()])

    assert words(UserFactory(role=Role.MANAGER)) == [
        f"Decide on the recommendation for {application.provider}"
    ]
    assert words(took_part) == []
    assert words(UserFactory(role=Role.OFFICER)) == []
