"""``report kpi_ratings`` and ``report kpi_standing``: cell by cell, worked out by hand."""

import datetime

import pytest

from kpis import computed
from kpis.models import KpiReturn, ReturnStatus
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from providers.models import School, VacancyReport
from tests.factories.accounts import UserFactory
from tests.factories.inspections import an_inspection
from tests.factories.kpis import a_return

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


@pytest.mark.parametrize("name", ["kpi_ratings", "kpi_standing"])
def test_what_is_no_period_is_refused_with_examples(report, name):
    from django.core.management import CommandError

    with pytest.raises(CommandError, match='"2024-Q7" is no period: give a month'):
        report(name, "2024-Q7")
