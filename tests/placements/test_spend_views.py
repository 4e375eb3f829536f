"""Spend of a financial year by school and by placement, and the forecast beside it."""

import csv
import datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.urls import reverse

from contracts.membership.imports import import_members
from nmiss.base.accounts.models import Role
from nmiss.base.core.days import financial_year_of
from placements.imports import import_placements
from placements.models import Placement
from placements.reports import spend_by_school
from placements.reports.forecast import forecast
from placements.reports.spend import spend_by_line, spend_by_placement
from providers.imports import import_schools
from providers.models import School
from tests.county import MEMBERS, PLACEMENTS, SCHOOLS
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
SPEND = "/reports/spend/"
NON_MAINTAINED = {
    **{"URN": "900002", "EstablishmentName": "Birch School", "TypeOfEstablishment (code)": "8"},
    **{"TypeOfEstablishment (name)": "Non-maintained special school"},
}


@pytest.fixture
def as_finance(client):
    client.force_login(UserFactory(role=Role.FINANCE))
    return client


@pytest.fixture
def _two_schools(take_schools, take_placements, take_prices):
    """£36,500 at Ash Grove with £7,600 of therapy by health; £20,000 at Birch, for half a year."""
    take_schools({}, NON_MAINTAINED)
    take_placements(
        {"starts_on": "2025-04-01"},
        {
            **{"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "900002"},
            **{"starts_on": "2025-04-01", "ended_on": "2025-09-30", "annual_fee": "20000"},
        },
    )
    take_prices({"starts_on": "2025-04-01"})


def rows(page):
    return [(row.school.name, row.spend) for row in page.context_data["page"].rows]


@pytest.mark.usefixtures("_two_schools")
class TestSpend:
    def test_is_shown_by_school_gross_income_net_and_place_funding_apart(self, as_finance):
        page = as_finance.get(SPEND, {"financial_year": "2025"})

        (ash, of_ash), (birch, of_birch) = rows(page)
        assert (ash, birch) == ("Ash Grove School", "Birch School")
        assert (of_ash.gross, of_ash.income, of_ash.net) == (44_100, 7_600, 36_500)
        assert (of_ash.placements, of_ash.place_funding) == (1, 0)
        # 183 days of 365.
        assert (of_birch.gross, of_birch.income) == (Decimal("10027.40"), 0)
        assert of_birch.place_funding == Decimal("5013.70")
        total = page.context_data["total"]
        assert (total.placements, total.gross) == (2, Decimal("54127.40"))
        assert (total.income, total.place_funding) == (7_600, Decimal("5013.70"))

    def test_is_shown_by_placement_of_one_school_or_of_all(self, as_finance):
        address = SPEND + "placements/"
        year = {"financial_year": "2025"}

        of_all = as_finance.get(address, year).context_data["page"].rows
        of_ash = as_finance.get(address, year | {"school": "900001"})

        assert [row.placement.reference for row in of_all] == ["PLC-1", "PLC-2"]
        [row] = of_ash.context_data["page"].rows
        assert (row.placement.reference, row.spend.net) == ("PLC-1", 36_500)
        text = of_ash.content.decode()
        assert reverse("placements:placement_prices", args=["PLC-1"]) in text
        assert "/children/" not in text

    @pytest.mark.parametrize(
        "query", [{"financial_year": "25"}, {"financial_year": ""}, {"school": "900009"}]
    )
    def test_asks_again_for_what_cannot_be(self, as_finance, query):
        assert as_finance.get(SPEND + "placements/", query).status_code == 400

    def test_the_page_says_what_is_wrong_with_the_year(self, as_finance):
        page = as_finance.get(SPEND, {"financial_year": "25"})

        assert page.status_code == 200
        assert "financial_year" in page.context_data["form"].errors

    @pytest.mark.parametrize("name", ["spend-schools", "spend-placements", "spend-lines"])
    def test_can_be_taken_away(self, as_finance, name):
        page = as_finance.get(f"/lists/{name}.csv", {"financial_year": "2025"})

        text = b"".join(page.streaming_content).decode("utf-8-sig")
        amounts = [row.get("Gross") or row["amount"] for row in csv.DictReader(StringIO(text))]
        assert sum(map(Decimal, amounts)) == Decimal("54127.40")

    def test_a_year_without_placements_is_empty(self, as_finance):
        page = as_finance.get(SPEND, {"financial_year": "2010"})

        assert rows(page) == []
        assert page.context_data["total"].gross == 0


def test_a_school_that_became_another_counts_as_that(take_schools, take_links, take_placements):
    take_schools(
        {"CloseDate": "31-08-2025", "EstablishmentStatus (code)": "2"},
        {"URN": "900002", "EstablishmentName": "Birch School", "OpenDate": "01-09-2025"},
    )
    take_placements()
    take_links(("900002", "900001", "Predecessor", "01-09-2025"))

    for year, urn in ((2024, 900001), (2025, 900002)):
        [school] = spend_by_school.schools_with_spend(year, by=None)
        [found] = spend_by_school.of_schools([school], year, by=None)
        assert (school.urn, found.spend.gross) == (urn, 36_500)


def test_schools_placements_and_lines_of_the_county_come_to_the_same():
    import_schools(SCHOOLS, by=None)
    import_members(MEMBERS, by=None)
    import_placements(PLACEMENTS, by=None)

    schools = spend_by_school.of_schools(list(School.objects.all()), 2024, by=None)
    placements = spend_by_school.of_placements(list(Placement.objects.all()), 2024)
    total = spend_by_school.of_all(2024, by=None)

    gross = {sum(row.spend.gross for row in rows_) for rows_ in (schools, placements)}
    gross |= {
        sum(row.amount for row in report(2024)) for report in (spend_by_line, spend_by_placement)
    }
    assert gross == {total.gross}
    assert sum(row.spend.place_funding for row in schools) == total.place_funding > 0


class TestForecast:
    ON = datetime.date(2025, 6, 1)

    def forecast(self):
        return [
            (row.year, row.leavers, row.transfers, row.recorded, row.expected)
            for row in forecast(self.ON)
        ]

    def test_a_known_leaver_costs_nothing_after_the_last_day(self, take_schools, take_placements):
        take_schools()
        take_placements({"ended_on": "2026-04-10"})

        assert self.forecast() == [
            (2025, 0, 0, 36_500, 36_500),
            (2026, 1, 0, 1_000, 1_000),
            (2027, 0, 0, 0, 0),
        ]

    @pytest.mark.parametrize(
        ("oldest", "born"),
        [
            ("16", "2011-03-04"),  # year 10 in 2025: leaves after year 11, on 31 August 2027
            ("11", "2016-01-04"),  # year 5: leaves after year 6
            ("25", "2007-09-04"),  # year 13: after year 14 nobody goes to school
        ],
    )
    def test_a_child_moves_on_when_it_is_as_old_as_its_school_takes(
        self, take_schools, take_placements, oldest, born
    ):
        take_schools({"StatutoryHighAge": oldest})
        take_placements({"date_of_birth": born})
        last = {"16": 2027, "11": 2027, "25": 2027}[oldest]

        found = self.forecast()

        assert [row[2] for row in found] == [int(last == row[0]) for row in found]
        # 153 days from 1 April to 31 August, of 366.
        assert found[2][3:] == (36_500, Decimal("15258.20"))

    def test_a_child_who_is_there_beyond_that_age_is_expected_to_stay(
        self, take_schools, take_placements
    ):
        take_schools({"StatutoryHighAge": "11"})
        take_placements({"date_of_birth": "2012-03-04"})

        assert self.forecast()[1] == (2026, 0, 0, 36_500, 36_500)

    def test_a_change_of_price_to_come_counts(self, take_schools, take_placements, take_prices):
        take_schools()
        take_placements()
        take_prices({"starts_on": "2026-04-01"})

        assert [row[3] for row in self.forecast()] == [36_500, 44_100, 44_100]

    def test_stands_on_the_page(self, as_finance, take_schools, take_placements):
        take_schools()
        take_placements()

        page = as_finance.get(SPEND)

        this_year = financial_year_of(datetime.date.today())
        years = [row.year for row in page.context_data["forecast"]]
        assert years == [this_year, this_year + 1, this_year + 2]
