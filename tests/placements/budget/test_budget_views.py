"""The budget on its pages."""

import csv
import datetime
from io import StringIO

import pytest
from django.utils import timezone

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportRun
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.core.days import financial_year_of
from placements.budget.home import budgets_to_set, deficit_to_state
from placements.models import BudgetAmount, DeficitYear, Payment
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin
from tests.files.checking import check_files
from tests.imports.pages import LIST, confirm, file_of, page_of, upload

pytestmark = pytest.mark.django_db
PAGE = "/budget/"


@pytest.fixture
def as_finance(client):
    client.force_login(UserFactory(role=Role.FINANCE))
    return client


@pytest.fixture
def _a_year(take_schools, take_members, take_placements, take_payments):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members()
    take_placements(
        {},
        {
            **{"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "900002"},
            **{"annual_fee": "73000", "provision": "residential_38"},
        },
    )
    take_payments()


@pytest.mark.usefixtures("_a_year")
class TestTheBudget:
    def test_is_shown_by_line_with_its_basis(self, as_finance):
        page = as_finance.get(PAGE, {"financial_year": "2025"})

        budget = page.context_data["budget"]
        assert [line.committed for line in budget.lines] == [36_500, 73_000]
        assert budget.total.actual == 9_000
        share = page.context_data["share"]
        assert (share.total, share.contracted) == (109_500, 36_500)
        text = page.content.decode()
        for words in ("Not set", "£109,500", "33%", "without VAT", "2027-28", "as at"):
            assert words in text
        assert "/children/" not in text

    def test_opens_the_rows_behind_each_figure(self, as_finance):
        for line, references in (("", 2), ("day", 1), ("residential", 1)):
            query = {"financial_year": "2025", "line": line}
            rows = as_finance.get(PAGE + "placements/", query).context_data["page"].rows
            assert len(rows) == references
        paid = as_finance.get(PAGE + "payments/", {"financial_year": "2025", "line": "day"})
        assert [row.reference for row in paid.context_data["page"].rows] == ["PAY-1"]
        query = {"financial_year": "2025", "line": "residential"}
        assert not as_finance.get(PAGE + "payments/", query).context_data["page"].rows

    @pytest.mark.parametrize(
        ("name", "column"), [("budget-placements", "Committed"), ("payments", "Amount")]
    )
    def test_can_be_taken_away(self, as_finance, name, column):
        page = as_finance.get(f"/lists/{name}.csv", {"financial_year": "2025"})

        text = b"".join(page.streaming_content).decode("utf-8-sig")
        amounts = [row[column] for row in csv.DictReader(StringIO(text))]
        assert sorted(amounts) == (
            ["36500.00", "73000.00"] if column == "Committed" else ["9000.00"]
        )

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ({"financial_year": "25"}, "financial_year"),
            ({"as_at": "2099-01-01"}, "on"),
            ({"as_at": "2001-01-01"}, "on"),
            ({"as_at": "x"}, "on"),
            ({"growth": "400"}, "growth"),
            ({"growth": "x"}, "growth"),
        ],
    )
    def test_says_what_is_wrong(self, as_finance, query, field):
        page = as_finance.get(PAGE, query)

        assert page.status_code == 200
        assert field in page.context_data["form"].errors
        assert as_finance.get(PAGE + "placements/", query).status_code == 400


class TestBringingPayments:
    def test_finance_uploads_confirms_and_sees_no_other_table(
        self, as_finance, take_schools, take_placements
    ):
        take_schools()
        take_placements()
        other = begin("schools", by=UserFactory(role=Role.OFFICER))
        assert upload("payments") in as_finance.get(PAGE).content.decode()

        sent = as_finance.post(upload("payments"), file_of("payments"))
        run = ImportRun.objects.get(what="payments")
        assert sent["Location"] == page_of(run)
        check_files()
        work_on_what_is_due()
        confirm(as_finance, run)
        work_on_what_is_due()

        assert Payment.objects.get().amount == 9_000
        assert as_finance.get(page_of(other)).status_code == 404
        assert as_finance.get(upload("schools")).status_code == 403
        assert [each.pk for each in as_finance.get(LIST).context_data["page"].rows] == [run.pk]


class TestEntering:
    def test_a_budget(self, as_finance):
        year = str(financial_year_of(timezone.localdate()))
        sent = as_finance.post(
            PAGE + "set/", {"financial_year": year, "line": "day", "amount": "£72,500,000"}
        )

        assert sent.status_code == 302
        assert BudgetAmount.objects.get().amount == 72_500_000
        assert "£72,500,000" in as_finance.get(PAGE).content.decode()

    @pytest.mark.parametrize("amount", ["", "-1", "x", "12345678901", "1.001"])
    def test_asks_again_for_an_amount_that_is_none(self, as_finance, amount):
        sent = as_finance.post(
            PAGE + "set/", {"financial_year": "2025", "line": "day", "amount": amount}
        )

        assert "amount" in sent.context_data["form"].errors
        assert not BudgetAmount.objects.exists()

    def test_a_deficit(self, as_finance):
        facts = {
            **{"financial_year": "2026", "eligible": "90", "not_eligible": "10"},
            **{"grant_expected": "91", "grant_received": "0", "source": "Accounts"},
        }
        refused = as_finance.post(PAGE + "deficit/set/", facts)
        assert "grant_expected" in refused.context_data["form"].errors

        assert (
            as_finance.post(PAGE + "deficit/set/", facts | {"grant_expected": "81"}).status_code
            == 302
        )

        assert DeficitYear.objects.get().remains_as_expected == 19
        assert "Accounts" in as_finance.get(PAGE).content.decode()

    def test_is_not_for_officers(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(PAGE)
        assert page.status_code == 200
        assert "Set a budget" not in page.content.decode()
        assert client.get(PAGE + "set/").status_code == 403


def test_what_is_still_to_be_entered_is_a_task_of_finance():
    finance, today = UserFactory(role=Role.FINANCE), datetime.date(2026, 11, 27)

    def words():
        brought = [*budgets_to_set(finance, today), *deficit_to_state(finance, today)]
        return [task.words for task in read(brought)]

    assert words() == []
    facts = dict.fromkeys(("eligible", "not_eligible", "grant_expected", "grant_received"), 1)
    BudgetAmount.enter(by=finance, financial_year=2025, line="day", amount=1)
    DeficitYear.enter(by=finance, financial_year=2024, source="Accounts", **facts)
    day, residential, deficit = words()
    assert day == "Set a budget: Day places in NMISS, 2026-27"
    assert deficit == "State the deficit at the end of 2025-26"
    BudgetAmount.enter(by=finance, financial_year=2026, line="day", amount=1)
    DeficitYear.enter(by=finance, financial_year=2025, source="Accounts", **facts)
    assert words() == [residential]
