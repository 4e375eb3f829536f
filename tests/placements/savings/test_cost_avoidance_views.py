"""The report on cost avoidance, on its page, in files and at the command line."""

import csv
import datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from placements.fees.models import FeeWindow
from placements.models import CostAvoidance
from placements.savings import ledger
from placements.savings import report as savings_report
from placements.savings.home import decisions_to_import
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/reports/cost-avoidance/"


@pytest.fixture
def as_finance(client):
    client.force_login(UserFactory(role=Role.FINANCE))
    return client


@pytest.fixture
def _decided(take_schools, take_members, take_placements, take_fee_decisions):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members()
    take_placements(
        {},
        {
            **{"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "900002"},
            "ended_on": "2025-01-31",
        },
        {"placement_ref": "PLC-3", "pupil_ref": "C3", "starts_on": "2024-09-01"},
    )
    take_fee_decisions(
        {"request": "b", "agreed": "44800"},
        {"request": "B", "placement_ref": "PLC-3", "agreed": ""},
        {"request": "B", "placement_ref": "PLC-2"},
        {"request": "A", "effective_on": "2025-09-01"},
    )


def report(*arguments):
    out = StringIO()
    call_command("report", "cost_avoidance", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("_decided")
class TestTheCommand:
    def test_prints_each_placement(self):
        assert report("--academic-year", "2024", "--format", "csv") == (
            "request,school_urn,placement_ref,asked,agreed,current,days,avoided,saved\n"
            "B,900002,PLC-2,43800.00,41600.00,40000.00,153,922.19,-670.68\n"
            "B,900001,PLC-3,43800.00,40000.00,40000.00,365,3800.00,0.00\n"
            "b,900001,PLC-1,43800.00,44800.00,40000.00,365,-1000.00,-4800.00\n"
        )

    def test_prints_each_request_clipped_and_the_total(self):
        assert report("--academic-year", "2024", "--total") == (
            "request,avoided,saved\nB,4722.19,0.00\nb,0.00,0.00\ntotal,4722.19,0.00\n"
        )

    def test_prints_a_year_without_decisions(self):
        assert report("--academic-year", "2023", "--total").endswith("\ntotal,0.00,0.00\n")
        assert report("--academic-year", "2023").count("\n") == 1

    def test_leaves_out_what_was_reversed(self):
        batch = CostAvoidance.objects.filter(request="B").first().batch
        ledger.take_back(batch, None)

        assert report("--academic-year", "2024", "--total") == (
            "request,avoided,saved\ntotal,0.00,0.00\n"
        )

    @pytest.mark.parametrize("year", ["24", "2024-25", "", "²⁰²⁴"])
    def test_refuses_what_is_no_year(self, year):
        with pytest.raises(CommandError, match="academic year"):
            report("--academic-year", year)


@pytest.mark.usefixtures("_decided")
class TestThePage:
    def test_gives_the_total_with_its_workings(self, as_finance):
        page = as_finance.get(PAGE, {"academic_year": "2024"})

        savings = page.context_data["savings"]
        assert (savings.avoided, savings.saved) == (Decimal("4722.19"), 0)
        assert savings.avoided_signed == Decimal("3722.19")
        assert [(each.name, each.avoided) for each in savings.schools] == [
            ("Ash Grove School", 2800),
            ("Birch School", Decimal("922.19")),
        ]
        assert [(each.name, each.avoided) for each in savings.ages] == [
            ("Existing placements", Decimal("-77.81")),
            ("New placements", 3800),
        ]
        text = page.content.decode()
        for words in ("£4,722.19", "−£4,800", "By provider", "Total before clipping"):
            assert words in text
        assert "/children/" not in text

    def test_shows_the_last_year_where_none_is_asked(self, as_finance):
        assert as_finance.get(PAGE).context_data["savings"].year == 2025

    def test_says_that_a_year_has_no_decisions(self, as_finance):
        assert "no decision" in as_finance.get(PAGE, {"academic_year": "2010"}).content.decode()

    @pytest.mark.parametrize("year", ["24", "x", "", "99999"])
    def test_says_what_is_wrong_with_a_year(self, as_finance, year):
        page = as_finance.get(PAGE, {"academic_year": year})

        assert page.status_code == 200
        assert "academic_year" in page.context_data["form"].errors
        assert as_finance.get(PAGE + "rows/", {"academic_year": year}).status_code == 400

    def test_opens_the_rows_behind_each_figure(self, as_finance):
        provider = CostAvoidance.objects.filter(request="b").get().provider
        for query, expected in (
            ({"request": "B"}, ["PLC-2", "PLC-3"]),
            ({"school": "900001"}, ["PLC-3", "PLC-1"]),
            ({"provider": provider.pk}, ["PLC-3", "PLC-1"]),
            ({}, ["PLC-2", "PLC-3", "PLC-1"]),
        ):
            page = as_finance.get(PAGE + "rows/", {"academic_year": "2024"} | query)
            found = {row.placement.reference for row in page.context_data["page"].rows}
            assert found == set(expected)

    def test_shows_reversed_and_reversing_rows_in_the_ledger(self, as_finance):
        ledger.take_back(CostAvoidance.objects.first().batch, None)

        page = as_finance.get(PAGE + "rows/", {"academic_year": "2024"})

        text = page.content.decode()
        assert len(page.context_data["page"].rows) == 6
        assert (text.count("Reversed"), text.count("Reversing")) == (3, 3)

    @pytest.mark.parametrize("query", [{"school": "1"}, {"provider": "99999"}, {"school": "x"}])
    def test_asks_again_for_what_is_not_here(self, as_finance, query):
        assert as_finance.get(PAGE + "rows/", query).status_code == 400

    def test_can_be_taken_away(self, as_finance):
        found = {}
        for name in ("cost-avoidance", "cost-avoidance-totals", "cost-avoidance-ledger"):
            file = as_finance.get(f"/lists/{name}.csv", {"academic_year": "2024"})
            text = b"".join(file.streaming_content).decode("utf-8-sig")
            found[name] = list(csv.DictReader(StringIO(text)))

        assert [row["avoided"] for row in found["cost-avoidance"]] == [
            "922.19",
            "3800.00",
            "-1000.00",
        ]
        assert found["cost-avoidance-totals"][-1]["request"] == "total"
        assert {row["Method"] for row in found["cost-avoidance-ledger"]} == {
            "Asked less agreed, by days of the academic year"
        }
        workbook = as_finance.get("/lists/cost-avoidance.xlsx", {"academic_year": "2024"})
        assert workbook.status_code == 200

    def test_is_not_for_providers(self, client):
        client.force_login(UserFactory(role=Role.PROVIDER))

        assert client.get(PAGE).status_code == 403


def test_a_window_of_which_nothing_is_known_is_a_task(
    take_schools, take_placements, take_fee_decisions
):
    officer, window = UserFactory(role=Role.OFFICER), FeeWindow.usual(2024)
    window.save(force_insert=True)

    def words(today):
        return [task.words for task in read(decisions_to_import(officer, today))]

    day = datetime.date(2024, 9, 1)
    assert words(day) == [
        "Import decisions on fees for 2024/25: the cost avoidance report has none"
    ]
    assert words(datetime.date(2024, 8, 31)) == words(datetime.date(2025, 9, 1)) == []
    take_schools()
    take_placements()
    take_fee_decisions()
    assert words(day) == []


@pytest.mark.usefixtures("_decided")
class TestManySchools:
    def test_a_page_shows_the_largest_and_the_sum_of_the_rest(self, as_finance, monkeypatch):
        monkeypatch.setattr(savings_report, "MOST_SHOWN", 1)
        page = as_finance.get(PAGE, {"academic_year": "2024"})

        savings = page.context_data["savings"]
        shown = [(each.name, each.placements, each.avoided) for each in savings.largest_schools]
        assert shown == [("2 other schools", 3, savings.avoided_signed)]
        monkeypatch.setattr(savings_report, "MOST_SHOWN", 2)
        assert [each.name for each in savings.largest_schools] == [
            "Ash Grove School",
            "Birch School",
        ]

    def test_a_file_has_them_all(self, as_finance, monkeypatch):
        monkeypatch.setattr(savings_report, "MOST_SHOWN", 1)
        page = as_finance.get("/lists/cost-avoidance-schools.csv", {"academic_year": "2024"})

        rows = list(csv.DictReader(StringIO(b"".join(page.streaming_content).decode("utf-8-sig"))))
        assert [(row["School"], row["Avoided, signed"]) for row in rows] == [
            ("Ash Grove School", "2800.00"),
            ("Birch School", "922.19"),
        ]
