"""Block purchases on their pages."""

import datetime
from decimal import Decimal

import pytest

from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from placements.blocks.home import blocks_under_break_even
from placements.models import BlockPurchase, Placement
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.blocks import a_block
from tests.factories.placements import ChildFactory, PlacementFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
TYPED = {
    **{"provision": "day", "places": "30", "price": "£10,500,000", "spot_price": "75,000"},
    **{"starts_on": "2025-09-01", "ends_on": "2030-08-31", "decision": "25/00007"},
}


@pytest.fixture
def school(take_schools, take_members):
    take_schools({})
    take_members({"admitted_on": "2023-09-01"})
    return School.objects.get()


@pytest.fixture
def as_manager(client):
    client.force_login(UserFactory(role=Role.MANAGER))
    return client


class TestRecording:
    def test_thirty_places_for_five_years_cost_70_000_a_place_and_year(self, as_manager, school):
        lot = school.memberships.get().lot
        lot.block_allowed = True
        lot.save()
        page = as_manager.post(
            f"/schools/{school.urn}/blocks/add/", TYPED | {"lot": lot.pk}, follow=True
        )

        text = page.content.decode()
        assert "£70,000 a year" in text
        assert "28 places used" in text  # 2,100,000 / 75,000
        assert (page.context_data["bought"].price, page.context_data["use"].price_a_place) == (
            10_500_000,
            70_000,
        )

    @pytest.mark.parametrize(
        ("typed", "field", "words"),
        [
            ({"places": "0"}, "places", "whole number of places"),
            ({"price": "-5"}, "price", "above 0"),
            ({"spot_price": "lots"}, "spot_price", "above 0"),
            ({"ends_on": "2024-08-31"}, "ends_on", "not before the first"),
            ({"starts_on": "2020-09-01"}, "starts_on", "school is in Lot"),
            ({"decision": ""}, "decision", "Enter the decision"),
            ({"lot": "0"}, "lot", "Select the lot"),
        ],
    )
    def test_says_how_to_correct_what_was_typed(self, as_manager, school, typed, field, words):
        lot = school.memberships.get().lot
        lot.block_allowed = True
        lot.save()

        page = as_manager.post(
            f"/schools/{school.urn}/blocks/add/", TYPED | {"lot": lot.pk} | typed
        )

        assert words in str(page.context_data["form"].errors[field])
        assert not BlockPurchase.objects.exists()

    def test_a_second_block_on_the_same_days_is_refused(self, as_manager, school):
        block = a_block(school)
        page = as_manager.post(f"/schools/{school.urn}/blocks/add/", TYPED | {"lot": block.lot_id})

        assert "on some of these days" in str(page.context_data["form"].errors["starts_on"])


class TestABlock:
    def test_is_listed_filled_and_voided(self, as_manager, school):
        block = a_block(school)
        places = [PlacementFactory(school=school, route="block") for _ in range(4)]
        fill = f"/blocks/{block.pk}/fill/"

        page = as_manager.post(fill, {"placements": [each.pk for each in places]})
        assert page.status_code == 409
        assert "All 3 places are taken" in page.content.decode()
        assert not Placement.objects.exclude(block=None).exists()
        as_manager.post(fill, {"placements": [each.pk for each in places[:2]]})

        page = as_manager.get("/blocks/")
        [use] = page.context_data["page"].rows
        assert use.block == block
        page = as_manager.get(f"/blocks/{block.pk}/")
        assert [each.reference for each in page.context_data["placements"]] == [
            each.reference for each in places[:2]
        ]
        assert "2 could be" in page.content.decode()
        as_manager.post(f"/blocks/{block.pk}/void/", {"reason": "Typed twice"})
        block.refresh_from_db()
        assert block.void_reason == "Typed twice"
        assert "Typed twice" in as_manager.get(f"/blocks/{block.pk}/").content.decode()

    def test_is_a_task_while_too_few_places_are_used(self, school):
        block, officer = a_block(school), UserFactory(role=Role.OFFICER)

        [task] = read(blocks_under_break_even(officer, DAY(2025, 9, 1)))
        assert "0 of 3 used, break-even is 3" in task.words
        assert read(blocks_under_break_even(officer, DAY(2025, 8, 31))) == []
        children = [PlacementFactory(school=school, route="block") for _ in range(3)]
        block.take_in(children, by=officer)
        assert read(blocks_under_break_even(officer, DAY(2025, 9, 1))) == []


class TestWhatIf:
    ASKED = {
        **{"need": "ASD", "phase": "primary", "provision": "day"},
        **{"places": "10", "price": "60000"},
    }

    @pytest.fixture(autouse=True)
    def _last_year(self, school):
        """Spot at £50,000 for a year and at £80,000 for half; a call-off at £70,000; others."""
        begun = {"school": school, "starts_on": DAY(2025, 4, 1), "ended_on": DAY(2026, 3, 31)}

        def place(fee, **facts):
            child = ChildFactory(cohort=facts.pop("cohort", 2016))
            PlacementFactory(child=child, annual_fee=fee, **begun | facts)

        place(50_000)
        place(80_000, ended_on=DAY(2025, 9, 29))
        place(70_000, route="call_off")
        place(10_000, primary_need="SEMH")
        place(10_000, provision="residential_38")
        place(10_000, cohort=2008)

    def test_holds_a_block_against_single_places_of_last_year(self, as_manager):
        page = as_manager.get("/blocks/what-if/", self.ASKED)

        spot, every = page.context_data["rows"]
        assert (spot.count, every.count) == (2, 3)
        # (£50,000 + £39,890.41 for 182 days) × 365 / 547 days
        assert spot.average == Decimal("59981.72")
        assert (spot.cost, spot.difference) == (Decimal("599817.20"), Decimal("182.80"))
        assert (spot.break_even, spot.break_even_percent) == (11, 110)
        assert (every.low, every.middle, every.high) == (60_000, 70_000, 75_000)
        assert (every.break_even, every.break_even_percent) == (10, 100)
        assert "£600,000 a year" in page.content.decode()

    def test_without_such_places_says_so(self, as_manager):
        page = as_manager.get("/blocks/what-if/", self.ASKED | {"need": "HI"})

        assert [row.average for row in page.context_data["rows"]] == [None, None]

    def test_asks_for_what_is_missing(self, as_manager):
        assert "There is a problem" not in as_manager.get("/blocks/what-if/").content.decode()
        page = as_manager.get("/blocks/what-if/", self.ASKED | {"price": "0", "phase": ""})
        assert set(page.context_data["form"].errors) == {"price", "phase"}
