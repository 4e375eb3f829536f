"""A school is suspended and reinstated, then removed; another leaves of its own will."""

import datetime

import pytest
from django.db.models import F
from playwright.sync_api import expect

from contracts.models import Membership, Suspension
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.templatetags.components import day
from placements.models import Placement
from tests.factories.accounts import UserFactory
from tests.factories.joining import in_force, today
from tests.factories.providers import SchoolFactory
from tests.journeys import signing_in
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.days import type_day
from tests.outbox import messages

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime.timedelta(days=1)
SUSPENDED = "An inspection found that staff are not checked."
REINSTATED = "The inspection of this week found all in order."
REMOVED = "The school closes its sixth form, which was all of its places."
LEFT = "We sell the school."


def sign_in(page, person):
    page.context.clear_cookies()
    signing_in.sign_in(page, person)


def banner(page, words):
    expect(page.get_by_role("alert").get_by_text(words)).to_be_visible()


def pass_a_day():
    """Let a day pass: what began and ended on a day did so on the day before."""
    Membership.objects.update(admitted_on=F("admitted_on") - DAY, left_on=F("left_on") - DAY)
    Suspension.objects.update(starts_on=F("starts_on") - DAY, ends_on=F("ends_on") - DAY)


@pytest.mark.parametrize("options", [{}, {"viewport": PHONE, "java_script_enabled": False}])
class TestAMembershipIsSuspended:
    @pytest.fixture(autouse=True)
    def _county(self, window, assert_accessible, picture, take_placements, options):
        self.page, self.is_desk = window(**options), not options
        self.assert_accessible, self.picture = assert_accessible, picture
        self.officer = UserFactory(role=Role.OFFICER)
        self.placements = UserFactory(role=Role.PLACEMENTS)
        self.cedar, self.elm = SchoolFactory(name="Cedar Court"), SchoolFactory(name="Elm Edge")
        agreement = in_force(schools=[self.cedar, self.elm], starts_on=today())
        self.owner = agreement.provider.owners().get().user
        Membership.objects.update(admitted_on=today(-100))
        take_placements(
            {"school_urn": self.cedar.urn, "route": "call_off", "starts_on": str(today(-50))}
        )
        assert Placement.objects.get().lot.number == 2
        OutboxMessage.objects.all().delete()

    def look(self, name):
        page = self.page
        expect(page.locator("main h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
        if self.is_desk:
            self.assert_accessible(page)
        self.picture(page, f"joining_{name}_at_a_{'desk' if self.is_desk else 'phone'}")

    def test_from_the_notice_to_the_last_day(self):
        self.is_offered("Cedar Court", "Elm Edge")
        self.is_suspended()
        self.provider_reads_why()
        self.is_offered("Elm Edge")
        self.places_stay()
        pass_a_day()
        self.is_reinstated()
        self.is_offered("Cedar Court", "Elm Edge")
        self.is_asked_to_renew()
        self.is_removed()
        self.leaves()
        self.is_offered("Cedar Court", "Elm Edge")  # the last day counts
        pass_a_day()
        self.is_offered()
        self.places_stay(tag="")

    def open_membership(self, school):
        page = self.page
        sign_in(page, self.officer)
        page.goto("/admission/")
        page.get_by_role("link", name="Memberships", exact=True).click()
        page.get_by_role("link", name=school.name).click()
        expect(page.get_by_role("heading", name=school.name, level=1)).to_be_visible()

    def is_suspended(self):
        page = self.page
        self.open_membership(self.cedar)
        self.look("membership")
        page.get_by_role("button", name="Suspend the school").click()
        expect(page.get_by_text(f"We email {self.owner.name}.")).to_be_visible()
        page.get_by_role("button", name="Suspend the school").click()
        expect(
            page.get_by_role("alert").get_by_text("Enter why you are suspending this school")
        ).to_be_visible()
        self.look("suspend")
        page.get_by_label("Why").fill(SUSPENDED)
        page.get_by_role("button", name="Suspend the school").click()
        banner(page, f"Cedar Court is suspended from {day(today())}.")
        row = page.get_by_role("row", name=SUSPENDED)
        expect(row).to_contain_text("Until reinstated")
        expect(row.get_by_role("cell", name=day(today()))).to_be_visible()
        expect(page.get_by_role("button", name="Suspend the school")).to_have_count(0)
        expect(page.get_by_role("button", name="Reinstate the school")).to_be_visible()
        self.look("suspended")
        self.is_emailed("Cedar Court is suspended", SUSPENDED, day(today()))

    def is_emailed(self, subject, *words):
        (message,) = messages(to=self.owner.email)
        assert message.payload["subject"].startswith(subject)
        for each in (*words, "/our-memberships/"):
            assert each in message.payload["body"]
        OutboxMessage.objects.all().delete()

    def provider_reads_why(self):
        page = self.page
        sign_in(page, self.owner)
        page.get_by_role("link", name="Our memberships and agreements").click()
        expect(page.get_by_role("row", name="Cedar Court")).to_contain_text("Suspended")
        expect(page.get_by_role("row", name="Elm Edge")).to_contain_text("Admitted")
        self.look("our_memberships")
        page.get_by_role("link", name="Cedar Court").click()
        expect(page.get_by_text(f"Why: {SUSPENDED}")).to_be_visible()
        for words in ("Suspend the school", "Reinstate the school", "Remove the school"):
            expect(page.get_by_role("button", name=words)).to_have_count(0)
        self.look("our_suspended_school")

    def is_offered(self, *names):
        """What the placement team finds where it looks for a school for a new place."""
        page = self.page
        sign_in(page, self.placements)
        page.goto("/schools/")
        if page.viewport_size["width"] < DESK["width"]:
            page.get_by_text("Filters", exact=True).click()
        page.get_by_label("DPS", exact=True).select_option("open")
        page.get_by_role("button", name="Apply filters").click()
        expect(page.get_by_role("link", name="Remove this filter: DPS")).to_be_visible()
        assert page.locator("table:has(#schools) tbody th a").all_inner_texts() == list(names)

    def places_stay(self, tag="Suspended"):
        """The child who is placed there stays, as a call-off from the lot."""
        page = self.page
        page.goto("/schools/?member=2" if tag else "/schools/")
        row = page.get_by_role("row", name="Cedar Court")
        expect(row).to_contain_text(tag)
        row.get_by_role("link", name="Cedar Court").click()
        expect(page.get_by_role("row", name="C1")).to_contain_text("Call-off from the DPS (Lot 2)")
        self.look("places_of_a_suspended_school" if tag else "places_of_a_removed_school")

    def is_reinstated(self):
        page = self.page
        self.open_membership(self.cedar)
        page.get_by_role("button", name="Reinstate the school").click()
        page.get_by_label("Why").fill(REINSTATED)
        self.look("reinstate")
        page.get_by_role("button", name="Reinstate the school").click()
        banner(page, f"Cedar Court is reinstated from {day(today())}.")
        expect(page.get_by_role("row", name=SUSPENDED)).to_contain_text(REINSTATED)
        expect(page.get_by_role("row", name=SUSPENDED)).to_contain_text(day(today(-1)))
        self.look("reinstated")
        self.is_emailed("Cedar Court is reinstated", REINSTATED)

    def is_asked_to_renew(self):
        page = self.page
        self.open_membership(self.cedar)
        page.get_by_role("button", name="Ask for a renewed self-declaration").click()
        self.look("ask_to_renew")
        page.get_by_role("button", name="Ask for it").click()
        expect(page.get_by_text("Not answered yet")).to_be_visible()
        expect(page.get_by_role("button", name="Ask for a renewed")).to_have_count(0)
        OutboxMessage.objects.all().delete()

    def is_removed(self):
        page = self.page
        self.open_membership(self.cedar)
        page.get_by_role("button", name="Remove the school").click()
        type_day(page, "Last day of membership", today())
        page.get_by_label("Why").fill(REMOVED)
        self.look("remove")
        page.get_by_role("button", name="Remove the school").click()
        banner(page, f"Cedar Court is removed: its last day is {day(today())}.")
        expect(page.get_by_text(REMOVED)).to_be_visible()
        expect(page.get_by_role("button", name="Remove the school")).to_have_count(0)
        self.look("removed")
        self.is_emailed("Cedar Court is removed", REMOVED, day(today()))

    def leaves(self):
        page = self.page
        sign_in(page, self.owner)
        page.goto("/our-memberships/")
        expect(page.get_by_role("link", name="Renew the self-declaration")).to_be_visible()
        self.look("our_memberships_need_us")
        page.get_by_role("link", name="Elm Edge").click()
        page.get_by_role("button", name="Leave this lot").click()
        type_day(page, "Last day of membership", today())
        page.get_by_label("Why").fill(LEFT)
        self.look("leave")
        page.get_by_role("button", name="Leave the lot").click()
        banner(page, f"Elm Edge leaves: its last day is {day(today())}.")
        expect(page.get_by_text(LEFT)).to_be_visible()
        self.is_emailed("Elm Edge leaves", LEFT, day(today()))
