"""The report of standings, and of our own figures."""

import datetime

import pytest

from kpis import known
from kpis.models import ReturnRules, Term
from providers.models import School
from tests.factories.consultations import a_consultation, a_reply, a_school_with_people
from tests.factories.placements import PlacementFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two_schools")]


def of(rows, urn=900001):
    return [row for row in rows if row["school_urn"] == str(urn)]


class TestStanding:
    @pytest.fixture
    def four(self, take_indicators):
        """Four indicators that have a value each, weighing 4, 3, 2 and 1; and two to the side."""
        each = {"target": "2", "floor": "1"}
        take_indicators(
            *(
                {"code": f"K0{n}", "formula": name, "weight": str(5 - n)} | each
                for n, name in enumerate("abcd", start=1)
            ),
            {"code": "K05", "formula": "e", "weight": "50", "rated": "no"},
            {"code": "K06", "formula": "f / g", "weight": "0"} | each,
        )

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ((2, 2, 2, 2), {"score": "1.0000", "coverage": "1.0000", "band": "good"}),
            # (4×2 + 3×1 + 2×1 + 1×0) ÷ 20
            ((2, 1, 1, 0), {"score": "0.6500", "coverage": "1.0000", "band": "approaching"}),
            ((2, 2, 1, 0), {"score": "0.8000", "coverage": "1.0000", "band": "good"}),
            ((2, 1, 2, 0), {"score": "0.7500", "coverage": "1.0000", "band": "good"}),
            ((2, 1, 1, 2), {"score": "0.7500", "coverage": "1.0000", "band": "good"}),
            ((0, 2, 2, 0), {"score": "0.5000", "coverage": "1.0000", "band": "approaching"}),
            ((0, 2, 1, 1), {"score": "0.4500", "coverage": "1.0000", "band": "below"}),
            ((0, 0, 0, 0), {"score": "0.0000", "coverage": "1.0000", "band": "below"}),
            # what was not submitted earns nothing: (4×2 + 3×2) ÷ 20, of which 7 of 10 are rated
            ((2, 2, "", ""), {"score": "0.7000", "coverage": "0.7000", "band": "approaching"}),
            ((2, "", 2, ""), {"coverage": "0.6000", "reason": "not_returned"}),
            (("", "", "", ""), {"coverage": "0.0000", "reason": "not_returned"}),
            # not applicable is outside: (3×2 + 2×1 + 1×0) ÷ 12
            (("NA", 2, 1, 0), {"score": "0.6667", "coverage": "1.0000", "band": "approaching"}),
            # 5 of 7 are rated
            ((2, "NA", "", 2), {"score": "0.7143", "coverage": "0.7143", "band": "approaching"}),
            (("NA", "NA", "NA", "NA"), {"reason": "nothing_applicable"}),
            (("NA", "NA", "NA", ""), {"coverage": "0.0000", "reason": "not_returned"}),
        ],
    )
    @pytest.mark.usefixtures("four")
    def test_score_coverage_and_band(self, take_returns, report, values, expected):
        take_returns(*zip("abcd", values, strict=True))

        assert of(report("kpi_standing", "2024-Q4")) == [{"school_urn": "900001"} | expected]
        assert of(report("kpi_standing", "2024-Q4"), 900002) == [
            {"school_urn": "900002", "coverage": "0.0000", "reason": "not_returned"}
        ]

    def test_edges_are_compared_unrounded(self, take_indicators, take_returns, report):
        """69999 of 100000 is shown as 0.7000, and is below it."""
        take_indicators(
            {"formula": "a", "weight": "6999.9", "target": "1", "floor": ""},
            {"code": "K02", "formula": "b", "weight": "3000.1", "target": "1", "floor": ""},
        )
        take_returns(("a", 1))

        assert of(report("kpi_standing", "2024-Q4")) == [
            {"school_urn": "900001", "coverage": "0.7000", "reason": "not_returned"}
        ]

    def test_each_counts_with_the_last_period_of_its_frequency(
        self, take_indicators, take_terms, take_returns, report
    ):
        take_terms()
        each = {"valid_from": "2020-01-01", "target": "2", "floor": "1"}
        take_indicators(
            {"code": "M", "formula": "m", "frequency": "month"} | each,
            {"code": "Q", "formula": "q", "frequency": "quarter"} | each,
            {"code": "T", "formula": "t", "frequency": "term"} | each,
            {"code": "H", "formula": "h", "frequency": "half_year"} | each,
            {"code": "Y", "formula": "y", "frequency": "year"} | each,
        )
        take_returns(
            ("2024-11", "m", 0),
            ("2024-12", "m", 2),
            ("2024-Q4", "q", 2),
            ("2024-25 autumn", "t", 2),
            ("2024-H2", "h", 2),
            ("2024-H1", "h", 0),
            ("2023-24", "y", 2),
            ("2024-25", "y", 0),
        )

        # On 31 December 2024 all five have 2; on 30 November the term and the half year have not
        # ended, so that the first half year counts and no term does: (0 + 2×0 + 2) ÷ 10.
        assert of(report("kpi_standing", "2024-Q4"))[0]["score"] == "1.0000"
        assert of(report("kpi_standing", "2024-12"))[0]["score"] == "1.0000"
        assert of(report("kpi_standing", "2024-11")) == [
            {"school_urn": "900001", "coverage": "0.6000", "reason": "not_returned"}
        ]

    def test_weights_and_list_are_of_the_version_of_the_day_and_values_of_their_own(
        self, take_indicators, take_returns, report
    ):
        old = {"version": "old", "valid_from": "2020-01-01", "target": "2", "floor": "1"}
        take_indicators(
            old | {"code": "Y", "formula": "y", "frequency": "year"},
            old | {"code": "Q", "formula": "q"},
            old | {"code": "GONE", "formula": "y", "frequency": "year"},
        )
        new = {"valid_from": "2024-12-31", "target": "4", "floor": "3"}
        take_indicators(
            new | {"code": "Y", "formula": "y", "frequency": "year", "weight": "3"},
            new | {"code": "Q", "formula": "q", "weight": "1"},
        )
        take_returns(("2023-24", "y", 2), ("2024-Q4", "q", 2))

        # Y is green by its own version, Q red by the new one: 3×2 ÷ (2×4).
        assert of(report("kpi_standing", "2024-Q4"))[0]["score"] == "0.7500"

    def test_one_that_its_period_did_not_ask_was_not_submitted(
        self, take_indicators, take_returns, report
    ):
        take_indicators(
            {"formula": "q", "weight": "4", "target": "1", "floor": ""},
            {"code": "Y", "formula": "y", "frequency": "year", "target": "1", "floor": ""},
        )
        take_returns(("q", 1), ("2023-24", "y", 1))

        assert of(report("kpi_standing", "2024-Q4"))[0]["coverage"] == "0.8000"

    def test_before_the_first_version_nothing_is_applicable(self, take_indicators, report):
        take_indicators()

        assert of(report("kpi_standing", "2024-Q2")) == [
            {"school_urn": "900001", "reason": "nothing_applicable"}
        ]

    @pytest.mark.usefixtures("four")
    def test_a_missing_return_never_raises_a_score(self, take_returns, report):
        take_returns(*zip("abcd", (0, 2, 2, 2), strict=True))
        whole = of(report("kpi_standing", "2024-Q4"))[0]

        take_returns(("a", ""))

        without = of(report("kpi_standing", "2024-Q4"))[0]
        assert whole["score"] == "0.6000"
        assert "score" not in without
        take_returns(("a", 0), ("d", ""))
        assert of(report("kpi_standing", "2024-Q4"))[0]["score"] == "0.5000"


