"""Indicators, terms and returns come in: what is taken, what is refused, what is odd."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from kpis.intake.plausible import _ASKED_BY_NOBODY
from kpis.models import (
    Figure,
    KpiReturn,
    ReturnStatus,
    ReturnVersion,
)
from kpis.reports.results import Framework, Results
from nmiss.base.accounts.models import Role
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_return
from tests.faults import faults_of
from tests.seen import seen

pytestmark = pytest.mark.django_db


def remedies(take, *rows, **options):
    where, _ = faults_of(take, *rows, **options)
    return [(line, column) for line, column, _ in where]


@pytest.mark.usefixtures("two_schools")
class TestReturns:
    @pytest.fixture(autouse=True)
    def _indicators(self, two_schools, take_indicators, take_terms):
        take_terms()
        take_indicators(
            {"cohort": "pupils"},
            {"code": "K02", "formula": "absent", "frequency": "term", "unit": "days"},
        )

    def figures(self):
        return {each.input: each for each in Figure.objects.counting()}

    def test_they_are_accepted_as_they_came(self, take_returns):
        outcome = take_returns(("attended", "90.5"), ("possible", ""), ("pupils", "NA"))

        found = KpiReturn.objects.get()
        assert outcome.new == 3
        assert (found.status, found.imported) == (ReturnStatus.ACCEPTED, True)
        assert str(found.period_name) == "2024-Q4"
        figures = self.figures()
        assert figures["attended"].value == Decimal("90.5")
        assert (figures["possible"].value, figures["possible"].is_na) == (None, False)
        assert (figures["pupils"].value, figures["pupils"].is_na) == (None, True)

    def test_their_page_shows_each_figure_whoever_answers_for_it(
        self, client, take_returns, take_indicators
    ):
        asked_of_us = {"code": "K08", "formula": "days", "answered_by": "council"}
        take_indicators({"version": "2024-10", "valid_from": "2024-10-01"} | asked_of_us)
        take_returns(("days", "4321"))
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(reverse("kpis:review_detail", args=[KpiReturn.objects.get().pk]))

        assert "4321" in seen(page).facts["Days"]
        assert "Ask the school a question" not in page.text

    def test_a_term_is_named(self, take_returns):
        take_returns(("2024-25 Autumn", "absent", 3))

        assert KpiReturn.objects.get().term.name == "2024-25 autumn"

    def test_other_values_make_a_new_version_and_keep_the_old(self, take_returns):
        take_returns(("attended", 90), ("possible", 100))

        outcome = take_returns(("attended", 91), ("pupils", 7))

        assert (outcome.new, outcome.changed) == (1, 1)
        assert [str(change) for change in outcome.changes] == [
            "school 900001, 2024-Q4, attended: value from 90 to 91"
        ]
        assert {name: each.value for name, each in self.figures().items()} == {
            "attended": 91,
            "possible": 100,
            "pupils": 7,
        }
        assert ReturnVersion.objects.count() == 2
        assert ReturnVersion.objects.get(number=1).figures.get(input="attended").value == 90

    def test_the_same_values_change_nothing(self, take_returns):
        rows = ("attended", "90.50"), ("possible", ""), ("pupils", "NA")
        take_returns(*rows)

        outcome = take_returns(*rows)

        assert (outcome.unchanged, outcome.new, outcome.changed) == (3, 0, 0)
        assert ReturnVersion.objects.count() == 1

    def test_one_that_nobody_has_begun_is_imported(self, take_returns):
        a_return("2024-Q4", School.objects.get(urn=900001))

        take_returns(("attended", 90))

        found = KpiReturn.objects.get()
        assert (found.status, found.imported) == (ReturnStatus.ACCEPTED, True)

    @pytest.mark.parametrize("status", [ReturnStatus.BEING_FILLED, ReturnStatus.SUBMITTED])
    def test_one_that_somebody_has_begun_is_not(self, take_returns, status):
        a_return("2024-Q4", School.objects.get(urn=900001), status=status)

        assert remedies(take_returns, ("attended", 90)) == [(2, "period")]

    @pytest.mark.parametrize(
        ("row", "column"),
        [
            ((900009, "2024-Q4", "attended", 1), "school_urn"),
            (("school", "2024-Q4", "attended", 1), "school_urn"),
            (("", "2024-Q4", "attended", 1), "school_urn"),
            (("2024-Q5", "attended", 1), "period"),
            (("", "attended", 1), "period"),
            (("2024-25 spring", "attended", 1), "period"),
            (("", 1), "input"),
            (("Attended", 1), "input"),
            (("atended", 1), "input"),
            (("attended", "many"), "value"),
            (("attended", -1), "value"),
            (("attended", "-0.5"), "value"),
            (("attended", "12,5"), "value"),
            (("attended", "0,500"), "value"),
            (("attended", "92%"), "value"),
            (("attended", "N/A"), "value"),
            (("attended", "-"), "value"),
            (("attended", "1e3"), "value"),
            (("attended", "nan"), "value"),
            (("attended", "£5"), "value"),
            (("attended", "1.123456789"), "value"),
            (("attended", "1000000000000"), "value"),
        ],
    )
    def test_what_cannot_be_is_refused_with_its_column(self, take_returns, row, column):
        assert remedies(take_returns, row) == [(2, column)]
        assert not KpiReturn.objects.exists()

    def test_a_later_row_for_the_same_figure_is_a_fault(self, take_returns):
        rows = ("attended", 90), ("2024-Q3", "attended", 90), ("2024-q4", "attended", 90)

        assert remedies(take_returns, *rows) == [(4, "input")]

    def test_a_decimal_comma_is_named(self, take_returns):
        _, (remedy,) = faults_of(take_returns, ("attended", "12,5"))

        assert remedy == "write decimals with a full stop: 12.5"

    def test_what_is_implausible_comes_in_with_a_warning(self, take_returns):
        outcome = take_returns(("attended", 101), ("possible", 100), ("pupils", 9), ("absent", 4))

        assert [(each.line, each.column, each.remedy) for each in outcome.warnings] == [
            (5, "input", _ASKED_BY_NOBODY),
            (
                2,
                "value",
                "K01 Attendance comes to 101 %, which is more than the whole: check these figures",
            ),
        ]
        assert Figure.objects.count() == 4

    def test_a_period_to_come_is_a_warning(self, take_returns):
        name = f"{timezone.localdate().year + 1}-Q1"

        outcome = take_returns((name, "attended", 9))

        assert "this period has not begun" in {each.remedy for each in outcome.warnings}

    def test_a_dry_run_writes_nothing(self, take_returns):
        assert take_returns(("attended", 90), dry_run=True).new == 1
        assert not KpiReturn.objects.exists()

    def test_limits_are_warned_of(self, take_returns, take_indicators):
        take_indicators(
            {
                "version": "2024-10",
                "valid_from": "2024-10-01",
                "unit": "ratio",
                "hard_max": "3",
                "soft_min": "1",
                "formula": "attended",
                "target": "1",
                "floor": "",
                "rated": "no",
            }
        )

        def warned(value):
            return [
                each.remedy for each in take_returns(("attended", value), dry_run=True).warnings
            ]

        assert warned("2")[0].startswith(
            "K01 Attendance comes to 2 ratio, which is more than the whole"
        )
        assert "expect at least 1" in warned("0.5")[0]
        assert warned("1") == []

    def test_many_rows_are_taken_in_by_few_queries(
        self, take_returns, django_assert_max_num_queries
    ):
        rows = [
            (urn, f"{year}-Q{quarter}", name, 50)
            for urn in (900001, 900002, 900003)
            for year in range(2012, 2025)
            for quarter in range(1, 5)
            for name in ("attended", "possible", "pupils")
        ]

        with django_assert_max_num_queries(70):
            take_returns(*rows)

        assert KpiReturn.objects.count() == 3 * 13 * 4
        framework = Framework()
        school = School.objects.get(urn=900002)
        period = framework.periods.named("2024-Q4")
        results = Results([school.pk], [period], framework)
        assert results.result(school.pk, "K01", period).value == Fraction(100)
