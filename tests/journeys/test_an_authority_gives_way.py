"""An authority is reorganised: districts mapped, a straddling postcode settled, done by two."""

import pytest
from playwright.sync_api import expect

from nmiss.base.accounts.models import Role
from placements.reorganising.models import Reorganisation
from placements.tasks import reorganise
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.reorganising import a_reorganisation, districts_mapped
from tests.journeys import signing_in

pytestmark = pytest.mark.django_db(transaction=True)


class TestAnAuthorityGivesWay:
    @pytest.fixture(autouse=True)
    def _county(self, window, phone, assert_accessible, picture):
        self.desk, self.phone = window(), phone
        self.assert_accessible, self.picture = assert_accessible, picture
        self.officer, self.second = (UserFactory(role=Role.OFFICER) for _ in range(2))
        for postcode in ("CT20 3QA", "CT21 4AA"):
            PlacementFactory(child=ChildFactory(identity__home_postcode=postcode))
        self.plan = districts_mapped(a_reorganisation(by=self.officer))

    def test_from_the_dry_run_to_the_day(self):
        self.districts_are_known()
        self.is_proposed()
        self.is_agreed()
        self.is_done()

    def come_in(self, page, person):
        page.context.clear_cookies()
        signing_in.sign_in(page, person)
        page.goto("/reorganisations/")
        self.look(page, "list")
        page.get_by_role("link", name="Old County").click()
        return page

    def look(self, page, name):
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
        self.assert_accessible(page)
        self.picture(page, f"reorganisation_{name}")

    def districts_are_known(self):
        page = self.come_in(self.desk, self.officer)
        expect(page.get_by_text("2 children have no home district")).to_be_visible()
        page.get_by_role("button", name="Work out home districts").click()
        expect(page.get_by_text("1 child has no home district")).to_be_visible()
        self.look(page, "straddling")
        page.get_by_role("main").get_by_role("listitem").get_by_role("link").last.click()
        page.get_by_label("Home district").select_option(label="Westdown")
        page.get_by_role("button", name="Save home district").click()

    def is_proposed(self):
        page = self.desk
        page.get_by_role("link", name="Old County").click()
        expect(page.get_by_text("Both totals are the same.")).to_be_visible()
        page.get_by_role("button", name="Propose plan").click()
        page.get_by_label("Reason").fill("The structural changes order.")
        page.get_by_role("button", name="Propose plan").click()
        expect(page.get_by_text("Another officer must agree")).to_be_visible()
        expect(page.get_by_role("button", name="Propose plan")).to_have_count(0)

    def is_agreed(self):
        page = self.come_in(self.phone, self.second)
        self.look(page, "phone")
        page.get_by_role("link", name="Agree").click()
        expect(page.get_by_text("Contracts for places")).to_be_visible()
        page.get_by_role("button", name="Agree").click()

    def is_done(self):
        reorganise()
        page = self.phone
        page.goto(f"/reorganisations/{Reorganisation.objects.get().pk}/")
        expect(page.get_by_text("Transferred on")).to_be_visible()
        expect(page.get_by_text("Both totals are the same.")).to_be_visible()
