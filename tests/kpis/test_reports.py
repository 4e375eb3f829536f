"""``report kpi_ratings`` and ``report kpi_standing``: cell by cell, worked out by hand."""

import datetime

import pytest

from kpis import computed, known
from kpis.models import KpiReturn, ReturnRules, ReturnStatus, Term
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from providers.models import School, VacancyReport
from tests.factories.accounts import UserFactory
from tests.factories.consultations import a_consultation, a_reply, a_school_with_people
from tests.factories.inspections import an_inspection
from tests.factories.kpis import a_return
from tests.factories.placements import PlacementFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two_schools")]
COUNT = {"formula": "days", "unit": "days", "polarity": "low", "target": "2", "floor": "4"}
QUARTERS = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]


def of(rows, urn=900001):
    return [row for row in rows if row["school_urn"] == str(urn)]


class TestRatings:
    def test_each_state_looks_different(self, take_indicators, take_returns, report):
        take_indicators(
            {},
            {"code": "K02", "cohort": "pupils", "weight": "2"} | COUNT,
            {"code": "K03", "formula": "held / due", "unit": "share", "target": "1"}
            | {"floor": ""},
            {"code": "K04", "formula": "hours", "rated": "no", "target": "", "floor": ""},
            {"code": "K05", "formula": "open", "frequency": "month"},
            {"code": "K06", "formula": "staff"},
            {"code": "K07", "formula": "min(days, 10) * 2", "polarity": "near", "floor": ""}
            | {"target": "7", "tolerance": "1", "outer_tolerance": "3"},
        )
        take_returns(
            ("attended", 91),
            ("possible", 100),
            ("days", 2),
            ("pupils", 4),
            ("held", 0),
            ("due", 0),
            ("hours", "1.00005"),
            ("staff", ""),
        )

        rows = report("kpi_ratings", "2024-Q4")

        assert of(rows) == [
            {
                "school_urn": "900001",
                "code": "K01",
                "value": "91.0000",
                "state": "rated",
                "rating": "amber",
            },
            {"school_urn": "900001", "code": "K02", "state": "too_few"},
            {"school_urn": "900001", "code": "K03", "state": "not_applicable"},
            {"school_urn": "900001", "code": "K04", "value": "1.0001", "state": "monitored"},
            {"school_urn": "900001", "code": "K06", "state": "not_submitted"},
            {
                "school_urn": "900001",
                "code": "K07",
                "value": "4.0000",
                "state": "rated",
                "rating": "amber",
            },
        ]
        assert {row["state"] for row in of(rows, 900002)} == {"not_submitted"}
        assert [row["school_urn"] for row in rows] == ["900001"] * 6 + ["900002"] * 6

    def test_rows_are_of_members_in_the_order_of_the_file(
        self, take_indicators, take_members, report
    ):
        take_indicators({"code": "Z"}, {"code": "A"}, {"code": "M"})
        take_members(
            {"school_urn": "900003", "admitted_on": "2024-12-31"},
            {"school_urn": "900002", "left_on": "2024-09-30"},
        )

        rows = report("kpi_ratings", "2024-Q4")

        assert [(row["school_urn"], row["code"]) for row in rows] == [
            (urn, code) for urn in ("900001", "900003") for code in ("Z", "A", "M")
        ]

    def test_before_the_first_version_nothing_is_judged(self, take_indicators, report):
        take_indicators()

        assert report("kpi_ratings", "2024-Q2") == []
        assert len(report("kpi_ratings", "2024-Q3")) == 2

    def test_a_period_is_judged_by_the_version_of_its_last_day(
        self, take_indicators, take_returns, report
    ):
        take_indicators({"version": "old", "valid_from": "2022-10-01", "target": "80", "floor": ""})
        for name in ("2024-Q3", "2024-Q4"):
            take_returns((name, "attended", 85), (name, "possible", 100))
        before = report("kpi_ratings", "2024-Q3")

        later = {"valid_from": "2024-12-31"}
        take_indicators(later, later | {"code": "K02", "formula": "new"})

        assert report("kpi_ratings", "2024-Q3") == before
        assert of(before)[0]["rating"] == "green"
        after = of(report("kpi_ratings", "2024-Q4"))
        assert [row.get("rating") for row in after] == ["red", None]

    def test_direction_is_of_all_periods_so_far_with_their_gaps(
        self, take_indicators, take_returns, report
    ):
        take_indicators({"valid_from": "2020-01-01"} | COUNT)

        def direction(values, period="2025-Q1"):
            KpiReturn.objects.all()  # each call has another school's past
            urn = 900000 + direction.calls
            direction.calls += 1
            take_returns(*((urn, name, "days", value) for name, value in values.items()))
            return of(report("kpi_ratings", period), urn)[0].get("direction")

        direction.calls = 1
        worse = dict(zip(QUARTERS, (1, 2, 3, 4, 5), strict=True))
        assert direction(worse) == "worsening"
        assert of(report("kpi_ratings", "2024-Q4"))[0]["direction"] == "worsening"
        assert "direction" not in of(report("kpi_ratings", "2024-Q3"))[0]
        # 1, 2, 3, 5 one after the other are a clear trend; with five quarters between, none.
        gap = {"2023-Q1": 1, "2023-Q2": 2, "2025-Q1": 3, "2025-Q2": 5}
        assert direction(gap, "2025-Q2") == "no_clear_trend"

    def test_no_value_in_the_period_itself_has_no_direction(
        self, take_indicators, take_returns, report
    ):
        take_indicators({"valid_from": "2020-01-01"} | COUNT)
        take_returns(*((name, "days", 4) for name in QUARTERS[:4]), ("2025-Q1", "days", ""))

        assert of(report("kpi_ratings", "2024-Q4"))[0]["direction"] == "no_clear_trend"
        assert of(report("kpi_ratings", "2025-Q1"))[0] == {
            "school_urn": "900001",
            "code": "K01",
            "state": "not_submitted",
        }

    def test_near_a_target_it_is_the_distance_that_counts(
        self, take_indicators, take_returns, report
    ):
        near = {"polarity": "near", "floor": "", "tolerance": "1", "formula": "days"}
        take_indicators({"valid_from": "2020-01-01", "target": "10"} | near)
        values = (14, 7, 12, 9)  # 4, 3, 2 and 1 away
        take_returns(*zip(QUARTERS, ["days"] * 4, values, strict=False))

        row = of(report("kpi_ratings", "2024-Q4"))[0]
        assert (row["rating"], row["direction"]) == ("green", "improving")

    def test_each_value_of_a_direction_is_by_the_version_of_its_period(
        self, take_indicators, take_returns, report
    ):
        """By the formula of today the values would fall; as they were judged they rise."""
        old = {"version": "old", "valid_from": "2020-01-01"}
        take_indicators(
            old | COUNT | {"polarity": "high", "target": "4", "floor": "2", "formula": "days"},
            old | COUNT | {"code": "K02", "rated": "no"},
        )
        take_indicators(
            {"valid_from": "2024-12-31"} | COUNT | {"formula": "10 - days"},
            {"valid_from": "2024-12-31", "code": "K03"} | COUNT,
        )
        take_returns(*zip(QUARTERS, ["days"] * 5, (1, 2, 3, 6, 5), strict=True))

        rows = {row["code"]: row for row in of(report("kpi_ratings", "2025-Q1"))}
        # 1, 2, 3, 4 and 5, and lower is better now
        assert (rows["K01"]["value"], rows["K01"]["direction"]) == ("5.0000", "worsening")
        assert "direction" not in rows["K03"]  # its code is new: two points
        assert "K02" not in rows

    def test_what_was_imported_from_before_membership_counts_in_the_direction(
        self, take_indicators, take_members, take_returns, report
    ):
        take_indicators({"valid_from": "2020-01-01"} | COUNT)
        take_members({"school_urn": "900003", "admitted_on": "2024-12-01"})
        take_returns(*((900003, name, "days", n) for n, name in enumerate(QUARTERS[:4])))

        assert of(report("kpi_ratings", "2024-Q3"), 900003) == []
        assert of(report("kpi_ratings", "2024-Q4"), 900003)[0]["direction"] == "worsening"

    @pytest.mark.parametrize("status", [ReturnStatus.EXCUSED, ReturnStatus.NOT_ASKED])
    def test_a_school_that_is_not_asked_is_said_to_be_so(self, take_indicators, report, status):
        take_indicators()
        a_return(
            "2024-Q4", School.objects.get(urn=900001), status=status, not_asked_reason="Flood."
        )

        assert of(report("kpi_ratings", "2024-Q4"))[0]["state"] == "not_asked"
        assert of(report("kpi_standing", "2024-Q4")) == [
            {"school_urn": "900001", "reason": "nothing_applicable"}
        ]

    def test_terms_years_months_and_half_years_have_their_own(
        self, take_indicators, take_terms, take_returns, report
    ):
        take_terms()
        take_indicators(
            {"code": "T", "frequency": "term"} | COUNT,
            {"code": "Y", "frequency": "year"} | COUNT,
            {"code": "M", "frequency": "month"} | COUNT,
            {"code": "H", "frequency": "half_year"} | COUNT,
        )
        names = {"2024-25 autumn": "T", "2024-25": "Y", "2024-11": "M", "2024-H2": "H"}
        take_returns(*((name, "days", number) for number, name in enumerate(names)))

        for number, (name, code) in enumerate(names.items()):
            row = of(report("kpi_ratings", name))[0]
            assert (row["code"], row["value"]) == (code, f"{number}.0000")


