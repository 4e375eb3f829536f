import csv
import html
import io
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from nmiss.base.accounts.models import Role
from nmiss.base.core.templatetags.components import day
from placements.reports import printing
from tests.factories.accounts import UserFactory
from tests.factories.joining import words_of_pdf
from tests.files.taken import book_of, rows_of

pytestmark = pytest.mark.django_db
WINDOW = {"from": "2024-04-01", "to": "2024-11-30", "financial_year": "2024"}


@pytest.fixture(autouse=True)
def _one_of_each(take_schools, take_members, take_placements):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School", "LA (code)": "887"})
    take_members({})
    take_placements({}, {"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "900002"})


@pytest.fixture
def officer(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    return client


class TestDpsStatus:
    def test_asks_for_this_financial_year_when_the_address_is_empty(self, officer):
        page = officer.get(reverse("placements:dps_status"))

        window = page.context_data["report"].window
        assert (window.first.month, window.first.day) == (4, 1)
        assert window.first.year == window.financial_year

    def test_takes_the_year_of_the_first_day_when_none_is_given(self, officer):
        page = officer.get(
            reverse("placements:dps_status"), {"from": "2024-02-01", "to": "2024-05-01"}
        )

        assert page.context_data["report"].window.financial_year == 2023

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"from": "2024-02-30"}, "Enter the first day as a real date"),
            ({"from": ""}, "Enter the first day"),
            ({"to": "2024-03-31"}, "Enter a last day that is not before the first"),
            ({"to": "9999-12-31"}, "Enter a day from 1990 to 2099"),
            (
                {"financial_year": "2024-25"},
                "the year in which the financial year starts, such as 2024",
            ),
            (
                {"financial_year": "99999"},
                "the year in which the financial year starts, such as 2024",
            ),
        ],
    )
    def test_says_what_to_do_instead(self, officer, wrong, words):
        page = officer.get(reverse("placements:dps_status"), WINDOW | wrong)

        assert words in page.content.decode()
        assert page.context_data["report"] is None

    def test_opens_the_schools_behind_a_figure(self, officer):
        page = officer.get(reverse("placements:dps_status_schools"), WINDOW | {"status": "non_dps"})

        (row,) = page.context_data["schools"]
        assert (row.school.name, row.children, row.spend) == ("Birch School", 1, 36500)

    def test_is_printed_whole(self, officer):
        answer = officer.get(reverse("placements:dps_status_pdf"), WINDOW)

        words = words_of_pdf(answer.content)
        assert answer["Content-Type"] == "application/pdf"
        for expected in ("DPS status", "non DPS", "Annualised cost per child-year", "£36,500"):
            assert expected in words
        page = strip_tags(officer.get(reverse("placements:dps_status"), WINDOW).text)
        assert printing.CAVEAT in words
        assert printing.CAVEAT in " ".join(page.split())

    @pytest.mark.parametrize("name", ["dps_status_pdf", "demand_profile_pdf"])
    def test_is_not_printed_of_a_day_that_is_none(self, officer, name):
        wrong = {"from": "2024-02-30", "on": "2024-02-30"}

        assert officer.get(reverse(f"placements:{name}"), wrong).status_code == 400

    def test_says_of_each_figure_what_it_is_a_share_of_and_as_at_when(self, officer):
        page = officer.get(reverse("placements:dps_status"), WINDOW)

        words = re.sub(r"\s+", " ", strip_tags(page.text))
        for figure in (
            "1 ÷ 2 = 50%",
            "0 ÷ 1 = 0%",
            "£36,500 ÷ £73,000 = 50%",
            "£73,000 ÷ 2 = £36,500",
            "£73,000 ÷ 2.00 = £36,500",
            "730 days ÷ 365 = 2.00 (Total)",
        ):
            assert figure in words, figure
        assert words.count(day(timezone.localdate())) >= 7

    def test_says_beside_the_costs_what_they_cannot_be_compared_by(self, officer):
        page = officer.get(reverse("placements:dps_status"), WINDOW).text

        caveat = page.index("Neither cost is adjusted for need, phase or boarding")
        assert page.index('id="dps-status"') < caveat < page.index("<h2")
        assert "<details" not in page[page.index('id="dps-status"') : caveat]

    def test_is_taken_away_in_the_same_columns_however(self, officer):
        text = officer.get(reverse("placements:dps_status_csv"), WINDOW).text
        row = next(csv.DictReader(io.StringIO(text)))
        listed = rows_of(officer.get(reverse("files:listing_csv", args=["dps-status"]), WINDOW))[0]
        book = book_of(officer.get(reverse("files:listing_xlsx", args=["dps-status"]), WINDOW))

        headings = [cell.value for cell in next(book.worksheets[0].iter_rows())]
        assert list(row) == list(listed) == headings
        assert {name: row[name] for name in ("spend_of", "child_years", "annualised_cost")} == {
            "spend_of": "73000.00",
            "child_years": "1.00",
            "annualised_cost": "36500.00",
        }
        assert row["as_at"] == str(timezone.localdate())

    def test_downloads_what_it_shows(self, officer):
        file = officer.get(reverse("placements:dps_status_csv"), WINDOW)

        name = "dps-status-2024-04-01-to-2024-11-30-spend-2024-25.csv"
        assert file["Content-Disposition"] == f'attachment; filename="{name}"'
        assert file.content.decode().splitlines()[1].startswith("dps,1,50.00,0,0.00,1,50.00")

    def test_downloads_nothing_for_a_window_that_is_none(self, officer):
        file = officer.get(reverse("placements:dps_status_csv"), {"from": "never"})

        assert file.status_code == 400
        assert '<p class="govuk-body">Enter the first day as a real date' in file.text

    def test_opens_no_schools_for_a_row_that_is_none(self, officer):
        page = officer.get(reverse("placements:dps_status_schools"), WINDOW | {"status": "most"})

        assert page.status_code == 400
        assert '<p class="govuk-body">Choose DPS, not DPS or all.</p>' in page.text

    def test_pages_the_schools_behind_a_figure(self, officer, take_schools, take_placements):
        urns = [str(910000 + number) for number in range(55)]
        take_schools(*({"URN": urn, "EstablishmentName": f"School {urn}"} for urn in urns))
        take_placements(
            *({"placement_ref": f"P{u}", "pupil_ref": f"K{u}", "school_urn": u} for u in urns)
        )
        address = reverse("placements:dps_status_schools")

        first = officer.get(address, WINDOW)
        second = officer.get(f"{address}?{first.context_data['page'].next}")

        assert "57 schools, Total" in first.text
        pages = [page.context_data["schools"] for page in (first, second)]
        assert [len(rows) for rows in pages] == [50, 7]
        assert {row.children for rows in pages for row in rows} == {1}

    def test_is_taken_away_as_a_workbook_too(self, officer):
        address = reverse("files:listing_xlsx", args=["dps-status"])
        assert address in officer.get(reverse("placements:dps_status"), WINDOW).text

        book = book_of(officer.get(address, WINDOW))

        heading, dps, *_ = book["List"].iter_rows(values_only=True)
        assert dict(zip(heading, dps, strict=True))["spend"] == 36500
        said = dict(book["Definitions"].iter_rows(values_only=True))
        assert (said["Filter: from"], said["Filter: to"]) == ("2024-04-01", "2024-11-30")

    def test_lets_the_schools_behind_a_figure_be_taken_away(self, officer):
        query = WINDOW | {"status": "non_dps"}
        page = officer.get(reverse("placements:dps_status_schools"), query)
        address = reverse("files:listing_csv", args=["dps-status-schools"])
        assert f"{address}?from=2024-04-01&amp;to=2024-11-30" in page.text

        (row,) = rows_of(officer.get(address, query))

        assert (row["School"], row["Out of area"], row["Spend"]) == (
            "Birch School",
            "yes",
            "36500.00",
        )

    def test_takes_nothing_away_for_a_window_that_is_none(self, officer):
        address = reverse("files:listing_xlsx", args=["dps-status-schools"])

        page = officer.get(address, {"from": "never"})

        assert page.status_code == 400
        assert "Enter the first day as a real date" in page.text