class TestOurOwn:
    """What the council answers is worked out from our records once returns are taken here."""

    ENDED = {"code": "K10", "formula": "100 * ended_unplanned_by_school / average_placements"}
    ANSWERED = {"code": "K09", "formula": "100 * consultations_answered_in_time / consultations"}

    @pytest.fixture
    def placed(self, take_indicators):
        usual = {"answered_by": "council", "polarity": "low", "target": "2", "floor": "60"}
        take_indicators(self.ENDED | usual, self.ANSWERED | usual)
        school, began = School.objects.get(urn=900001), datetime.date(2022, 9, 1)
        PlacementFactory(school=school, starts_on=began)
        PlacementFactory(
            school=school,
            starts_on=began,
            ended_on=datetime.date(2024, 10, 1),
            end_reason="notice_by_school",
        )

    def test_is_counted_where_no_file_had_it(self, placed, take_returns, report):
        before = [row["state"] for row in of(report("kpi_ratings", "2024-Q4"))]
        assert before == ["not_submitted", "not_submitted"]

        ReturnRules.objects.create(valid_from="2024-10-01")
        ended, answered = of(report("kpi_ratings", "2024-Q4"))
        # One ended, of 93 days of placement in 92 days.
        assert (ended["value"], answered["state"]) == ("98.9247", "not_applicable")
        assert of(report("kpi_ratings", "2024-Q3"))[0]["state"] == "not_submitted"

        take_returns(("ended_unplanned_by_school", 0))
        assert of(report("kpi_ratings", "2024-Q4"))[0]["value"] == "0.0000"

    def test_knows_consultations_by_their_deadline(self):
        school, person = a_school_with_people()
        found = a_consultation(school=school)
        period = Term.objects.periods().of_day("quarter", found.due_on)
        names = ["consultations", "consultations_answered_in_time"]

        def ours():
            schools = [found.school_id]
            figures = known.figures_of(names, schools, period, until=period.last_day)
            return [int(figures[found.school_id, name].value) for name in names]

        assert ours() == [1, 0]
        a_reply(found, by=person)
        assert ours() == [1, 1]
