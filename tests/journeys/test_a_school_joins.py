"""A school joins: from a round that opened by itself to the placement team's search."""

import datetime
from decimal import Decimal

import pgtrigger
import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from contracts.applying import sealing
from contracts.evaluating import assigning, deciding
from contracts.models import (
    Application,
    ConflictDeclaration,
    Finding,
    FindingKind,
    Membership,
    ModeratedScore,
    Opening,
    Round,
    RoundStatus,
    Status,
)
from contracts.rounds.reconciling import reconcile
from nmiss.accounts.models import Role
from nmiss.core.models import AuditEvent
from nmiss.demo.applying import fill
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import RoundFactory
from tests.factories.evaluating import AGREED, clear, evaluators_of, score_all

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime.timedelta(days=1)
WORDS = "It answers the question with examples of its own."


def sign_in(page, person):
    cache.clear()
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign in")).to_have_count(0)


def choose(page, group, answer):
    page.get_by_role("group", name=group).get_by_label(answer, exact=True).check()


def click(page, words):
    """Follow a link or press a button, whichever of the two it is drawn as."""
    page.get_by_role("button", name=words, exact=True).or_(
        page.get_by_role("link", name=words, exact=True)
    ).first.click()


def pass_closing(round):
    """Let the time pass: what is planned for later is over by now."""
    with pgtrigger.ignore("contracts.Round:never_shortened"):
        Round.objects.filter(pk=round.pk).update(closes_at=timezone.now())


def opened_by(application, officers):
    for officer in officers:
        ConflictDeclaration.declare(application, by=officer, has_conflict=False)
        Opening.add(application, by=officer)


def make_findings(application, kinds, by):
    for kind in kinds:
        Finding.make(application, kind, by=by, passed=True, reason="All is there and in order.")


def agree(application, by, scores):
    done = set(application.moderated_scores.values_list("question", flat=True))
    for question in application.scheme.questions.in_order():
        if question.pk not in done:
            ModeratedScore.agree(
                application,
                question,
                by=by,
                score=Decimal(scores.get(question.number, 7)),
                reason=f"What we agreed of question {question.number}. {AGREED}",
                present=evaluators_of(application, question),
            )


