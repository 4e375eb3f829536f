"""Block places: bought of a lot that allows it, filled, paid for whether they are filled or not."""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from contracts.models import Lot, Vehicle
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.importing.tables import Rejected
from placements.blocks.report import uses_of, with_stays
from placements.budget.report import budget_of_year, placements_of_year
from placements.fees.comparators import Priced
from placements.home import places_without_a_fee
from placements.models import BlockPurchase, Placement, PriceLine
from placements.reports import Window, dps_status, figures_of, schools_of
from placements.reports.forecast import forecast
from placements.reports.spend_by_school import lines_of_year, of_all, of_schools, totals_of_year
from placements.reports.vehicle_value import vehicle_values
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.blocks import FIRST, LAST, a_block
from tests.factories.fees import a_draft, a_window, asked
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
BLOCK = {"route": "block", "annual_fee": "0"}


@pytest.fixture
def school(take_schools, take_members):
    take_schools({})
    take_members({"admitted_on": "2023-09-01"})
    return School.objects.get()


def a_place(number, starts_on="2025-09-01", **facts):
    names = {"placement_ref": f"P{number}", "pupil_ref": f"C{number}"}
    return names | BLOCK | {"starts_on": starts_on} | facts


def ask_now():
    """Have PostgreSQL ask what it asks at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@transaction.atomic
def change(placement, **facts):
    """Change it past every rule of ours."""
    Placement.objects.filter(pk=placement.pk).update(**facts)
    ask_now()


def use_of(block, on):
    [use] = uses_of(with_stays(BlockPurchase.objects.filter(pk=block.pk)), on)
    return use


class TestBuying:
    def test_is_of_a_member_of_a_lot_that_allows_it(self, school):
        block = a_block(school)
        facts = {"provision": "day", "places": 1, "price": 1, "spot_price": 1, "decision": "x"}
        days = {"starts_on": DAY(2027, 9, 1), "ends_on": DAY(2028, 8, 31)}
        with pytest.raises(NotAllowedNow, match="is not in Lot"):
            BlockPurchase.buy(
                school,
                by=block.added_by,
                lot=block.lot,
                **facts | days | {"starts_on": DAY(2023, 8, 31)},
            )
        Lot.objects.update(block_allowed=False)
        lot = Lot.objects.get(pk=block.lot_id)
        with pytest.raises(NotAllowedNow, match="does not allow block"):
            BlockPurchase.buy(school, by=block.added_by, lot=lot, **facts | days)
        with pytest.raises(DatabaseError, match="in a lot that allows them"), transaction.atomic():
            BlockPurchase.objects.create(
                school=school, lot=lot, added_by=block.added_by, **facts | days
            )

    def test_is_never_changed_and_never_goes(self, school):
        block = BlockPurchase.objects.filter(pk=a_block(school).pk)
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            block.update(price=1)
        with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
            block.delete()

    def test_is_of_one_kind_at_a_time(self, school):
        a_block(school)
        a_block(school, provision="residential_38")
        with pytest.raises(DatabaseError, match="blockpurchase_no_overlap"), transaction.atomic():
            a_block(school, starts_on=LAST, ends_on=DAY(2027, 8, 31))

    @pytest.mark.parametrize(
        ("facts", "constraint"),
        [
            ({"places": 0}, "of_something"),
            ({"price": 0}, "of_something"),
            ({"decision": ""}, "of_something"),
            ({"ends_on": DAY(2025, 8, 31)}, "starts_on_before_ends_on"),
        ],
    )
    def test_is_of_places_for_a_price_on_days(self, school, facts, constraint):
        with pytest.raises(DatabaseError, match=constraint), transaction.atomic():
            a_block(school, **facts)


class TestFilling:
    def test_by_the_import_a_child_costs_nothing_of_its_own(self, school, take_placements):
        block = a_block(school)
        outcome = take_placements(a_place(1, annual_fee="45000"))

        placement = Placement.objects.get()
        assert (placement.block, placement.lot, placement.annual_fee) == (block, block.lot, 0)
        assert "£45,000 does not count" in str(outcome.warnings)
        again = take_placements(a_place(1, annual_fee="45000"))
        assert (again.changed, again.unchanged) == (0, 1)

    def test_without_a_block_the_fee_counts(self, school, take_placements):
        outcome = take_placements(a_place(1, annual_fee="45000"))

        placement = Placement.objects.get()
        assert (placement.block, placement.annual_fee) == (None, 45_000)
        assert "until one is recorded" in str(outcome.warnings)
        block = a_block(school)
        block.take_in([placement], by=UserFactory(role=Role.OFFICER))
        placement.refresh_from_db()
        assert (placement.block, placement.annual_fee) == (block, 0)

    def test_stops_when_all_places_are_taken(self, school, take_placements):
        a_block(school)
        take_placements(*(a_place(number) for number in (1, 2)), a_place(3, "2026-01-05"))

        with pytest.raises(Rejected) as refused:
            take_placements(a_place(4, "2025-10-01"))
        assert "has 3 places, and 4 children on 5 January 2026" in str(refused.value.faults)
        take_placements(a_place(3, "2026-01-05", ended_on="2026-01-06"))
        take_placements(a_place(4, "2026-01-07"))
        ask_now()

    def test_is_asked_of_by_the_database(self, school, take_placements):
        block = a_block(school, places=1)
        take_placements(a_place(1), a_place(2, "2026-09-01"))
        other = Placement.objects.get(reference="P2")
        ask_now()

        def refused(words, **facts):
            given = {"block": block, "lot": block.lot, "annual_fee": 0, "starts_on": FIRST}
            with pytest.raises(DatabaseError, match=words):
                change(other, **given | facts)

        refused("More children than places")
        refused("at its school, in its lot", starts_on=DAY(2025, 8, 31))
        refused("at its school, in its lot", provision="residential_38")
        refused("in_a_block_costs_nothing", annual_fee=1)
        refused("in_a_block_costs_nothing", route="spot")
        refused("in_a_block_costs_nothing", lot=None)

    def test_leaves_no_price_of_its_own_until_the_block_ends(
        self, school, take_placements, take_prices
    ):
        a_block(school)
        take_placements(a_place(1))
        price = {"placement_ref": "P1", "starts_on": "2026-08-31"}

        with pytest.raises(Rejected) as refused:
            take_prices(price)
        assert "costs nothing of its own" in str(refused.value.faults)
        placement = Placement.objects.get()
        facts = {"kind": "one_to_one", "unit": "year", "quantity": 1, "amount": Decimal(9)}
        line = PriceLine.of(placement, funder="education", starts_on=LAST, **facts)
        with pytest.raises(NotAllowedNow, match="in a block until"):
            line.add(by=UserFactory())
        with pytest.raises(DatabaseError, match="no price of its own"), transaction.atomic():
            PriceLine.objects.bulk_create([line])
        take_prices(price | {"starts_on": "2026-09-01"})

    def test_is_refused_for_one_with_prices(self, school, take_placements, take_prices):
        take_placements(a_place(1))
        take_prices({"placement_ref": "P1", "starts_on": "2025-09-01"})
        block, placement = a_block(school), Placement.objects.get()

        with pytest.raises(NotAllowedNow, match="prices of its own"):
            block.take_in([placement], by=UserFactory())
        with pytest.raises(Rejected):
            take_placements(a_place(1), answers={"change-priced": "yes"})
        with pytest.raises(DatabaseError, match="no price of its own"):
            change(placement, block=block, lot=block.lot, annual_fee=0)

    def test_is_refused_once_voided_or_while_a_fee_is_asked_for(self, school, take_placements):
        take_placements(a_place(1, annual_fee="45000"))
        block, placement = a_block(school), Placement.objects.get()
        owner = ProviderMemberFactory(provider=school.provider).user
        a_window()
        asked(a_draft(school.provider, by=owner), "5", by=owner)

        with pytest.raises(NotAllowedNow, match="open fee request"):
            block.take_in([placement], by=UserFactory())
        block.void(by=block.added_by, reason="Typed twice")
        with pytest.raises(NotAllowedNow, match="is voided"):
            block.take_in([placement], by=UserFactory())

    def test_a_voided_block_has_nobody_in_it(self, school, take_placements):
        block = a_block(school)
        take_placements(a_place(1))
        block.void(by=block.added_by, reason="Typed twice")

        placement = Placement.objects.get()
        assert (placement.block, placement.lot) == (None, None)
        assert of_all(2025, by=None).gross == 0
        with pytest.raises(NotAllowedNow, match="voided already"):
            block.void(by=block.added_by, reason="Again")
        ask_now()


class TestUse:
    def test_is_of_days_with_both_ends(self, school, take_placements):
        """On the tenth day: 10 + 5 + 1 of 30 days of places; £200 a place and day."""
        block = a_block(school)
        take_placements(a_place(1), a_place(2, ended_on="2025-09-05"), a_place(3, "2025-09-10"))

        use = use_of(block, DAY(2025, 9, 10))

        assert (use.days, use.place_days, use.occupied_days) == (10, 30, 16)
        assert use.utilisation == Decimal("53.33")
        assert (use.spent, use.void_cost) == (6_000, 2_800)
        assert use.price_a_place == 73_000
        assert use.effective_price == 136_875  # 73,000 × 30 / 16
        assert (use.used_today, use.break_even) == (2, 3)  # 219,000 / 100,000
        assert use.is_under_break_even
        assert not use.never_pays

    def test_by_month_adds_up(self, school, take_placements):
        block = a_block(school)
        take_placements(a_place(1), a_place(2, "2025-11-15"))

        use = use_of(block, DAY(2027, 1, 1))

        assert use.until == LAST
        assert (len(use.months), use.months[0].name) == (12, "August 2026")
        assert sum(month.price for month in use.months) == use.spent == block.price
        assert sum(month.occupied_days for month in use.months) == use.occupied_days
        assert not use.is_under_break_even  # it is over

    def test_before_it_begins_is_none(self, school):
        use = use_of(a_block(school), DAY(2025, 8, 31))

        assert (use.days, use.utilisation, use.spent, use.void_cost) == (0, 0, 0, 0)
        assert use.effective_price is None
        assert use.months == []


def test_an_arrangement_costs_the_blocks_of_its_lots_up_to_its_end(take_schools, take_members):
    """£3,000 a day from 1 August 2025; the arrangement ends on the 31st, the block a day later."""
    take_schools({})
    Vehicle.establish_dps()
    take_members({"admitted_on": "2023-09-01"})
    days = {"starts_on": DAY(2025, 8, 1), "ends_on": DAY(2025, 9, 1)}
    a_block(School.objects.get(), **days, price=96_000)

    [value] = vehicle_values(DAY(2025, 8, 10))

    assert (value.spent, value.committed) == (30_000, 63_000)
    assert (value.spent_call_off, value.committed_call_off) == (0, 0)


class TestCostCountsOnce:
    """One child in one of three places, another bought alone at the same school for £36,500."""

    @pytest.fixture
    def block(self, school, take_placements):
        block = a_block(school)
        alone = {"placement_ref": "P2", "pupil_ref": "C2", "starts_on": "2025-09-01"}
        take_placements(a_place(1), alone)
        return block

    def test_in_spend(self, block, school):
        """212 days of 2025-26: £600 a day for the block, £100 for the place."""
        spend = of_all(2025, by=None)
        assert (spend.gross, spend.blocks) == (148_400, 127_200)
        [row] = of_schools([school], 2025, by=None)
        assert (row.spend.gross, row.spend.placements) == (148_400, 2)
        for rows in (lines_of_year(2025), totals_of_year(2025)):
            assert sum(row.amount for row in rows) == 148_400
        assert of_all(2026, by=None).blocks == 219_000 - 127_200

    def test_in_the_table_of_the_paper(self, block):
        window = Window(FIRST, LAST, 2025)
        found = dps_status(window, by=None)
        assert (found.dps.spend, found.total.spend) == (148_400, 148_400)
        schools = schools_of(window, status="dps", by=None)
        assert [row.spend for row in figures_of(schools, window, by=None)] == [148_400]

    def test_and_a_school_whose_block_nobody_uses_is_listed(self, school):
        a_block(school)
        window = Window(FIRST, LAST, 2025)
        found = dps_status(window, by=None)
        assert (found.dps.schools, found.dps.placements, found.dps.spend) == (1, 0, 127_200)
        [row] = figures_of(schools_of(window, status="dps", by=None), window, by=None)
        assert (row.school, row.children, row.spend) == (school, 0, 127_200)
        assert not schools_of(window, status="non_dps", by=None).exists()

    def test_in_the_forecast_and_not_after_its_end(self, block):
        this, following, last = forecast(DAY(2025, 10, 1))
        assert (this.recorded, this.blocks) == (148_400, 127_200)
        assert (following.blocks, last.blocks) == (91_800, 0)

    def test_in_the_budget_without_growth(self, block):
        asked = {"on": DAY(2025, 9, 30), "today": DAY(2025, 9, 30)}
        budget = budget_of_year(2025, **asked, growth=Decimal(10))
        assert (budget.total.committed, budget.total.blocks) == (148_400, 127_200)
        assert budget.total.by_growth == 1_820  # 10 % of 182 days of the single place
        assert budget.lines[0].placements == 2
        rows = placements_of_year(2025, **asked)
        assert sum(row.committed for row in rows) == 148_400
        assert not placements_of_year(2025, **asked, line="residential")

    def test_in_the_budget_as_it_was_known_then(self, school):
        with clock.at(clock.noon(DAY(2025, 9, 3))):
            block = a_block(school)
        with clock.at(clock.noon(DAY(2025, 12, 1))):
            block.void(by=block.added_by, reason="Typed twice")

        def blocks(on):
            return budget_of_year(2025, on=on, today=DAY(2026, 3, 2)).total.blocks

        days = (DAY(2025, 9, 2), DAY(2025, 9, 3), DAY(2025, 11, 30), DAY(2025, 12, 1))
        assert [blocks(day) for day in (*days, DAY(2026, 3, 2))] == [0, 127_200, 127_200, 0, 0]

    def test_and_the_place_is_no_comparator_and_no_task(self, block):
        priced = list(Priced(DAY(2025, 10, 1)).of())
        assert len(priced) == 1
        finance = UserFactory(role=Role.FINANCE)
        assert read(places_without_a_fee(finance, DAY(2025, 10, 1))) == []
        [task] = read(places_without_a_fee(finance, DAY(2026, 9, 1)))
        assert "P1" in task.words