class TestComputed:
    def test_a_return_in_time_is_known_of_returns_made_here(
        self, take_indicators, take_returns, report
    ):
        take_indicators({"code": "K22", "formula": "", "target": "1", "floor": ""}, {})
        take_returns(("attended", 5))
        late = a_return("2024-Q4", School.objects.get(urn=900002))

        first, second = (
            next(row for row in of(report("kpi_ratings", "2024-Q4"), urn) if row["code"] == "K22")
            for urn in (900001, 900002)
        )
        assert first["state"] == "not_applicable"  # when it came nobody knows
        assert (second["state"], second["value"], second["rating"]) == ("rated", "0.0000", "red")
        KpiReturn.objects.filter(pk=late.pk).update(
            due_on=datetime.date.max, first_until=datetime.date.max, correct_until=datetime.date.max
        )
        assert of(report("kpi_ratings", "2024-Q4"), 900002)[0]["state"] == "not_submitted"
        KpiReturn.objects.filter(pk=late.pk).delete()
        assert of(report("kpi_ratings", "2024-Q4"), 900002)[0]["state"] == "not_submitted"

    def test_inspections_and_vacancies_are_not_applicable_until_there_are_any(
        self, take_indicators, report
    ):
        own = {"formula": "", "target": "1", "floor": ""}
        take_indicators({"code": "K20"} | own, {"code": "K23"} | own)

        states = [row["state"] for row in of(report("kpi_ratings", "2024-Q4"))]
        assert states == ["not_applicable"] * 2

    def test_vacancies_are_in_time_within_each_window_and_its_grace(self, take_indicators, report):
        take_indicators({"code": "K20", "formula": "", "target": "1", "floor": ""})
        first, second = School.objects.order_by("urn")[:2]
        for school, days in (
            (first, ["2024-10-14", "2024-11-21", "2024-12-08"]),
            (second, ["2024-10-14", "2024-11-22", "2024-12-08"]),
        ):
            for day in days:
                with clock.at(noon(datetime.date.fromisoformat(day))):
                    VacancyReport.objects.create(school=school)

        rows = report("kpi_ratings", "2024-Q4")

        assert [of(rows, each.urn)[0]["value"] for each in (first, second)] == ["1.0000", "0.0000"]

    def test_inspection_status_is_that_of_the_last_report_of_the_period(
        self, take_indicators, report
    ):
        take_indicators({"code": "K23", "formula": "", "target": "1", "floor": ""})
        school, by = School.objects.get(urn=900001), UserFactory(role=Role.OFFICER)
        old = {"framework": "ofsted_grades", "grades": {"sixth_form": "inadequate"}}
        for day, said in (
            ((2024, 7, 1), {"standards": "met"}),
            ((2024, 10, 1), {"standards": ""}),  # grades alone are no answer
            ((2024, 12, 20), {"standards": "not_met", "published_on": datetime.date(2025, 1, 9)}),
        ):
            an_inspection(school, by=by, inspected_on=datetime.date(*day), **old | said)

        def value(period):
            return of(report("kpi_ratings", period))[0]["value"]

        assert (value("2024-Q4"), value("2025-Q1")) == ("1.0000", "0.0000")

    def test_an_application_above_can_work_one_out(self, take_indicators, report, monkeypatch):
        from fractions import Fraction

        monkeypatch.setitem(
            computed._answers,
            "K23",
            lambda schools, periods: {(s, p.name): Fraction(1) for s in schools for p in periods},
        )
        take_indicators(
            {"code": "K23", "formula": "", "target": "1", "floor": "", "valid_from": "2020-01-01"}
        )

        row = of(report("kpi_ratings", "2024-Q4"))[0]
        assert (row["rating"], row["direction"]) == ("green", "no_clear_trend")


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


@pytest.mark.parametrize("name", ["kpi_ratings", "kpi_standing"])
def test_what_is_no_period_is_refused_with_examples(report, name):
    from django.core.management import CommandError

    with pytest.raises(CommandError, match='"2024-Q7" is no period: give a month'):
        report(name, "2024-Q7")


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