class TestDemandProfile:
    def test_draws_a_picture_with_the_table_beneath(self, officer):
        page = officer.get(reverse("placements:demand_profile"), {"on": "2024-01-18"})

        text = page.content.decode()
        assert text.count('class="nmiss-picture"') == 2
        assert "Children by primary need" in text

    def test_says_that_nobody_was_placed(self, officer):
        page = officer.get(reverse("placements:demand_profile"), {"on": "1999-01-01"})

        assert "No child was placed on 1 January 1999" in page.content.decode()

    def test_is_taken_away_as_a_workbook_too(self, officer):
        query = {"on": "2024-01-18"}
        address = reverse("files:listing_xlsx", args=["demand-profile"])
        assert (
            f"{address}?on=2024-01-18"
            in officer.get(reverse("placements:demand_profile"), query).text
        )

        book = book_of(officer.get(address, query))

        rows = list(book["List"].iter_rows(values_only=True))
        assert ("need", "ASD", 2, 100) in rows
        said = dict(book["Definitions"].iter_rows(values_only=True))
        assert said["children"] == "How many children; in the line schools, how many schools"

    def test_downloads_what_it_shows(self, officer):
        file = officer.get(reverse("placements:demand_profile_csv"), {"on": "2024-01-18"})

        assert "need,ASD,2,100.00" in file.content.decode().splitlines()


