"""A school joins: from a round that opened by itself to the placement team's search."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from contracts.models import Application, FindingKind, Membership, Round, RoundStatus, Status
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from nmiss.demo.applying import ANSWERS
from providers.models import DOCUMENT_KINDS
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.applying import applicant, filled
from tests.factories.contracts import RoundFactory
from tests.files.checking import check_files
from tests.files.uploads import pdf
from tests.journeys.days import type_day
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime.timedelta(days=1)
QUESTIONS = range(11, 17)
ANSWER = "A named person rings each family on Friday."
WORDS = "It answers the question with examples of its own."


def choose(page, group, answer):
    page.get_by_role("group", name=group).get_by_label(answer, exact=True).check()


def click(page, words):
    """Follow a link or press a button, whichever of the two it is drawn as."""
    page.get_by_role("button", name=words, exact=True).or_(
        page.get_by_role("link", name=words, exact=True)
    ).first.click()


def says(page, words):
    expect(page.get_by_role("alert").get_by_text(words).first).to_be_visible()


def pass_closing(round):
    """Let the time pass: what is planned for later is over by now."""
    with owners.without("contracts.Round:never_shortened"):
        Round.objects.filter(pk=round.pk).update(closes_at=timezone.now())


def answer(page, application, section, answers):
    """Answer a section as somebody at the screen does, by the names of its fields."""
    page.goto(f"/apply/{application.pk}/sections/{section}/")
    for name, value in answers.items():
        if page.locator(f"main [name={name}_day]").count():
            day = datetime.date.fromisoformat(value)
            for part in ("day", "month", "year"):
                page.locator(f"main [name={name}_{part}]").fill(str(getattr(day, part)))
            continue
        field = page.locator(f"main [name={name}]")
        chosen = value if isinstance(value, list) else [value]
        if field.first.get_attribute("type") in ("checkbox", "radio"):
            for each in chosen:
                page.locator(f"main [name={name}][value='{each}']").check()
        else:
            field.fill(value)
    page.get_by_role("button", name="Save and continue").click()


class TestASchoolJoins:
    """Each person has a window of their own, and stays signed in."""

    @pytest.fixture(autouse=True)
    def _people(self, window, assert_accessible):
        self.window, self.windows, self.look = window, {}, assert_accessible
        self.one, self.two = (UserFactory(role=Role.OFFICER) for _ in range(2))
        self.manager = UserFactory(role=Role.MANAGER)
        self.placements = UserFactory(role=Role.PLACEMENTS)

    def at(self, person, address=None):
        """The window of somebody, at an address."""
        page = self.windows.get(person.pk)
        if page is None:
            page = self.windows[person.pk] = self.window()
            sign_in(page, person)
        if address:
            page.goto(address)
        return page

    def test_from_a_round_that_opened_by_itself_to_the_search(self, tmp_path):
        self.paper = tmp_path / "paper.pdf"
        self.paper.write_bytes(pdf())
        provider, owner = applicant(schools=2)
        another, its_owner = applicant()
        round = RoundFactory(planned=True, opens_at=timezone.now() - DAY)
        reconcile()
        round = Round.objects.get(pk=round.pk)
        assert round.status == RoundStatus.OPEN

        first = self.apply(provider, owner)
        second = filled(submit=True, provider=another, owner=its_owner, lots=(2,))
        self.is_refused(first)
        pass_closing(round)
        reconcile()
        assert Round.objects.get(pk=round.pk).status == RoundStatus.CLOSED

        for application, of_13 in ((first, 7), (second, 5)):
            self.open(application)
            self.find(application, FindingKind.before_scoring())
            self.assign(application)
            self.score_and_agree(application, of_13)
            self.find(application, FindingKind.due_diligence())
            self.recommend_and_approve(application)
        self.release()
        self.is_told_why(second, its_owner)
        self.sign(first, owner)
        self.is_found(provider)

        self.is_evaluated_early(*applicant())

    def apply(self, provider, owner):
        page = self.at(owner)
        page.get_by_role("link", name="Apply", exact=True).click()
        page.get_by_role("button", name="Start an application").click()
        expect(page.get_by_text("0 of 15 sections are completed.")).to_be_visible()
        application = Application.objects.get(provider=provider)

        schools = [str(urn) for urn in provider.schools.values_list("urn", flat=True)]
        answer(page, application, "lots", {"lots": ["1", "2"]})
        answer(page, application, "schools", {"schools": schools})
        needs = {f"needs_{urn}": ["ASD"] for urn in schools}
        answer(page, application, "schools", needs | {f"places_{urn}": "6" for urn in schools})
        for section, answers in ANSWERS.items():
            given = {name: value for name, value in answers.items() if value}
            answer(page, application, section, given)
        for number in QUESTIONS:
            answer(page, application, f"quality-{number}", {"text": f"{ANSWER} ({number})"})
        page.goto(f"/apply/{application.pk}/documents/")
        for kind in (kind for kind in DOCUMENT_KINDS if kind.is_required):
            page.get_by_label("Type of document").select_option(kind.key)
            page.get_by_label("Which file?").set_input_files(self.paper)
            if kind.expires:
                type_day(page, "Expiry date", datetime.date(2035, 1, 1))
            page.get_by_role("button", name="Add this document").click()
            expect(page.get_by_text("paper.pdf is added.")).to_be_visible()
        check_files()

        page.goto(f"/apply/{application.pk}/")
        expect(page.get_by_text("15 of 15 sections are completed.")).to_be_visible()
        click(page, "Check your answers")
        self.look(page)
        page.get_by_role("button", name="Continue to the declaration").click()
        for box in page.get_by_role("checkbox").all():
            box.check()
        page.get_by_role("button", name="Declare and submit").click()
        expect(page.get_by_role("heading", name="Application received")).to_be_visible()
        self.look(page)
        return Application.objects.get(pk=application.pk)

    def is_refused(self, application):
        page = self.at(self.one, f"/applications/{application.pk}/content/")
        expect(page.get_by_role("heading", name="You cannot read this application")).to_be_visible()
        self.look(page)
        assert AuditEvent.objects.filter(verb="try_to_read_sealed").count() == 1

    def open(self, application):
        for officer in (self.one, self.two):
            self.declare(application, officer)
            page = self.at(officer)
            page.get_by_role("button", name="Open this application").click()
            page.get_by_role("button", name="Open this application").click()
        expect(page.get_by_text("is open")).to_be_visible()
        page.get_by_role("link", name="Read the application").click()
        expect(page.get_by_text("rings each family on Friday").first).to_be_visible()

    def declare(self, application, person):
        page = self.at(person, f"/applications/{application.pk}/declare/")
        choose(page, "Do you have a conflict of interest with this applicant?", "No, I have none")
        page.get_by_role("button", name="Declare").click()

    def find(self, application, kinds):
        for kind in kinds:
            page = self.at(self.one, f"/applications/{application.pk}/findings/{kind.value}/")
            choose(page, "Is this passed?", "Passed")
            if kind == FindingKind.DEBARMENT:
                for part in ("day", "month", "year"):
                    of_today = str(getattr(timezone.localdate(), part))
                    page.locator(f"main [name=list_on_{part}]").fill(of_today)
            page.get_by_label("Why?").fill("All is there and in order.")
            page.get_by_role("button", name=re.compile("^Save")).click()
            says(page, "Check saved")

    def assign(self, application):
        page = self.at(self.one, f"/applications/{application.pk}/")
        page.get_by_role("button", name="Assign evaluators").click()
        for person in (self.one, self.two):
            page.get_by_label(person.name, exact=False).check()
        page.get_by_role("button", name="Preview assignments").click()
        page.get_by_role("button", name="Confirm this split").click()
        says(page, "12 scores to give.")

    def score_and_agree(self, application, of_13):
        """Two score each question, blind to one another; then they agree, at one desk."""
        for number in QUESTIONS:
            score = str(of_13 if number == 13 else 7)
            at = f"/applications/{application.pk}/questions/{number}/"
            for person in (self.one, self.two):
                page = self.at(person, f"{at}score/")
                page.get_by_label("Score, from 0 to 10").fill(score)
                page.get_by_label("Rationale").fill(WORDS)
                page.get_by_role("button", name="Save score").click()
                expect(page.get_by_text(f"Score saved for question {number}.")).to_be_visible()
            page = self.at(self.two, f"{at}moderate/")
            page.get_by_label("Agreed score, from 0 to 10").fill(score)
            page.get_by_label("Why this score?").fill(f"What we agreed of {number}. {WORDS}")
            for person in (self.one, self.two):
                page.get_by_role("checkbox", name=person.name).check()
            page.get_by_role("button", name="Save agreed score").click()
            says(page, "is agreed.")

    def recommend_and_approve(self, application):
        page = self.at(self.one, f"/applications/{application.pk}/")
        page.get_by_role("button", name="Recommend an outcome").click()
        page.get_by_label("Summary for the manager").fill("As scored.")
        page.get_by_role("button", name="Recommend this outcome").click()
        says(page, "sent to the managers.")
        self.declare(application, self.manager)
        page = self.at(self.manager, f"/applications/{application.pk}/")
        page.get_by_role("button", name="Approve the recommendation").click()
        for near_the_line in page.get_by_label("I have looked a second time").all():
            near_the_line.check()
        page.get_by_role("button", name="Approve this outcome").click()
        expect(page.get_by_text("Outcome approved")).to_be_visible()

    def release(self):
        page = self.at(self.manager, "/outcomes/")
        click(page, "Preview and send")
        type_day(page, "First day of membership", timezone.localdate())
        self.look(page)
        page.get_by_role("button", name="Send outcome letters").click()
        expect(page.get_by_text("2 outcomes are sent.")).to_be_visible()

    def is_told_why(self, application, owner):
        """Five in question 13, where lot 2 asks for six; the total is well above."""
        page = self.at(owner, f"/applications/{application.pk}/outcome/")
        expect(page.get_by_text("Your schools are not admitted.")).to_be_visible()
        expect(page.get_by_text("below the minimum in question 13")).to_be_visible()
        expect(page.get_by_text("What we agreed of 13.")).to_be_visible()
        self.look(page)
        assert Application.objects.get(pk=application.pk).status == Status.TOLD
        assert not Membership.objects.exists()

    def sign(self, application, owner):
        page = self.at(owner, f"/applications/{application.pk}/outcome/")
        page.get_by_role("link", name="The admission agreement").click()
        click(page, "Sign the agreement")
        self.put_name(page, "Proprietor")
        page = self.at(self.one, "/agreements/")
        click(page, "Countersign")
        self.put_name(page, "Head of commissioning")
        expect(page.get_by_text("Schools admitted: 2.")).to_be_visible()

    def put_name(self, page, capacity):
        page.get_by_label("Your job title").fill(capacity)
        page.get_by_label("I have read this document").check()
        page.get_by_role("button", name="Sign", exact=True).click()
        expect(page.get_by_role("alert").first).to_be_visible()

    def is_found(self, provider):
        page = self.at(self.placements)
        page.get_by_role("link", name="Find a school").click()
        page.get_by_label("DPS", exact=True).select_option("2")
        page.get_by_role("button", name="Apply filters").click()
        shown = page.locator("table:has(#schools) tbody th a")
        expect(shown).to_have_text([school.name for school in provider.schools.by_name()])

    def is_evaluated_early(self, provider, owner):
        application = filled(submit=True, provider=provider, owner=owner)
        assert application.is_queued
        page = self.at(self.one, "/")
        page.get_by_role("link", name="Admission", exact=True).click()
        row = page.get_by_role("row", name=application.reference)
        expect(row).to_contain_text("Queued")
        row.get_by_role("link", name="Evaluate now").click()
        expect(page.get_by_role("heading", name="Evaluate this application now?")).to_be_visible()
        self.look(page)
        page.get_by_role("textbox").first.fill("It would go red in the queue.")
        page.locator("main form button").click()
        expect(page.get_by_role("alert").first).to_be_visible()
        self.open(application)
