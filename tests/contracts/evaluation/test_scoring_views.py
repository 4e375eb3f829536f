"""The pages on which evaluators are assigned, score, agree, and see what is owed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contracts.evaluation import opening
from contracts.models import (
    Assignment,
    ModeratedScore,
    Score,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.contracts.evaluation.pages import page, post, words
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, opened
from tests.factories.evaluating import (
    AGREED,
    REASON,
    an_evaluator,
    assigned,
    checked,
    clear,
    score_all,
)
from tests.outbox import messages
from tests.seen import seen

pytestmark = pytest.mark.django_db


class TestAssign:
    def test_previews_and_then_confirms(self, sign_in):
        application = checked()
        officer = an_evaluator(application)
        chosen = {"people": [officer.pk, UserFactory().pk], "each": 2}
        client = sign_in(officer)

        preview = page(client, "application_assign", application.pk, query=chosen)
        assert len(preview.context_data["made"].proposals) == 12
        assert not application.assignments.exists()
        post(client, "application_assign", application.pk, **chosen)

        assert application.assignments.count() == 12

    def test_two_at_least(self, sign_in):
        application = checked()
        officer = an_evaluator(application)
        query = {"people": [officer.pk], "each": 2}

        answer = page(sign_in(officer), "application_assign", application.pk, query=query)

        assert seen(answer).wrong

    def test_a_round_at_once(self, sign_in):
        round = RoundFactory()
        applications = [checked(), checked()]
        officer = UserFactory()
        opening.declare(applications[1], by=officer, has_conflict=True, details="My cousin.")
        undeclared = checked()
        clear(applications[0], officer)
        chosen = {"people": [UserFactory().pk, UserFactory().pk, officer.pk], "each": 2}

        client = sign_in(officer)
        shown = page(client, "round_assign", round.pk)
        assert f"Declare your interest in {undeclared.provider.name}" in words(shown)
        assert "A manager who scores an application cannot approve" in words(shown)
        post(client, "round_assign", round.pk, **chosen)

        counts = [one.assignments.count() for one in (*applications, undeclared)]
        assert counts == [12, 0, 0]

    def test_replaces_with_a_reason(self, sign_in):
        application = assigned()
        assignment, other = application.assignments.first(), UserFactory()
        client = sign_in(assignment.evaluator)

        assert seen(post(client, "assignment_replace", assignment.pk)).wrong
        post(client, "assignment_replace", assignment.pk, evaluator=other.pk, reason="She is ill.")

        assert application.assignments.of(other).count() == 1


class TestScoring:
    def test_goes_on_to_the_next_and_counts(self, sign_in):
        application = assigned()
        evaluator = application.assignments.first().evaluator
        client = sign_in(evaluator)
        first = page(client, "score_list").context_data["mine"].next

        shown = page(client, "question_score", application.pk, first.question.number)
        assert "Our answer to 11." in words(shown)
        assert "4 words" in words(shown)
        answer = post(
            client,
            "question_score",
            application.pk,
            first.question.number,
            score="7.5",
            rationale=REASON,
        )

        assert answer["Location"].endswith("/questions/12/score/")
        assert page(client, "score_list").context_data["mine"].next.question.number == 12

    @pytest.mark.parametrize(
        ("score", "rationale", "error"),
        [
            ("", REASON, "Enter a score from 0 to 10"),
            ("10.01", REASON, "Enter a score from 0 to 10"),
            ("-1", REASON, "Enter a score from 0 to 10"),
            ("7.555", REASON, "Enter a score from 0 to 10"),
            ("seven", REASON, "Enter a score from 0 to 10"),
            ("7", "Good.", "Enter at least 40 characters: there are 5"),
            ("7", "", "Enter the reasons for this score"),
        ],
    )
    def test_says_what_is_wrong_and_loses_nothing(self, sign_in, score, rationale, error):
        application = assigned()
        client = sign_in(application.assignments.first().evaluator)

        answer = post(
            client, "question_score", application.pk, 11, score=score, rationale=rationale
        )

        assert error in words(answer)
        assert rationale in words(answer)
        assert not Score.objects.exists()

    def test_is_not_for_another(self, sign_in):
        application = assigned()
        client = sign_in(an_evaluator(application))

        assert page(client, "question_score", application.pk, 11).status_code == 404

    def test_a_conflict_keeps_its_evaluator_out(self, sign_in):
        application = assigned()
        evaluator = application.assignments.first().evaluator
        opening.declare(application, by=evaluator, has_conflict=True, details="My cousin.")

        answer = page(sign_in(evaluator), "question_score", application.pk, 11)

        assert answer.status_code == 403
        assert "You declared a conflict" in words(answer)

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.AUDITOR])
    @pytest.mark.parametrize("name", ["question_detail", "application_report_file"])
    def test_no_page_shows_a_score_before_the_last(self, sign_in, role, name):
        application = assigned()
        assignment = application.assignments.filter(question__number=11).first()
        Score.give(assignment, by=assignment.evaluator, score=5, rationale="Mine alone. " * 5)
        reader = sign_in(an_evaluator(application, role=role))
        args = (application.pk, 11)[: 2 if name == "question_detail" else 1]

        assert "Mine alone" not in words(page(reader, name, *args))
        score_all(application, questions=[11])
        assert "Mine alone" in words(page(reader, name, *args))


class TestModerate:
    def test_writes_down_what_was_agreed(self, sign_in):
        application = assigned()
        client = sign_in(an_evaluator(application))
        refused = page(client, "question_moderate", application.pk, 11)
        assert (refused.status_code, "two at least, have scored" in words(refused)) == (409, True)
        score_all(application, questions=[11])
        names = [str(one.evaluator) for one in application.assignments.filter(question__number=11)]

        shown = page(client, "question_moderate", application.pk, 11)
        assert shown.context_data["form"]["score"].value() is None
        post(
            client,
            "question_moderate",
            application.pk,
            11,
            score="6",
            reason=AGREED,
            present=names,
            others="Ada Lovelace",
        )

        agreed = ModeratedScore.objects.get()
        assert (agreed.score, agreed.present) == (6, [*names, "Ada Lovelace"])

    def test_is_not_one_person(self, sign_in):
        application = assigned()
        score_all(application, questions=[11])
        name = str(application.assignments.filter(question__number=11).first().evaluator)

        answer = post(
            sign_in(an_evaluator(application)),
            "question_moderate",
            application.pk,
            11,
            score="6",
            reason=AGREED,
            present=[name],
        )

        assert seen(answer).wrong

    def test_others_do_not_stand_in_for_evaluators(self, sign_in):
        application = assigned()
        score_all(application, questions=[11])
        name = str(application.assignments.filter(question__number=11).first().evaluator)

        answer = post(
            sign_in(an_evaluator(application)),
            "question_moderate",
            application.pk,
            11,
            score="6",
            reason="x",
            present=[name],
            others="Ada, Bob",
        )

        assert seen(answer).wrong
        assert seen(answer).wrong
        assert not ModeratedScore.objects.exists()


class TestRoundProgress:
    def test_says_who_owes_what(self, sign_in):
        round = RoundFactory()
        application = assigned()
        score_all(application, questions=[11])

        answer = page(sign_in(an_evaluator(application)), "round_progress", round.pk)

        (row,) = answer.context_data["rows"]
        assert [cell.words for cell in row.cells] == ["Ready to agree", *["0 of 2 scored"] * 5]
        assert "◕" in words(answer)

    def test_hides_what_one_has_a_conflict_with(self, sign_in):
        round = RoundFactory()
        application, person = assigned(), UserFactory()
        opening.declare(application, by=person, has_conflict=True, details="My cousin.")

        answer = page(sign_in(person), "round_progress", round.pk)

        assert "Hidden: you declared a conflict" in words(answer)

    def test_asks_no_more_for_more(self, sign_in):
        round = RoundFactory()
        client = sign_in(UserFactory())
        assigned()
        page(client, "round_progress", round.pk)
        with CaptureQueriesContext(connection) as few:
            page(client, "round_progress", round.pk)
        assigned(), assigned()
        with CaptureQueriesContext(connection) as many:
            answer = page(client, "round_progress", round.pk)

        assert len(answer.context_data["rows"]) == 3
        assert len(many) == len(few)

    def test_leads_an_evaluator_to_each_score_that_is_due_and_nobody_else(self, sign_in):
        round = RoundFactory()
        application = assigned()
        evaluator = application.assignments.first().evaluator
        score_all(application, questions=[11])
        first = application.assignments.of(evaluator).order_by("question__number")[1]
        mine = reverse("contracts:question_score", args=[application.pk, 12])

        for name, key in (("round_progress", round.pk), ("application_detail", application.pk)):
            own = words(page(sign_in(evaluator), name, key))
            links = re.findall(r'href="[^"]*/questions/(\d+)/score/"[^>]*>Score question', own)
            assert {int(number) for number in links} == {12, 13, 14, 15, 16}, name
            assert mine in own
            other = words(page(sign_in(an_evaluator(application)), name, key))
            assert ">Score question" not in other, name
        assert first.question.number == 12
        assert sign_in(evaluator).get(mine).status_code == 200

    def test_has_who_declared_nothing_declare_first(self, sign_in):
        round = RoundFactory()
        application, person = assigned(), UserFactory()
        question = application.scheme.questions.get(number=11)
        Assignment.objects.create(application=application, question=question, evaluator=person)

        answer = page(sign_in(person), "round_progress", round.pk)
        shown = words(answer)

        there = reverse("contracts:application_declare_interest", args=[application.pk])
        assert shown.count(there) == 1
        assert not any(name.startswith("Score question") for name in seen(answer).links)

    def test_leads_to_no_score_before_the_first_checks(self, sign_in):
        round = RoundFactory()
        application = opened()
        person = application.openings.first().officer
        question = application.scheme.questions.get(number=11)
        Assignment.objects.create(application=application, question=question, evaluator=person)

        answer = page(sign_in(person), "round_progress", round.pk)
        shown = words(answer)

        assert "You can score after the first checks" in shown
        assert not any(name.startswith("Score question") for name in seen(answer).links)

    def test_reminds_once_a_day(self, sign_in):
        round = RoundFactory()
        application = assigned()
        client = sign_in(an_evaluator(application))

        for _ in range(2):
            post(client, "round_nudge", round.pk, **{"continue": ""})

        sent = messages(subject="Scores outstanding: 6 questions")
        assert len(sent) == 2
        assert "6 questions are waiting" in sent[0].payload["body"]
        assert application.provider.name not in sent[0].payload["body"]
        assert AuditEvent.objects.filter(verb="nudge").count() == 2
