"""Drafting, what-if, publishing and succeeding of evaluation schemes."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contracts.arrangements import drafting
from contracts.arrangements.forms.schemes import SchemeWeights
from contracts.evaluation.what_if import what_if
from contracts.models import (
    Approval,
    Assignment,
    ConflictDeclaration,
    EvaluationScheme,
    ModeratedScore,
    Recommendation,
    RecommendedResult,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.contracts import EvaluationSchemeFactory, the_dps
from tests.factories.evaluating import checked, clear
from tests.tokens import seen_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    person = UserFactory()
    client.force_login(person)
    return person


@pytest.fixture
def draft():
    return EvaluationSchemeFactory(published=False)


def address(name, *args):
    return reverse(f"contracts:{name}", args=args)


def filled(scheme, **changes):
    form = {
        name: "" if value is None else str(value)
        for name, value in SchemeWeights.of(scheme).items()
    }
    return form | changes


def scored(scheme, score, *, decide=True):
    """A past application that was agreed this score on every question."""
    application = checked(scheme=scheme, vehicle=scheme.vehicle)
    officers = [opening.officer for opening in application.openings.select_related("officer")]
    for question in scheme.questions.all():
        for evaluator in officers:
            assignment = Assignment.objects.create(
                application=application, question=question, evaluator=evaluator
            )
            with acting_for(evaluator):
                assignment.scores.create(score=score, rationale="Because. " * 10)
        with acting_for(officers[0]):
            ModeratedScore.objects.create(
                application=application,
                question=question,
                score=score,
                reason="Agreed.",
                chair=officers[0],
                present=["A", "B"],
            )
    if decide:
        _decide(application)
    return application


def _decide(application):
    """Recommended and approved, whatever was not checked."""
    officer, manager = application.openings.first().officer, UserFactory(role=Role.MANAGER)
    clear(application, manager)
    Recommendation.make(
        application, by=officer, result=RecommendedResult.NOT_ADMITTED, text="As scored."
    )
    Approval.give(application, by=manager)


class TestEdit:
    def test_keeps_weights_that_do_not_add_up_and_says_so(self, client, officer, draft):
        first = draft.questions.in_order().first()

        page = client.post(
            address("scheme_edit", draft.pk),
            filled(draft, **{f"weight_{first.pk}": "18.5"}),
            follow=True,
        )

        assert "The weights add up to 98.5. Change them" in page.content.decode()
        first.refresh_from_db()
        assert first.weight == Decimal("18.5")

    def test_keeps_what_was_typed_where_a_field_is_wrong(self, client, officer, draft):
        lot, question = draft.vehicle.lots.first(), draft.questions.first()
        wrong = {f"least_{lot.pk}_{question.pk}": "11", "shortest_rationale": "77"}

        page = client.post(address("scheme_edit", draft.pk), filled(draft, **wrong))

        assert "Enter at most 10: scores go no higher" in page.content.decode()
        assert 'value="77"' in page.content.decode()

    def test_changes_lines(self, client, officer, draft):
        lot, question = draft.vehicle.lots.get(number=1), draft.questions.first()
        changes = {f"total_{lot.pk}": "45", f"least_{lot.pk}_{question.pk}": ""}

        client.post(address("scheme_edit", draft.pk), filled(draft, **changes))

        threshold = draft.thresholds.get(lot=lot)
        assert threshold.total_minimum == 45
        assert threshold.minimums.count() == 5

    def test_is_closed_to_a_published_one(self, client, officer):
        scheme = EvaluationSchemeFactory()

        answer = client.get(address("scheme_edit", scheme.pk))
        assert (answer.status_code, "can only be succeeded" in answer.text) == (409, True)
        assert (
            "cannot be edited" in client.get(address("scheme_detail", scheme.pk)).content.decode()
        )
        with pytest.raises(NotAllowedNow, match="only be succeeded"):
            drafting.take_out_question(scheme.questions.first(), by=officer)


class TestQuestions:
    FACTS = {"number": 17, "section": "Quality", "title": "New", "text": "Say.", "weight": "5",
             "word_limit": 300}  # fmt: skip

    def test_are_added_changed_and_taken_out(self, client, officer, draft):
        client.post(address("question_add", draft.pk), self.FACTS)
        added = draft.questions.get(number=17)
        client.post(address("question_edit", draft.pk, added.pk), self.FACTS | {"title": "Newer"})
        added.refresh_from_db()
        client.post(address("question_remove", draft.pk, added.pk))

        assert added.title == "Newer"
        assert draft.questions.count() == 6

    def test_have_numbers_of_their_own(self, client, officer, draft):
        page = client.post(address("question_add", draft.pk), self.FACTS | {"number": 11})

        assert "There is a question 11 already" in page.content.decode()


class TestPublish:
    def test_is_a_managers(self, client, officer, draft):
        assert client.post(address("scheme_publish", draft.pk)).status_code == 403

    def test_waits_for_a_hundred(self, client, draft):
        client.force_login(UserFactory(role=Role.MANAGER))
        draft.questions.filter(number=11).update(weight=21)

        asked = client.get(address("scheme_publish", draft.pk)).content.decode()
        sent = client.post(address("scheme_publish", draft.pk)).content.decode()

        assert "The weights add up to 101" in asked
        assert "The weights add up to 101" in sent
        assert not EvaluationScheme.objects.get().is_published

    def test_is_confirmed_and_succeeded(self, client, draft):
        client.force_login(UserFactory(role=Role.MANAGER))
        opened = client.get(address("scheme_publish", draft.pk))
        question = draft.questions.order_by("number").first()
        draft.questions.filter(pk=question.pk).update(title="Changed meanwhile")
        shown = client.post(address("scheme_publish", draft.pk), seen_in(opened))
        assert "was changed after you opened this page" in shown.text
        assert not EvaluationScheme.objects.get().is_published
        client.post(address("scheme_publish", draft.pk), seen_in(shown))
        client.post(address("scheme_succeed", draft.pk))
        again = client.post(address("scheme_succeed", draft.pk))

        assert [each.is_published for each in the_dps().schemes.order_by("version")] == [
            True,
            False,
        ]
        assert (again.status_code, "There is a newer version" in again.text) == (409, True)


class TestWhatIf:
    @pytest.fixture
    def scheme(self):
        scheme = EvaluationSchemeFactory()
        for score in ("3", "6", "6.5", "7"):
            scored(scheme, Decimal(score))
        return scheme

    def test_counts_who_would_pass(self, scheme):
        found = {
            (line.lot.number, line.total_minimum): (line.by_total, line.passing)
            for line in what_if(scheme, [Decimal("66")]).lines
        }

        assert found[1, 30] == (4, 4)
        assert [found[2, minimum] for minimum in (60, 65, 66, 70)] == [
            (3, 3),
            (2, 2),
            (1, 1),
            (1, 1),
        ]

    def test_judges_by_a_draft_before_it_is_published(self, scheme):
        draft = scheme.succeed(by=UserFactory())
        draft.thresholds.get(lot__number=2).minimums.update(minimum=7)

        lines = {(each.lot.number, each.total_minimum): each for each in what_if(draft).lines}

        assert (lines[2, 60].by_total, lines[2, 60].passing) == (3, 1)

    def test_leaves_out_who_was_not_asked(self, scheme):
        draft = scheme.succeed(by=UserFactory())
        draft.questions.filter(number=11).update(number=21)

        answer = what_if(draft)

        assert (answer.judged, answer.left_out) == (0, 4)

    def test_leaves_out_what_is_undecided_or_has_a_conflict_of_whom_it_is_told(
        self, client, officer, scheme
    ):
        conflicted = scored(scheme, Decimal(9))
        scored(scheme, Decimal(9), decide=False)
        ConflictDeclaration.declare(conflicted, by=officer, has_conflict=True, details="My cousin.")

        page = client.get(address("scheme_what_if", scheme.pk))

        assert page.context_data["answer"].judged == 4
        assert what_if(scheme).judged == 5

    def test_is_a_page_whose_queries_do_not_grow(self, client, officer, scheme):
        client.get(address("scheme_what_if", scheme.pk))  # what a first look learns is learnt
        with CaptureQueriesContext(connection) as few:
            page = client.get(address("scheme_what_if", scheme.pk), {"minimums": "45, 62.5"})
        scored(scheme, Decimal(9))
        with CaptureQueriesContext(connection) as more:
            client.get(address("scheme_what_if", scheme.pk), {"minimums": "45, 62.5"})

        assert "62.5" in page.content.decode()
        assert len(few) == len(more)

    def test_says_what_it_takes(self, client, officer, scheme):
        page = client.get(address("scheme_what_if", scheme.pk), {"minimums": "many, NaN"})

        assert "Enter numbers from 0 to 100" in page.content.decode()
