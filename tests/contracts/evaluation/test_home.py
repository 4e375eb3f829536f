"""What evaluating asks of people on their landing pages."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import decide_by
from contracts.evaluation import opening
from contracts.evaluation.home import tasks_of_evaluating
from contracts.models import ConflictDeclaration, EarlyEvaluation, Finding
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened, received
from tests.factories.evaluating import (
    an_evaluator,
    assigned,
    checked,
    diligent,
    recommended,
    score_all,
)
from tests.factories.joining import decided

pytestmark = pytest.mark.django_db


def name_of(application):
    return f"{application.provider} ({application.reference})"


def words(person):
    return [task.words for task in read(tasks_of_evaluating(person, timezone.localdate()))]


def test_an_application_to_open_until_one_has():
    application, officer = received(), UserFactory()
    assert words(officer) == []

    EarlyEvaluation.decide(application, by=officer, reason="It would go red.")

    (task,) = read(tasks_of_evaluating(officer, timezone.localdate()))
    assert task.words.startswith("Open with a second officer")
    assert task.on == decide_by(application)


def test_a_declaration_and_scores_owed():
    application = assigned()
    evaluator = application.assignments.first().evaluator
    score, check = read(tasks_of_evaluating(evaluator, timezone.localdate()))
    assert (score.words, score.on) == ("Score 6 questions", decide_by(application))
    assert check.words == f"Complete 5 checks: {name_of(application)}"

    with owners.without("contracts.ConflictDeclaration:kept_for_good"):
        ConflictDeclaration.objects.filter(person=evaluator).delete()

    assert words(evaluator)[0].startswith("Declare your interest")


def test_scores_to_agree_and_an_outcome_to_recommend():
    application = assigned()
    score_all(application, questions=[11])
    assert words(UserFactory())[1] == f"Agree 1 score: {name_of(application)}"

    application = diligent()
    assert words(UserFactory())[-1] == f"Recommend an outcome: {name_of(application)}"


def test_one_that_nobody_began_is_every_officers_with_its_day():
    application = opened()

    tasks = read(tasks_of_evaluating(UserFactory(), timezone.localdate()))

    assert [task.words for task in tasks] == [
        f"Complete 8 checks: {name_of(application)}",
        f"Assign evaluators: {name_of(application)}",
    ]
    assert {task.on for task in tasks} == {decide_by(application)}
    assert not tasks[0].is_overdue(decide_by(application))
    assert tasks[0].is_overdue(decide_by(application) + datetime.timedelta(days=1))


def test_a_question_that_a_conflict_left_short_is_to_be_assigned():
    people = [UserFactory(role=Role.OFFICER) for _ in range(2)]
    application = assigned(officers=people, people=people)

    opening.declare(application, by=people[0], has_conflict=True, details="My cousin owns it.")

    assert f"Assign evaluators: {name_of(application)}" in words(UserFactory(role=Role.OFFICER))


def test_nothing_of_it_is_of_who_has_a_conflict_or_is_to_decide():
    application, officer = opened(), UserFactory(role=Role.OFFICER)
    opening.declare(application, by=officer, has_conflict=True, details="My cousin owns it.")

    assert words(officer) == []
    assert words(an_evaluator(application, role=Role.MANAGER)) == []


@pytest.mark.parametrize("kind", ["exclusion", "debarment"])
def test_a_failed_check_that_ends_it_is_to_be_recommended(kind):
    application = checked()
    officer = an_evaluator(application)
    Finding.make(application, kind, by=officer, passed=False, reason="A conviction.")

    assert words(officer) == [f"Recommend an outcome: {name_of(application)}"]


def test_outcomes_to_tell_by_the_earliest_day(client):
    application, another = decided(), decided()
    officer, conflicted = UserFactory(role=Role.OFFICER), UserFactory(role=Role.OFFICER)
    opening.declare(application, by=conflicted, has_conflict=True, details="My cousin owns it.")

    (task,) = read(tasks_of_evaluating(officer, timezone.localdate()))

    assert (task.words, task.on) == ("Send 2 outcome letters", decide_by(application))
    assert words(conflicted) == [f"Send the outcome letter: {name_of(another)}"]
    client.force_login(officer)
    assert "Send 2 outcome letters" in client.get(reverse("home:home")).text


def test_it_asks_no_more_for_more_applications():
    person = UserFactory(role=Role.MANAGER)

    def make():
        opened()
        opened(officers=[person, UserFactory()])
        assigned(people=[person, UserFactory()])
        recommended()
        decided()

    def ask():
        with CaptureQueriesContext(connection) as asked:
            read(tasks_of_evaluating(person, timezone.localdate()))
        return len(asked)

    make()
    few = ask()
    make()

    assert ask() == few


def test_a_decision_for_managers_who_took_no_part():
    took_part = UserFactory(role=Role.MANAGER)
    application = recommended(people=[took_part, UserFactory()])

    (task,) = read(tasks_of_evaluating(UserFactory(role=Role.MANAGER), timezone.localdate()))
    assert task.on == decide_by(application)
    assert [task.words] == [f"Decide the recommendation: {name_of(application)}"]
    assert words(took_part) == []
    assert words(UserFactory(role=Role.OFFICER)) == []