def test_the_demand_profile_is_printed_whole(officer):
    answer = officer.get(reverse("placements:demand_profile_pdf"), {"on": "2024-11-01"})

    words = words_of_pdf(answer.content)
    for expected in ("Demand profile", "1 November 2024", "Primary need", "Phase"):
        assert expected in words


@pytest.fixture
def _five_children(take_placements):
    """Years and needs of both kinds of schools; C1 and C2 are in year 7, with ASD."""
    rows = (
        ("P3", "C3", "900001", "ASD", "2009-09-01"),
        ("P4", "C4", "900002", "ASD", "2019-09-01"),
        ("P5", "C5", "900002", "SEMH", "2006-01-01"),
    )
    take_placements(
        *(
            {
                "placement_ref": place,
                "pupil_ref": child,
                "school_urn": urn,
                "primary_need": need,
                "date_of_birth": born,
            }
            for place, child, urn, need, born in rows
        )
    )


@pytest.mark.usefixtures("_five_children")
class TestBehindTheDemandProfile:
    ON = {"on": "2024-06-15"}

    def test_each_figure_opens_as_many_rows_as_it_says(self, officer):
        page = officer.get(reverse("placements:demand_profile"), self.ON)

        links = re.findall(
            r'href="([^"]*demand-profile/places/[^"]*)"[^>]*>\s*([\d,]+)<', page.text
        )
        figures = [(html.unescape(link), int(number)) for link, number in links]
        assert len(figures) > 15
        for link, number in figures:
            behind = officer.get(link)
            assert behind.context_data["count"].number == number, link
            assert len(behind.context_data["page"].rows) == number, link
            taken = (
                f"{reverse('files:listing_csv', args=['demand-profile-places'])}?"
                + (link.partition("?")[2])
            )
            assert len(rows_of(officer.get(taken))) == number, link

    def test_all_parts_of_a_dimension_are_all_children(self, officer):
        page = officer.get(reverse("placements:demand_profile"), self.ON)
        report = page.context_data["report"]

        for dimension in ("needs", "phases", "nc_years"):
            assert sum(share.children for share in getattr(report, dimension)) == 5

    def test_schools_open_those_of_the_day(self, officer):
        page = officer.get(reverse("placements:demand_profile"), self.ON)
        link = html.unescape(re.search(r'href="([^"]*dps-status/schools/[^"]*)"', page.text)[1])

        behind = officer.get(link)

        assert behind.context_data["count"].number == page.context_data["report"].schools.children
        assert "15 June 2024 to 15 June 2024" in behind.text

    def test_names_the_child_the_school_and_the_figure(self, officer):
        page = officer.get(
            reverse("placements:demand_profile_places"),
            self.ON | {"dimension": "nc_year", "value": "9", "status": "dps"},
        )

        (place,) = page.context_data["page"].rows
        assert (place.child.reference, place.school.urn, place.year) == ("C3", 900001, 9)
        assert "1 child: Year 9, on the DPS, 15 June 2024" in " ".join(page.text.split())
        assert reverse("placements:child_detail", args=["C3"]) in page.text

    def test_finance_reads_sums_and_no_need_of_a_child(self, client):
        client.force_login(UserFactory(role=Role.FINANCE))
        places = reverse("placements:demand_profile_places")

        assert client.get(places, self.ON).status_code == 403
        taken = reverse("files:listing_csv", args=["demand-profile-places"])
        assert client.get(taken, self.ON).status_code in (403, 404)
        page = client.get(reverse("placements:demand_profile"), self.ON)
        assert places not in page.text
        assert "Autistic spectrum disorder" in page.text

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"on": "2024-02-30"}, "Enter the day as a real date"),
            ({"dimension": "height"}, "Choose total, need, phase or nc_year"),
            ({"dimension": "need", "value": "BESD"}, "Choose a need, phase or year"),
            ({"dimension": "phase", "value": ""}, "Choose a need, phase or year"),
            ({"dimension": "nc_year", "value": "9" * 20}, "Choose a need, phase or year"),
            ({"dimension": "nc_year", "value": "²"}, "Choose a need, phase or year"),
            ({"status": "most"}, "Choose DPS, not DPS or all"),
        ],
    )
    def test_says_what_to_do_instead(self, officer, wrong, words):
        page = officer.get(reverse("placements:demand_profile_places"), self.ON | wrong)

        assert (page.status_code, words in page.text) == (400, True)
