"""The pages of a placement's prices: read by its reference, added, changed, ended, voided."""

import datetime
import re
from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nmiss.base.accounts.models import Role
from placements.models import Look, Placement, PriceLine
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.prices import a_price
from tests.factories.providers import ProviderFactory, ProviderMemberFactory

pytestmark = pytest.mark.django_db
PAGE = "/placements/PLC-1/prices/"
NEW = {
    **{"kind": "residential", "funder": "social_care", "unit": "week", "amount": "£1,200.50"},
    **{"quantity": "1", "weeks": "40", "starts_on": "2025-01-06", "ends_on": ""},
}


@pytest.fixture
def placement(take_schools, take_members, take_placements):
    take_schools()
    take_members()
    take_placements({"starts_on": "2024-09-02", "ended_on": "2027-07-23"})
    return Placement.objects.get()


@pytest.fixture
def officer(db):
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def line(placement, officer):
    return a_price(placement, by=officer, starts_on=datetime.date(2025, 1, 6))


def rows_of(page, name):
    """The cells of a table by its caption's number, row by row."""
    text = page.content.decode()
    table = re.search(rf'id="{name}".*?<tbody.*?>(.*?)</tbody>', text, re.DOTALL)
    if table is None:
        return []
    rows = re.findall(r"<tr.*?>(.*?)</tr>", table[1], re.DOTALL)
    cells = (re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, re.DOTALL) for row in rows)
    return [[" ".join(unescape(re.sub("<.*?>", " ", c)).split()) for c in row] for row in cells]


def errors_of(page):
    return page.context_data["form"].errors


class TestThePage:
    def test_shows_the_fee_and_the_lines_that_count(self, as_officer, line):
        rows = rows_of(as_officer.get(PAGE), "prices")

        assert [row[:4] for row in rows] == [
            [
                "Base education",
                "Education",
                "Annual fee from the placements file",
                "2 September 2024",
            ],
            [
                "Speech and language therapy",
                "Education",
                "£80 an hour × 2.5 hours a week × 38 weeks",
                "6 January 2025",
            ],
        ]
        assert [row[6] for row in rows] == ["£36,500", "£7,600"]

    def test_shows_a_year_whose_parts_add_up(self, as_officer, placement, officer):
        first = datetime.date(2026, 4, 1)
        a_price(placement, by=officer, kind="exams", unit="year", amount=Decimal(1), quantity=1)
        a_price(placement, by=officer, funder="health", starts_on=first)
        Placement.objects.update(ended_on=None)
        page = as_officer.get(PAGE)

        rows = rows_of(page, f"years-{page.context_data['years'][0].years}")

        assert [(row[0], row[-1]) for row in rows] == [
            ("Exams", "£1"),
            ("Base education", "£36,500"),
            ("Speech and language therapy", "£7,600"),
            ("Gross", "£44,101"),
            ("Net of health and social care (£7,600)", "£36,501"),
        ]

    def test_an_open_line_is_over_where_its_placement_is(self, as_officer, line):
        Placement.objects.update(ended_on=datetime.date(2025, 7, 23))
        page = as_officer.get(PAGE)

        assert rows_of(page, "prices") == []
        assert [row[5] for row in rows_of(page, "past-prices")] == ["Ended", "Ended"]

    def test_shows_what_is_over_and_voided_and_why(self, as_officer, line, officer):
        line.void(by=officer, reason="Entered for another child")

        [row] = rows_of(as_officer.get(PAGE), "past-prices")

        assert row[0] == "Speech and language therapy"
        assert "Voided" in row[5]
        assert "Entered for another child" in row[5]

    def test_a_provider_does_not_read_why_a_line_was_voided(self, client, line, officer):
        line.void(by=officer, reason="Entered for another child")
        provider = School.objects.get().provider
        client.force_login(ProviderMemberFactory(provider=provider).user)

        page = client.get(PAGE)

        assert page.status_code == 200
        assert "Entered for another child" not in page.content.decode()
        assert "Void<" not in page.content.decode()

    def test_another_provider_does_not_find_it(self, client, placement):
        client.force_login(ProviderMemberFactory(provider=ProviderFactory()).user)

        assert client.get(PAGE).status_code == 404

    def test_finance_reads_it_without_the_child(self, client, line):
        client.force_login(UserFactory(role=Role.FINANCE))

        text = client.get(PAGE).content.decode()

        assert "£7,600" in text
        assert "/children/" not in text
        assert "Add price" not in text
        assert not Look.objects.exists()

    def test_a_reference_may_be_in_small_letters(self, as_officer, placement):
        assert as_officer.get("/placements/plc-1/prices/").status_code == 200

    def test_asks_as_often_for_many_lines(self, as_officer, placement, officer):
        asked = []
        for kind in ("exams", "other", "residential", "one_to_one"):
            a_price(placement, by=officer, kind=kind).void(by=officer, reason="Twice")
            a_price(placement, by=officer, kind=kind)
            with CaptureQueriesContext(connection) as queries:
                as_officer.get(PAGE)
            asked.append(len(queries))

        assert len(set(asked[1:])) == 1


