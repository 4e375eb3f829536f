"""An option to extend, from the reminder to letters and replies, and to its first day."""

import pytest
from playwright.sync_api import expect

from contracts.models import Membership
from nmiss.base.accounts.models import Role
from providers.models import Provider
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.factories.extending import DAY, a_member, advice, an_option
from tests.factories.placements import PlacementFactory
from tests.journeys import signing_in

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "We sell the site next summer."
QUESTION = "Do our fees change with the extension?"
ANSWER = "No. Ask for other fees in the yearly window."


class TestAVehicleIsExtended:
    @pytest.fixture(autouse=True)
    def _arrangement(self, window, phone, assert_accessible, picture):
        self.desk, self.phone = window(), phone
        self.assert_accessible, self.picture = assert_accessible, picture
        self.officer, self.manager = UserFactory(role=Role.OFFICER), UserFactory(role=Role.MANAGER)
        self.option = an_option()
        self.owner, self.leaving = a_member(self.option), a_member(self.option)
        self.decision = a_decision(self.option.vehicle)
        school = Membership.objects.get(provider__members__user=self.leaving).school
        PlacementFactory(school=school)

    def test_from_the_reminder_to_the_first_day(self):
        self.is_proposed()
        self.is_decided()
        self.is_told()
        self.owner_asks()
        self.officer_answers()
        self.owner_accepts()
        self.officer_records_a_reply()
        self.children_are_listed()
        self.takes_effect()

    def come_in(self, page, person):
        page.context.clear_cookies()
        signing_in.sign_in(page, person)
        return page

    def look(self, page, name):
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
        self.assert_accessible(page)
        self.picture(page, f"extending_{name}")

    def says(self, page, words):
        expect(page.get_by_role("alert").get_by_text(words)).to_be_visible()

    def is_proposed(self):
        page = self.come_in(self.desk, self.officer)
        page.get_by_role("link", name="Propose or let lapse option 1 of Another DPS").click()
        page.get_by_role("button", name="Propose option").click()
        page.get_by_label("Reason").fill("No successor is ready.")
        page.get_by_role("button", name="Propose option").click()
        self.says(page, "Option 1 is proposed.")

    def is_decided(self):
        page = self.come_in(self.desk, self.manager)
        page.get_by_role("link", name="Record the decision on option 1 of Another DPS").click()
        page.get_by_role("button", name="Record decision").click()
        page.get_by_label("Published decision").select_option(str(self.decision.pk))
        page.get_by_role("button", name="Record decision").click()
        self.says(page, "Option 1 is decided.")

    def is_told(self):
        page = self.come_in(self.desk, self.officer)
        page.get_by_role("link", name="Notify providers of option 1 of Another DPS").click()
        page.get_by_role("button", name="Notify providers").click()
        self.look(page, "notify")
        page.get_by_label("Reference of the published notice").fill(advice()["notice_reference"])
        page.get_by_label("Legal advice on the value").fill(advice()["override"])
        page.get_by_role("button", name="Notify providers").click()
        self.says(page, "Option 1 is notified.")
        page.get_by_role("link", name="Letters and replies").click()
        expect(page.get_by_text("2 letters sent: 0 accepted, 0 declined")).to_be_visible()

    def owner_asks(self):
        page = self.come_in(self.phone, self.owner)
        page.get_by_role("link", name="Reply to the extension letter").click()
        expect(page.get_by_role("heading", name="Your choice")).to_be_visible()
        self.look(page, "letter")
        with page.expect_download() as download:
            page.get_by_role("link", name="Download this letter (PDF)").click()
        assert download.value.path().read_bytes().startswith(b"%PDF")
        page.get_by_role("button", name="Ask a question").click()
        page.get_by_label("Your question").fill(QUESTION)
        self.look(page, "question")
        page.get_by_role("button", name="Send question").click()
        self.says(page, "We have your question.")

    def officer_answers(self):
        page = self.come_in(self.desk, self.officer)
        page.get_by_role("link", name="Answer a question about the extension").click()
        expect(page.get_by_text(QUESTION)).to_be_visible()
        page.get_by_label("Your answer").fill(ANSWER)
        page.get_by_role("button", name="Send answer").click()
        self.says(page, "We have emailed your answer")

    def owner_accepts(self):
        page = self.phone
        page.reload()
        expect(page.get_by_text(ANSWER)).to_be_visible()
        page.get_by_role("button", name="Reply", exact=True).click()
        page.get_by_label("No, our schools leave").check()
        page.get_by_role("button", name="Send reply").click()
        self.says(page, "Enter why you decline")
        self.look(page, "reply")
        page.get_by_label("Yes, our schools stay members").check()
        page.get_by_role("button", name="Send reply").click()
        self.says(page, "The reply is recorded: accepted.")

    def officer_records_a_reply(self):
        page = self.desk
        page.get_by_role("link", name="All replies").click()
        name = Provider.objects.get(members__user=self.leaving).name
        page.get_by_role("link", name=f"Record a reply of {name}").click()
        page.get_by_label("No, its schools leave").check()
        page.get_by_label("Reason (if the provider declines)").fill(WHY)
        page.get_by_label("How did the reply come?").fill("A letter of 3 June")
        page.get_by_role("button", name="Record reply").click()
        page.get_by_role("link", name="All replies").click()
        expect(page.get_by_text("1 accepted, 1 declined, 0 without a reply")).to_be_visible()
        self.look(page, "board")

    def children_are_listed(self):
        page = self.desk
        page.get_by_role("link", name="Children at schools that leave").click()
        expect(page.get_by_text("1 child at 1 school whose provider declined")).to_be_visible()
        self.look(page, "children")

    def takes_effect(self):
        page = self.come_in(self.desk, self.manager)
        page.goto(f"/options/{self.option.pk}/")
        page.get_by_role("button", name="Put option into effect").click()
        page.get_by_role("button", name="Put option into effect").click()
        self.says(page, "Option 1 is in effect.")
        left = Membership.objects.get(provider__members__user=self.leaving)
        assert (left.left_on, left.leaving_reason) == (self.option.starts_on - DAY, WHY)
        assert Membership.objects.get(provider__members__user=self.owner).left_on is None
