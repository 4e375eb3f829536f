"""The pages on which an outcome is recommended and approved; and what no page does now."""

import hashlib

import pytest
from django.utils import timezone

from contracts.evaluation import assigning, deciding
from contracts.membership import releasing
from contracts.models import (
    Application,
    Status,
)
from nmiss.base.accounts.models import Role
from tests.contracts.evaluation.pages import page, post, words
from tests.factories.accounts import UserFactory
from tests.factories.contracts import opened
from tests.factories.evaluating import (
    CONTENT,
    REASON,
    an_evaluator,
    approve,
    assigned,
    checked,
    clear,
    diligent,
    recommend,
    recommended,
    score_all,
)
from tests.seen import as_read, seen

pytestmark = pytest.mark.django_db


class TestNotNow:
    """Where the role is right and only the time is wrong, the page says so (409)."""

    def refused(self, client, name, *args):
        answer = page(client, name, *args)
        assert answer.status_code == 409
        assert "This cannot be done now" in words(answer)
        return words(answer)

    def test_scored_before_the_checks(self, sign_in):
        people = [UserFactory() for _ in range(2)]
        application = opened(CONTENT)
        clear(application, *people)
        assigning.assign(assigning.plan([application], people, each=2), by=people[0])
        client = sign_in(people[0])

        said = self.refused(client, "question_score", application.pk, 11)

        assert "You can score after the first checks" in said

    def test_scored_already(self, sign_in):
        application = assigned()
        client = sign_in(application.assignments.first().evaluator)
        score_all(application)

        said = self.refused(client, "question_score", application.pk, 11)

        assert "Everyone has scored this question" in said

    def test_agreed_already(self, sign_in):
        application = diligent()
        client = sign_in(application.assignments.first().evaluator)

        for name in ("question_score", "question_moderate"):
            assert "is agreed" in self.refused(client, name, application.pk, 11)

    def test_opened_already(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(application.openings.first().officer)

        assert "is open and being evaluated" in self.refused(
            client, "application_open", application.pk
        )

    @pytest.mark.parametrize(
        ("name", "args"),
        [
            ("application_finding", ["register"]),
            ("application_assign", []),
            ("application_recommend", []),
        ],
    )
    def test_recommended_already(self, sign_in, name, args):
        application = recommended()
        client = sign_in(application.openings.first().officer)

        assert "is recommended already" in self.refused(client, name, application.pk, *args)

    def test_not_recommended_yet(self, sign_in):
        application = diligent()
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        for name in ("application_approve", "application_send_back"):
            assert "being evaluated" in self.refused(client, name, application.pk)

    def test_told_already(self, sign_in):
        application = recommended()
        manager = an_evaluator(application, role=Role.MANAGER)
        approve(application, by=manager)
        releasing.tell_by_letter(application, by=manager, on=timezone.localdate(), starts_on=None)

        assert "was sent already" in self.refused(
            sign_in(UserFactory()), "application_declare_interest", application.pk
        )


class TestDecide:
    def test_recommends_what_it_comes_to(self, sign_in):
        application = diligent()
        client = sign_in(an_evaluator(application))

        read = page(client, "application_recommend", application.pk)
        assert seen(post(client, "application_recommend", application.pk)).wrong
        given = {"recommendation": "As scored.", "seen": as_read(read)}
        post(client, "application_recommend", application.pk, **given)

        assert Application.objects.get().status == Status.RECOMMENDED

    def test_not_while_something_is_missing(self, sign_in):
        application = checked()
        client = sign_in(an_evaluator(application))

        refused = page(client, "application_recommend", application.pk)
        assert refused.status_code == 409
        assert "Complete the “Debarment list” check." in words(refused)

    def test_in_at_most_5000_characters(self, sign_in):
        application = diligent()
        client = sign_in(an_evaluator(application))

        answer = post(
            client, "application_recommend", application.pk, recommendation="As scored. " * 500
        )

        assert seen(answer).wrong
        assert Application.objects.get().status == Status.EVALUATED

    def test_a_manager_approves_and_the_report_stands(self, sign_in):
        application = recommended()
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        shown = page(client, "application_approve", application.pk)
        assert "Lot 2" in words(shown)
        assert '<td class="govuk-table__cell">70</td>' in words(shown)
        assert REASON not in words(shown)
        post(client, "application_approve", application.pk, seen=as_read(shown))

        report = page(client, "application_report", application.pk)
        assert "The file is the report as it was approved" in words(report)
        file = page(client, "application_report_file", application.pk)
        content = b"".join(file.streaming_content)
        assert REASON in content.decode()
        assert hashlib.sha256(content).hexdigest() in words(report)

    def test_what_lies_near_a_line_is_looked_at_again(self, sign_in):
        application = recommended(scores=dict.fromkeys(range(11, 17), 6))
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        read = as_read(page(client, "application_approve", application.pk))

        answer = post(client, "application_approve", application.pk, seen=read)

        assert seen(answer).wrong
        post(client, "application_approve", application.pk, looked_again="on", seen=read)
        assert Application.objects.get().status == Status.APPROVED

    def test_a_recommendation_that_was_made_anew_is_read_before_it_is_approved(self, sign_in):
        application = recommended()
        manager, other = (an_evaluator(application, role=Role.MANAGER) for _ in range(2))
        officer = application.openings.first().officer
        client = sign_in(manager)
        read = as_read(page(client, "application_approve", application.pk))
        deciding.send_back(application, by=other, reason="It reads thin.")
        recommend(application, by=officer, recommendation="See the minutes.")

        answer = post(client, "application_approve", application.pk, seen=read)

        assert "This recommendation was changed after you opened this page" in words(answer)
        assert Application.objects.get().status == Status.RECOMMENDED
        read = as_read(page(client, "application_approve", application.pk))
        post(client, "application_approve", application.pk, seen=read)
        assert Application.objects.get().status == Status.APPROVED

    def test_not_by_who_took_part(self, sign_in):
        manager = UserFactory(role=Role.MANAGER)
        application = recommended(people=[manager, UserFactory()])

        refused = page(sign_in(manager), "application_approve", application.pk)

        assert refused.status_code == 409
        assert "You took part in evaluating it: another manager decides." in words(refused)

    def test_sends_back_with_a_reason(self, sign_in):
        application = recommended()
        client = sign_in(an_evaluator(application, role=Role.MANAGER))

        assert seen(post(client, "application_send_back", application.pk)).wrong
        post(client, "application_send_back", application.pk, reason="Question 12 reads thin.")

        assert Application.objects.get().status == Status.EVALUATED
        officer = sign_in(application.openings.first().officer)
        assert "Question 12 reads thin." in words(
            page(officer, "application_detail", application.pk)
        )
        assert "Agree the score again" in words(
            page(officer, "question_detail", application.pk, 12)
        )
        officer.force_login(UserFactory(role=Role.OFFICER))
        assert "thin" not in words(page(officer, "application_detail", application.pk))

    def test_the_council_reads_no_other_bid(self, sign_in):
        application, other = opened(CONTENT), opened(CONTENT)
        person = an_evaluator(application)

        assert page(sign_in(person), "application_content", other.pk).status_code == 403
        clear(other, person)
        assert page(sign_in(person), "application_content", other.pk).status_code == 200