class TestAdd:
    def test_adds_a_line(self, as_officer, placement, officer):
        page = as_officer.post(PAGE + "add/", NEW)

        assert page.url == PAGE
        line = PriceLine.objects.get()
        assert (line.kind, line.funder, line.unit) == ("residential", "social_care", "week")
        assert (line.amount, line.weeks, line.cost_a_year) == (Decimal("1200.50"), 40, 48_020)
        assert (line.added_by, line.imported) == (officer, False)

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"kind": ""}, "kind"),
            ({"kind": "transport"}, "kind"),
            ({"funder": ""}, "funder"),
            ({"unit": ""}, "unit"),
            ({"amount": ""}, "amount"),
            ({"amount": "a lot"}, "amount"),
            ({"amount": "-1"}, "amount"),
            ({"amount": "1.005"}, "amount"),
            ({"amount": "100000000"}, "amount"),
            ({"quantity": ""}, "quantity"),
            ({"quantity": "-1"}, "quantity"),
            ({"quantity": "10001"}, "quantity"),
            ({"quantity": "0.00001"}, "quantity"),
            ({"weeks": ""}, "weeks"),
            ({"weeks": "0"}, "weeks"),
            ({"weeks": "54"}, "weeks"),
            ({"weeks": "38.555"}, "weeks"),
            ({"starts_on": ""}, "starts_on"),
            ({"starts_on": "2025-02-30"}, "starts_on"),
            ({"starts_on": "2027-07-24"}, "starts_on"),
            ({"ends_on": "2025-01-05"}, "ends_on"),
            ({"starts_on": "2024-01-01", "ends_on": "2024-09-01"}, "ends_on"),
        ],
        ids=str,
    )
    def test_says_beside_the_field_how_to_put_it_right(self, as_officer, placement, given, field):
        page = as_officer.post(PAGE + "add/", NEW | given)

        assert list(errors_of(page)) == [field]
        assert re.match("Enter|Choose", errors_of(page)[field][0])
        assert not PriceLine.objects.exists()

    def test_names_the_price_that_is_there_on_these_days(self, as_officer, line):
        same = NEW | {"kind": "therapy_slt", "funder": "education", "starts_on": "2026-01-01"}

        page = as_officer.post(PAGE + "add/", same)

        assert errors_of(page)["starts_on"] == [
            ("This placement has such a price from 6 January 2025. Change or end that price first")
        ]

    def test_a_base_price_ends_the_fee(self, as_officer, placement):
        [row] = rows_of(as_officer.get(PAGE), "prices")
        assert "Change annual fee" in row[-1]
        base = NEW | {"kind": "base_education", "funder": "education", "unit": "year"}

        as_officer.post(PAGE + "add/", base)

        [fee] = rows_of(as_officer.get(PAGE), "past-prices")
        assert fee[4] == "5 January 2025"


class TestChangeEndVoid:
    def address(self, line, verb):
        return reverse(f"placements:price_{verb}", args=[line.pk])

    def test_a_quantity_stands_in_figures(self, as_officer, placement, officer):
        dear = a_price(
            placement, by=officer, quantity=Decimal(30), starts_on=datetime.date(2025, 1, 6)
        )

        page = as_officer.get(reverse("placements:price_change", args=[dear.pk]))

        (box,) = re.findall(r'<input[^>]*name="quantity"[^>]*>', page.text)
        assert 'value="30"' in box

    def test_a_change_counts_from_its_day(self, as_officer, line):
        given = {"from_on": "2026-01-05", "amount": "85", "quantity": "3"}

        page = as_officer.post(self.address(line, "change"), given)

        assert page.url == PAGE
        lines = PriceLine.objects.oldest_first().values_list("amount", "quantity", "ends_on")
        assert list(lines) == [
            (80, Decimal("2.5"), datetime.date(2026, 1, 4)),
            (85, 3, None),
        ]

    @pytest.mark.parametrize("from_on", ["2025-01-06", "2024-01-01", "", "soon"])
    def test_a_change_begins_after_the_line(self, as_officer, line, from_on):
        given = {"from_on": from_on, "amount": "85", "quantity": "3"}

        page = as_officer.post(self.address(line, "change"), given)

        assert "from_on" in errors_of(page)
        assert PriceLine.objects.get().ends_on is None

    def test_a_change_begins_before_the_line_ends(self, as_officer, line, officer):
        line.end(by=officer, last_on=datetime.date(2025, 7, 31))
        given = {"from_on": "2025-08-01", "amount": "85", "quantity": "3"}

        page = as_officer.post(self.address(line, "change"), given)

        assert "31 July 2025 or earlier" in errors_of(page)["from_on"][0]

    def test_an_end(self, as_officer, line):
        as_officer.post(self.address(line, "end"), {"last_on": "2025-07-23"})

        assert PriceLine.objects.get().ends_on == datetime.date(2025, 7, 23)
        for last_on in ("2025-07-23", "2026-01-01", "2025-01-05"):
            page = as_officer.post(self.address(line, "end"), {"last_on": last_on})
            assert "last_on" in errors_of(page)

    def test_a_void_needs_a_reason(self, as_officer, line, officer):
        assert "reason" in errors_of(as_officer.post(self.address(line, "void"), {"reason": " "}))

        as_officer.post(self.address(line, "void"), {"reason": "Another child's"})

        line.refresh_from_db()
        assert (line.voided_by, line.void_reason) == (officer, "Another child's")

    @pytest.mark.parametrize(
        ("verb", "given"),
        [
            ("change", {"from_on": "2026-01-05", "amount": "85", "quantity": "3"}),
            ("end", {"last_on": "2025-07-23"}),
            ("void", {"reason": "Twice"}),
        ],
    )
    def test_nothing_is_done_to_a_voided_line(self, as_officer, line, officer, verb, given):
        line.void(by=officer, reason="Wrong")

        page = as_officer.post(self.address(line, verb), given)

        assert page.status_code == 409
        assert PriceLine.objects.count() == 1
