"""Two officers open an application and score it blind; what they agree goes to a manager."""

import re

import pytest
from playwright.sync_api import expect

from contracts.models import (
    Application,
    EarlyEvaluation,
    Finding,
    FindingKind,
    ModeratedScore,
    Status,
)
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, received
from tests.factories.evaluating import AGREED, CONTENT, clear, evaluators_of, score_all
from tests.journeys import signing_in
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "It answers the question with examples of its own."


def sign_in(page, person):
    page.context.clear_cookies()
    signing_in.sign_in(page, person)


def fits(page):
    """No page is wider than the screen."""
    page.wait_for_load_state("load")
    expect(page.locator("main h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


def choose(page, group, answer):
    page.get_by_role("group", name=group).get_by_label(answer, exact=True).check()


class TestTwoEvaluatorsScore:
    def test_from_sealed_to_approved_on_a_phone_without_script(self, window, picture):
        page = window(viewport=PHONE, java_script_enabled=False)

        def look(name):
            fits(page)
            picture(page, f"evaluating_{name}_at_a_phone")

        round = RoundFactory()
        application = received(CONTENT)
        one, two = (UserFactory(role=Role.OFFICER) for _ in range(2))
        manager = UserFactory(role=Role.MANAGER)
        EarlyEvaluation.decide(application, by=one, reason="It would go red in the queue.")

        for officer in (one, two):
            sign_in(page, officer)
            page.goto("/applications/")
            look("list")
            page.get_by_role("link", name=application.reference).click()
            look("sealed")
            page.get_by_role("button", name="Declare your interest").click()
            look("declare")
            choose(
                page, "Do you have a conflict of interest with this applicant?", "No, I have none"
            )
            page.get_by_role("button", name="Declare").click()
            page.get_by_role("button", name="Open this application").click()
            look("open")
            page.get_by_role("button", name="Open this application").click()
        expect(page.get_by_text("is open")).to_be_visible()
        look("opened")

        page.get_by_role("link", name="Read the application").click()
        expect(page.get_by_text("Our answer to 16.")).to_be_visible()
        look("content")
        for kind in FindingKind.before_scoring():
            page.goto(f"/applications/{application.pk}/findings/{kind.value}/")
            look("finding")
            choose(page, "Is this passed?", "Passed")
            page.get_by_label("Why?").fill("All is there and in order.")
            page.get_by_role("button", name=re.compile("^Save")).click()
            expect(page.get_by_role("alert").get_by_text("Check saved")).to_be_visible()

        page.goto(f"/applications/{application.pk}/")
        page.get_by_role("button", name="Assign evaluators").click()
        for person in (one, two):
            page.get_by_label(person.name, exact=False).check()
        page.get_by_role("button", name="Preview assignments").click()
        look("assign")
        page.get_by_role("button", name="Confirm this split").click()
        expect(page.get_by_role("alert").get_by_text("12 scores to give.")).to_be_visible()

        page.goto("/scoring/")
        look("scoring")
        expect(page.get_by_text("0 of 6 done.")).to_be_visible()
        page.get_by_role("button", name="Score the next question").click()
        look("score")
        page.get_by_label("Score, from 0 to 10").fill("11")
        page.get_by_label("Rationale").fill(WORDS)
        page.get_by_role("button", name="Save score").click()
        expect(page.get_by_role("alert")).to_contain_text("Enter a score from 0 to 10")
        look("score_refused")
        page.get_by_label("Score, from 0 to 10").fill("7")
        page.get_by_role("button", name="Save score").click()
        expect(page.get_by_text("Score saved for question 11.")).to_be_visible()
        page.goto(f"/applications/{application.pk}/questions/11/")
        expect(page.get_by_text("This is yours alone.")).to_be_visible()
        look("blind")
        page.goto(f"/rounds/{round.pk}/progress/")
        look("progress")

        score_all(application)
        page.goto(f"/applications/{application.pk}/questions/11/")
        page.get_by_role("button", name="Agree the score").click()
        look("agree")
        page.get_by_label("Agreed score, from 0 to 10").fill("7")
        page.get_by_label("Why this score?").fill(WORDS)
        for person in (one, two):
            page.get_by_role("checkbox", name=person.name).check()
        page.get_by_role("button", name="Save agreed score").click()
        expect(page.get_by_role("alert").get_by_text("is agreed.")).to_be_visible()
        self.agree_the_rest(application, one)

        page.goto(f"/applications/{application.pk}/")
        look("ready")
        page.get_by_role("button", name="Recommend an outcome").click()
        look("recommend")
        page.get_by_label("Summary for the manager").fill("As scored.")
        page.get_by_role("button", name="Recommend this outcome").click()
        expect(page.get_by_role("alert").get_by_text("sent to the managers.")).to_be_visible()

        clear(application, manager)
        sign_in(page, manager)
        look("home")
        page.goto(f"/applications/{application.pk}/")
        page.get_by_role("button", name="Approve the recommendation").click()
        look("approve")
        page.get_by_role("button", name="Approve this outcome").click()
        expect(page.get_by_text("Outcome approved")).to_be_visible()
        page.get_by_role("link", name="Evaluation report").click()
        look("report")
        assert Application.objects.get().status == Status.APPROVED

    def agree_the_rest(self, application, chair):
        application = Application.objects.get(pk=application.pk)
        for question in application.scheme.questions.exclude(number=11):
            ModeratedScore.agree(
                application,
                question,
                by=chair,
                score=7,
                reason=AGREED,
                present=evaluators_of(application, question),
            )
        for kind in FindingKind.due_diligence():
            Finding.make(application, kind, by=chair, passed=True, reason="All of it is in order.")
