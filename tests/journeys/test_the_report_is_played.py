"""Decision 25/00007 in the browser: from its notice to the extension of 1 September 2025.

"To agree to extend the contract … for one year" under a recorded decision, within the advertised
value (25/00007, recommendations 1 to 3; 6.1). The clock of the hub is moved from day to day; the
browser keeps its own. What is refused on the way is refused with a sentence and by the database.
"""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from playwright.sync_api import expect

from contracts.models import ExtensionOption, Membership, Vehicle, VehicleFigure
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from providers.models import ProviderMember
from tests.factories.accounts import UserFactory
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.journeys import signing_in
from tests.journeys.days import type_day

pytestmark = pytest.mark.django_db(transaction=True)
MEMBERS = 26  # "26 of 124 schools" (25/00007, table 3.3)
DAY = datetime.date.fromisoformat
WHY = "We close our sixth form."


@pytest.fixture
def day_is(monkeypatch):
    """Have it be noon on a day, for Python and for the database."""
    now = timezone.now
    with clock.in_hand():

        def move(text):
            ahead = clock.noon(DAY(text)) - now()
            clock.move_to(now() + ahead)
            monkeypatch.setattr(timezone, "now", lambda: now() + ahead)

        yield move


@pytest.mark.usefixtures("day_is")
class TestTheReportIsPlayed:
    @pytest.fixture(autouse=True)
    def _county(self, window, phone, assert_accessible, day_is):
        self.desk, self.phone, self.day_is = window(), phone, day_is
        self.assert_accessible = assert_accessible
        day_is("2022-09-01")
        self.officer, self.manager = UserFactory(role=Role.OFFICER), UserFactory(role=Role.MANAGER)
        self.dps = Vehicle.establish_dps()[1].vehicle
        lots = list(self.dps.lots.order_by("number"))
        for number in range(MEMBERS):
            owner = ProviderMemberFactory()
            Membership.objects.create(
                school=SchoolFactory(provider=owner.provider),
                provider=owner.provider,
                lot=lots[number % 2],
                admitted_on=DAY("2022-09-01"),
            )
        self.leaving = ProviderMember.objects.earliest("pk")
        PlacementFactory(school=self.leaving.provider.schools.get(), starts_on=DAY("2023-09-01"))
        self.dps.describe(by=None, advertised_value=Decimal(50_000_000), value_basis="total")

    def test_from_the_notice_to_the_first_day(self):
        self.notice_is_published("2025-01-14")
        self.too_much_is_asked_for()
        self.option_is_proposed()
        self.decision_is_published("2025-02-17")
        self.call_in_is_running()
        self.headroom_is_gone("2025-02-24")
        self.providers_are_told()
        self.one_declines("2025-03-10")
        self.the_others_accept()
        self.it_takes_effect("2025-09-01")

    def come_in(self, page, person):
        page.context.clear_cookies()
        signing_in.sign_in(page, person)
        return page

    def says(self, page, words):
        expect(page.get_by_role("alert").get_by_text(words)).to_be_visible()

    def option(self, number):
        return self.dps.options.get(number=number)

    def refuses(self, words, number, **given):
        """The database does, whoever asks."""
        with pytest.raises(DatabaseError, match=words), transaction.atomic():
            ExtensionOption.objects.filter(vehicle=self.dps, number=number).update(**given)

    def notice_is_published(self, on):
        self.day_is(on)
        page = self.come_in(self.desk, self.officer)
        page.goto("/decisions/")
        page.get_by_role("link", name="Record a decision").click()
        page.get_by_label("Number", exact=True).fill("25/00007")
        page.get_by_label("Title", exact=True).fill("Extension of the DPS, and re-procurement")
        page.get_by_label("Procurement arrangement").select_option(str(self.dps.pk))
        page.get_by_label("This is a key decision").check()
        page.get_by_label("Why is it a key decision?").fill("Spending of more than £1 million.")
        page.get_by_label("Title of the decision-maker").fill("Cabinet Member for Education")
        type_day(page, "Notice published on", DAY(on))
        page.get_by_role("button", name="Save decision").click()
        expect(
            page.get_by_role("link", name="Enter the name of the decision-maker")
        ).to_be_visible()
        page.get_by_label("Name of the decision-maker").fill("A. Councillor")
        page.get_by_role("button", name="Save decision").click()
        self.says(page, "Decision 25/00007 is in the register.")
        expect(page.get_by_text("12 February 2025").first).to_be_visible()  # 28 clear days
        page.get_by_role("button", name="Record a delegation").click()
        page.get_by_label("Delegated to (job title)").fill("Corporate Director for Children")
        page.get_by_label("Scope").fill("To take the actions that put the extension into effect")
        page.get_by_role("button", name="Save delegation").click()
        self.says(page, "The delegation is saved.")

    def too_much_is_asked_for(self):
        """Two options at once, a fourth, and an end past 31 August 2028."""
        page = self.desk
        page.goto(f"/vehicles/{self.dps.pk}/term/")
        page.get_by_label("How many options to extend").fill("4")
        page.get_by_role("button", name="Save term").click()
        expect(
            page.get_by_role("link", name="Enter fewer options: the law ends this arrangement by")
        ).to_be_visible()
        with pytest.raises(DatabaseError, match="no more options"), transaction.atomic():
            self.dps.options.create(
                number=4, starts_on=DAY("2028-09-01"), ends_on=DAY("2029-02-01")
            )
        self.refuses("past the latest end", 3, ends_on=DAY("2028-09-01"))

    def option_is_proposed(self):
        page = self.desk
        page.goto(f"/options/{self.option(1).pk}/")
        expect(
            page.get_by_text("Record a published decision that uses this option.")
        ).to_be_visible()
        page.get_by_role("button", name="Propose option").click()
        page.get_by_label("Reason").fill("No successor is ready.")
        page.get_by_role("button", name="Propose option").click()
        self.says(page, "Option 1 is proposed.")
        page.goto(f"/options/{self.option(2).pk}/propose/")
        expect(page.get_by_text("one after another")).to_be_visible()
        self.refuses("one after another", 2, status="proposed")
        self.refuses("contracts_extensionoption|moves|decision", 1, status="in_effect")

    def decision_is_published(self, on):
        self.day_is(on)
        page = self.come_in(self.desk, self.officer)
        page.goto("/decisions/")
        page.get_by_role("link", name="25/00007").click()
        page.get_by_role("button", name="Change").first.click()
        type_day(page, "Decided on", DAY("2025-02-14"))
        type_day(page, "Decision published on", DAY("2025-02-14"))
        page.get_by_role("button", name="Save decision").click()
        self.says(page, "Decision 25/00007 is saved.")
        expect(page.get_by_text("21 February 2025").first).to_be_visible()
        expect(page.get_by_text("24 February 2025").first).to_be_visible()
        page = self.come_in(self.desk, self.manager)
        page.goto(f"/options/{self.option(1).pk}/")
        page.get_by_role("button", name="Record decision").click()
        decision = self.dps.decisions.get()
        page.get_by_label("Published decision").select_option(str(decision.pk))
        page.get_by_role("button", name="Record decision").click()
        self.says(page, "Option 1 is decided.")

    def call_in_is_running(self):
        page = self.desk
        wait = "Wait until call-in of decision 25/00007 ends on 21 February 2025."
        expect(page.get_by_text(wait)).to_be_visible()
        self.assert_accessible(page)

    def headroom_is_gone(self, on):
        self.day_is(on)
        pounds = {"spent": 46_760_000, "committed": 30_000_000}
        pounds |= {"spent_call_off": 0, "committed_call_off": 0}
        VehicleFigure.note(self.dps, as_at=DAY(on), until=DAY("2025-08-31"), **pounds)
        page = self.come_in(self.desk, self.officer)
        page.goto(f"/options/{self.option(1).pk}/")
        expect(page.get_by_text("Wait until call-in")).to_have_count(0)
        gone = "Record legal advice on the value: it is exceeded by £26,760,000"
        expect(page.get_by_text(gone)).to_be_visible()

    def providers_are_told(self):
        page = self.desk
        page.get_by_role("button", name="Notify providers").click()
        page.get_by_label("Reference of the published notice").fill("F20 005588-2025")
        page.get_by_role("button", name="Notify providers").click()
        self.says(page, "Option 1 is notified.")
        page.get_by_role("link", name="Letters and replies").click()
        expect(page.get_by_text(f"{MEMBERS} letters sent: 0 accepted, 0 declined")).to_be_visible()

    def one_declines(self, on):
        self.day_is(on)
        page = self.come_in(self.phone, self.leaving.user)
        page.get_by_role("link", name="Reply to the extension letter").click()
        page.get_by_role("button", name="Reply", exact=True).click()
        page.get_by_label("No, our schools leave").check()
        page.get_by_label("Reason").fill(WHY)
        page.get_by_role("button", name="Send reply").click()
        self.says(page, "The reply is recorded: declined.")

    def the_others_accept(self):
        for letter in self.option(1).letters.exclude(provider=self.leaving.provider):
            letter.accept(by=letter.provider.owners().get().user)
        page = self.come_in(self.desk, self.manager)
        page.goto(f"/options/{self.option(1).pk}/")
        page.get_by_role("link", name="Letters and replies").click()
        expect(page.get_by_text(f"{MEMBERS - 1} accepted, 1 declined")).to_be_visible()
        page.get_by_role("link", name="Children at schools that leave").click()
        expect(page.get_by_text("1 child at 1 school whose provider declined")).to_be_visible()

    def it_takes_effect(self, on):
        self.day_is(on)
        reconcile()
        assert self.option(1).status == "notified", "no headroom, and no legal advice"
        self.refuses("no headroom", 1, status="in_effect")
        page = self.come_in(self.desk, self.manager)
        page.goto(f"/options/{self.option(1).pk}/take-effect/")
        page.get_by_role("button", name="Put option into effect").click()
        expect(page.get_by_text("it is exceeded by £26,760,000")).to_be_visible()
        option = self.option(1)
        option.override = "Advice 12: the value is one of each year."
        option.save(update_fields=["override"])
        reconcile()
        page.goto(f"/vehicles/{self.dps.pk}/")
        expect(page.get_by_text("1 September 2022 to 31 August 2026")).to_be_visible()
        assert self.option(1).status == "in_effect"
        left = Membership.objects.get(provider=self.leaving.provider)
        assert (left.left_on, left.leaving_reason) == (DAY("2025-08-31"), WHY)
        assert Membership.objects.on(DAY(on)).count() == MEMBERS - 1
