"""A new arrangement takes over from the DPS: planned, agreed by another, done on its day."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from contracts.models import Takeover
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.placements import PlacementFactory
from tests.factories.takeovers import a_framework, a_member
from tests.journeys import signing_in

pytestmark = pytest.mark.django_db(transaction=True)


class TestAnArrangementGivesWay:
    @pytest.fixture(autouse=True)
    def _county(self, window, phone, assert_accessible, picture):
        self.desk, self.phone = window(), phone
        self.assert_accessible, self.picture = assert_accessible, picture
        self.officer, self.second = (UserFactory(role=Role.OFFICER) for _ in range(2))
        self.framework = a_framework()
        self.members = [a_member(), a_member(number=2)]
        for member in self.members:
            PlacementFactory(school=member.school, route="call_off", lot=member.lot)

    def test_from_the_plan_to_the_day(self):
        self.is_planned()
        self.is_mapped()
        self.is_proposed()
        self.is_agreed()
        self.is_done()

    def come_in(self, page, person):
        page.context.clear_cookies()
        signing_in.sign_in(page, person)
        return page

    def look(self, page, name):
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
        self.assert_accessible(page)
        self.picture(page, f"takeover_{name}")

    def is_planned(self):
        page = self.come_in(self.desk, self.officer)
        page.goto(f"/vehicles/{the_dps().pk}/")
        page.get_by_role("button", name="Plan a takeover").click()
        page.get_by_label("New arrangement").select_option(str(self.framework.pk))
        today = timezone.localdate()
        for name, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
            page.get_by_label(name, exact=True).fill(str(value))
        self.look(page, "add")
        page.get_by_role("button", name="Start plan").click()

    def is_mapped(self):
        page = self.desk
        for member, way in zip(
            self.members, ("Carried into Lot 1", "Re-signed in Lot 2"), strict=True
        ):
            page.get_by_label(str(member.school)).select_option(label=way)
        self.look(page, "map")
        page.get_by_role("button", name="Save plan").click()
        expect(page.get_by_text("The counts add up.")).to_be_visible()

    def is_proposed(self):
        page = self.desk
        page.get_by_role("button", name="Propose plan").click()
        page.get_by_label("Reason").fill("The framework begins.")
        page.get_by_role("button", name="Propose plan").click()
        self.look(page, "draft")

    def is_agreed(self):
        page = self.come_in(self.phone, self.second)
        page.goto(f"/takeovers/{Takeover.objects.get().pk}/")
        self.look(page, "draft_phone")
        page.get_by_role("link", name="Agree").click()
        expect(page.get_by_text("Carried, on their old terms")).to_be_visible()
        page.get_by_role("button", name="Agree").click()

    def is_done(self):
        reconcile()
        page = self.phone
        page.goto(f"/takeovers/{Takeover.objects.get().pk}/")
        expect(page.get_by_text("0 memberships are re-signed so far")).to_be_visible()
        expect(page.get_by_text("The counts add up.")).to_be_visible()
        self.look(page, "done_phone")