class TestASchoolJoins:
    @pytest.fixture(autouse=True)
    def _people(self, page, assert_accessible):
        self.page, self.look = page, lambda: assert_accessible(page)
        self.one, self.two = (UserFactory(role=Role.OFFICER) for _ in range(2))
        self.manager = UserFactory(role=Role.MANAGER)
        self.placements = UserFactory(role=Role.PLACEMENTS)

    def test_from_a_round_that_opened_by_itself_to_the_search(self):
        provider, owner = applicant(schools=2)
        another, _ = others = applicant()
        batch = RoundFactory(planned=True, opens_at=timezone.now() - DAY)
        reconcile()
        batch = Round.objects.get(pk=batch.pk)
        assert batch.status == RoundStatus.OPEN

        first = self.apply(provider, owner)
        second = filled(submit=True, provider=another, owner=others[1], lots=(2,))
        self.is_refused(first)
        pass_closing(batch)
        reconcile()
        assert Round.objects.get(pk=batch.pk).status == RoundStatus.CLOSED

        self.open_and_check(first)
        self.score_and_agree(first)
        self.recommend_and_approve(first)
        self.falls_short_by_one(second)
        self.release()
        self.is_told_why(second, others[1])
        self.sign(first, owner)
        self.is_found(provider)

        self.is_evaluated_early(*applicant())

    def apply(self, provider, owner):
        page = self.page
        sign_in(page, owner)
        page.get_by_role("link", name="Apply", exact=True).click()
        page.get_by_role("button", name="Start an application").click()
        expect(page.get_by_text("0 of 15 sections are completed.")).to_be_visible()
        page.get_by_role("link", name="Lots").click()
        page.get_by_label("Lot 2").check()
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_text("1 of 15 sections are completed.")).to_be_visible()

        application = Application.objects.get(provider=provider)
        with sealing.acting_for(owner):
            fill(application, (1, 2), list(provider.schools.by_name()), {}, by=owner)
        page.goto(f"/apply/{application.pk}/")
        expect(page.get_by_text("15 of 15 sections are completed.")).to_be_visible()
        self.look()
        click(page, "Check your answers")
        page.get_by_role("button", name="Continue to the declaration").click()
        for box in page.get_by_role("checkbox").all():
            box.check()
        page.get_by_role("button", name="Declare and submit").click()
        expect(page.get_by_role("heading", name="Application received")).to_be_visible()
        self.look()
        return Application.objects.get(pk=application.pk)

    def is_refused(self, application):
        page = self.page
        sign_in(page, self.one)
        page.goto(f"/applications/{application.pk}/content/")
        expect(page.get_by_role("heading", name="You cannot read this application")).to_be_visible()
        self.look()
        assert AuditEvent.objects.filter(verb="try_to_read_sealed").count() == 1

    def open_and_check(self, application):
        page = self.page
        for officer in (self.one, self.two):
            sign_in(page, officer)
            page.goto(f"/applications/{application.pk}/declare/")
            choose(page, "Have you a conflict of interest with this applicant?", "No, I have none")
            page.get_by_role("button", name="Declare").click()
            page.get_by_role("button", name="Open this application").click()
            page.get_by_role("button", name="Open this application").click()
        expect(page.get_by_text("is open")).to_be_visible()
        self.look()
        page.get_by_role("link", name="Read the application").click()
        expect(page.get_by_text("A named person rings each family on Friday")).to_be_visible()
        self.look()
        make_findings(application, FindingKind.before_scoring()[1:], self.one)
        self.find(application, FindingKind.COMPLETENESS)

    def find(self, application, kind):
        page = self.page
        page.goto(f"/applications/{application.pk}/findings/{kind.value}/")
        choose(page, "Is this passed?", "Passed")
        page.get_by_label("Why?").fill("All is there and in order.")
        page.get_by_role("button", name="Keep this finding").click()
        expect(page.get_by_role("alert").get_by_text("is kept.")).to_be_visible()

    def score_and_agree(self, application):
        page = self.page
        page.get_by_role("button", name="Assign evaluators").click()
        for person in (self.one, self.two):
            page.get_by_label(person.name, exact=False).check()
        page.get_by_role("button", name="Preview the split").click()
        page.get_by_role("button", name="Confirm this split").click()
        expect(page.get_by_role("alert").get_by_text("12 scores are asked for.")).to_be_visible()
        for person in (self.one, self.two):
            sign_in(page, person)
            page.goto(f"/applications/{application.pk}/questions/11/score/")
            page.get_by_label("Score, from 0 to 10").fill("7")
            page.get_by_label("Rationale").fill(WORDS)
            page.get_by_role("button", name="Keep this score").click()
            expect(page.get_by_text("Your score of question 11 is kept.")).to_be_visible()
        score_all(application)
        page.goto(f"/applications/{application.pk}/questions/11/moderate/")
        page.get_by_label("Agreed score, from 0 to 10").fill("7")
        page.get_by_label("Why this score?").fill(WORDS)
        for person in (self.one, self.two):
            page.get_by_role("checkbox", name=person.name).check()
        page.get_by_role("button", name="Keep the agreed score").click()
        expect(page.get_by_role("alert").get_by_text("is agreed.")).to_be_visible()
        agree(application, self.two, {})

    def recommend_and_approve(self, application):
        page = self.page
        make_findings(application, FindingKind.due_diligence()[1:], self.two)
        self.find(application, FindingKind.DEBARMENT)
        page.get_by_role("button", name="Recommend an outcome").click()
        page.get_by_label("What should the manager know?").fill("As scored.")
        page.get_by_role("button", name="Recommend this outcome").click()
        expect(page.get_by_role("alert").get_by_text("is before the managers.")).to_be_visible()
        sign_in(page, self.manager)
        clear(application, self.manager)
        page.goto(f"/applications/{application.pk}/")
        page.get_by_role("button", name="Approve the recommendation").click()
        self.look()
        page.get_by_role("button", name="Approve this outcome").click()
        expect(page.get_by_text("The outcome is approved")).to_be_visible()

    def falls_short_by_one(self, application):
        """Five in question 13, where lot 2 asks for six; the total is well above."""
        application.refresh_from_db()
        officers = [self.one, self.two]
        opened_by(application, officers)
        make_findings(application, FindingKind, self.one)
        assigning.assign(assigning.plan([application], officers, each=2), by=self.one)
        score_all(application)
        agree(application, self.one, {13: 5})
        deciding.recommend(application, by=self.one, recommendation="As scored.")
        clear(application, self.manager)
        deciding.approve(application, by=self.manager)

    def release(self):
        page = self.page
        page.goto("/outcomes/")
        self.look()
        click(page, "Preview and tell")
        page.get_by_label("First day of membership").fill(timezone.localdate().isoformat())
        self.look()
        page.get_by_role("button", name="Tell these outcomes").click()
        expect(page.get_by_text("2 outcomes are told.")).to_be_visible()

    def is_told_why(self, application, owner):
        page = self.page
        sign_in(page, owner)
        page.goto(f"/applications/{application.pk}/outcome/")
        expect(page.get_by_text("Your schools are not admitted.")).to_be_visible()
        expect(page.get_by_text("below the minimum in question 13")).to_be_visible()
        expect(page.get_by_text("What we agreed of question 13.")).to_be_visible()
        self.look()
        assert Application.objects.get(pk=application.pk).status == Status.TOLD
        assert not Membership.objects.exists()

    def sign(self, application, owner):
        page = self.page
        sign_in(page, owner)
        page.goto(f"/applications/{application.pk}/outcome/")
        page.get_by_role("link", name="The admission agreement").click()
        self.look()
        click(page, "Sign the agreement")
        self.put_name("Proprietor")
        sign_in(page, self.one)
        page.goto("/agreements/")
        self.look()
        click(page, "Countersign")
        self.put_name("Head of commissioning")
        expect(page.get_by_text("Schools admitted: 2.")).to_be_visible()

    def put_name(self, capacity):
        page = self.page
        page.get_by_label("In which capacity you sign").fill(capacity)
        page.get_by_label("I have read what I sign").check()
        page.get_by_role("button", name="Sign", exact=True).click()
        expect(page.get_by_role("alert").first).to_be_visible()

    def is_found(self, provider):
        page = self.page
        sign_in(page, self.placements)
        page.get_by_role("link", name="Find a school").click()
        page.get_by_label("DPS", exact=True).select_option("2")
        page.get_by_role("button", name="Apply filters").click()
        self.look()
        shown = page.locator("table:has(#schools) tbody th a").all_inner_texts()
        assert shown == [school.name for school in provider.schools.by_name()]

    def is_evaluated_early(self, provider, owner):
        page = self.page
        application = filled(submit=True, provider=provider, owner=owner)
        assert application.is_queued
        sign_in(page, self.one)
        page.get_by_role("link", name="Admission", exact=True).click()
        row = page.get_by_role("row", name=application.reference)
        expect(row).to_contain_text("Queued")
        self.look()
        row.get_by_role("link", name="Evaluate now").click()
        expect(page.get_by_role("heading", name="Evaluate this application now?")).to_be_visible()
        self.look()
        page.get_by_role("textbox").first.fill("It would go red in the queue.")
        page.locator("main form button").click()
        expect(page.get_by_role("alert").first).to_be_visible()
        opened_by(Application.objects.get(pk=application.pk), [self.one, self.two])
        page.goto(f"/applications/{application.pk}/content/")
        expect(page.get_by_text("A named person rings each family on Friday")).to_be_visible()
