"""Indicators and terms come in by file."""

import datetime
from decimal import Decimal

import pytest

from kpis.models import (
    Indicator,
    IndicatorSet,
    Term,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_draft, a_return
from tests.faults import faults_of

pytestmark = pytest.mark.django_db
NEAR = {"polarity": "near", "floor": "", "tolerance": "1", "outer_tolerance": "2"}


def remedies(take, *rows, **options):
    where, _ = faults_of(take, *rows, **options)
    return [(line, column) for line, column, _ in where]


class TestIndicators:
    def test_what_the_operator_imports_is_in_force(self, take_indicators):
        outcome = take_indicators(
            {"cohort": "pupils", "weight": "2.5", "minimum": ""},
            {"code": "K02", "rated": "no", "target": "", "floor": "", "weight": ""},
            {"code": "K03", "minimum": "8", "cohort": "possible"} | NEAR,
        )

        version = IndicatorSet.objects.in_force(datetime.date(2024, 9, 1))
        assert outcome.counts()["new"] == 3
        assert (version.version, version.imported, version.is_published) == ("2024-09", True, True)
        first, second, third = version.indicators.in_order()
        assert (first.weight, first.minimum, first.is_rated) == (Decimal("2.5"), 5, True)
        assert (second.is_rated, second.target, second.weight) == (False, None, 0)
        assert (third.minimum, third.tolerance) == (8, 1)
        assert first.inputs == ("attended", "possible", "pupils")
        assert third.inputs == ("attended", "possible")
        assert AuditEvent.objects.get(verb="import_indicators").given["new"] == 3

    def test_what_a_person_imports_is_their_draft(self, take_indicators):
        officer = UserFactory(role=Role.OFFICER)

        take_indicators(by=officer)

        draft = IndicatorSet.objects.get()
        assert (draft.is_published, draft.drafted_by) == (False, officer)
        draft.publish(by=UserFactory(role=Role.MANAGER), seen=draft.digest())
        assert IndicatorSet.objects.in_force(datetime.date(2024, 9, 1)) == draft

    def test_the_same_file_changes_nothing(self, take_indicators):
        take_indicators({}, {"code": "K02", "weight": "1.50"} | NEAR)

        outcome = take_indicators({}, {"code": "K02", "weight": "1.5"} | NEAR)

        assert (outcome.new, outcome.unchanged) == (0, 2)
        assert Indicator.objects.count() == 2

    def test_several_versions_come_at_once_in_any_order(self, take_indicators):
        take_indicators(
            {"version": "c", "valid_from": "2024-09-01"},
            {"version": "a", "valid_from": "2022-09-01"},
            {"version": "b", "valid_from": "2023-09-01"},
        )

        take_indicators(
            {"version": "z", "valid_from": "2021-09-01"},
            {"version": "y", "valid_from": "2020-09-01"},
            {"version": "d", "valid_from": "2025-09-01"},
        )

        versions = IndicatorSet.objects.published().newest_first()
        assert [each.version for each in versions] == ["d", "c", "b", "a", "z", "y"]

    def test_a_published_version_is_only_succeeded(self, take_indicators):
        take_indicators()

        def column_of(*rows):
            return [column for _, column in remedies(take_indicators, *rows)]

        assert column_of({"target": "93"}) == ["target"]
        assert column_of({"rated": "no"}) == ["rated"]
        assert column_of({"valid_from": "2024-10-01"}) == ["valid_from"]
        assert column_of({}, {"code": "K02"}) == ["code"]
        assert column_of({"code": "K02"}) == ["code", "version"]
        later = {"version": "2023-09", "valid_from": "2023-09-01"}
        assert take_indicators(later).new == 1
        between = {"version": "2024-01", "valid_from": "2024-01-01"}
        assert column_of(between) == ["valid_from"]

    def test_a_person_drafts_by_a_file_as_by_the_page(self, take_indicators):
        officer = UserFactory(role=Role.OFFICER)
        take_indicators()

        past = {"version": "2025-09", "valid_from": "2025-09-01"}
        assert remedies(take_indicators, past, by=officer) == [(2, "valid_from")]
        alike = {"version": "2030-a", "valid_from": "2030-09-01"}
        assert take_indicators(alike).new == 1
        alike |= {"version": "2030-A", "valid_from": "2031-09-01"}
        assert remedies(take_indicators, alike, by=officer) == [(2, "version")]

    def test_a_draft_is_not_imported_over(self, take_indicators):
        a_draft(version="2024-09")

        assert remedies(take_indicators, {}) == [(2, "version")]

    @pytest.mark.parametrize(
        ("row", "column"),
        [
            ({"version": ""}, "version"),
            ({"valid_from": "soon"}, "valid_from"),
            ({"valid_from": ""}, "valid_from"),
            ({"code": ""}, "code"),
            ({"name": ""}, "name"),
            ({"formula": "attended %"}, "formula"),
            ({"formula": ""}, "formula"),
            ({"formula": "eval(attended)"}, "formula"),
            ({"unit": "x" * 51}, "unit"),
            ({"weight": "-1"}, "weight"),
            ({"weight": ""}, "weight"),
            ({"weight": "1.23456"}, "weight"),
            ({"weight": "much"}, "weight"),
            ({"polarity": "up"}, "polarity"),
            ({"target": "", "floor": ""}, "target"),
            ({"target": "92%"}, "target"),
            ({"target": "92,5"}, "target"),
            ({"floor": "93"}, "floor"),
            ({"polarity": "low"}, "floor"),
            ({"tolerance": "1"}, "tolerance"),
            (NEAR | {"floor": "1"}, "floor"),
            (NEAR | {"outer_tolerance": "0.5"}, "outer_tolerance"),
            (NEAR | {"tolerance": "-1"}, "tolerance"),
            ({"frequency": "daily"}, "frequency"),
            ({"answered_by": "parents"}, "answered_by"),
            ({"cohort": "Pupils"}, "cohort"),
            ({"minimum": "few"}, "minimum"),
            ({"rated": "perhaps"}, "rated"),
            ({"hard_min": "2", "hard_max": "1"}, "hard_max"),
            ({"least_change": "-1"}, "least_change"),
            ({"by_child": "yes"}, "by_child"),
            ({"by_child": "yes", "formula": "outcomes_met", "answered_by": "council"}, "by_child"),
        ],
    )
    def test_what_cannot_be_is_refused_with_its_column(self, take_indicators, row, column):
        assert remedies(take_indicators, row) == [(2, column)]
        assert not IndicatorSet.objects.exists()

    def test_codes_versions_and_days_are_given_once(self, take_indicators):
        assert remedies(take_indicators, {}, {}) == [(3, "code")]
        assert remedies(take_indicators, {}, {"code": "K02", "valid_from": "2025-01-01"}) == [
            (3, "valid_from")
        ]
        assert remedies(take_indicators, {}, {"version": "another"}) == [(3, "valid_from")]

    @pytest.mark.parametrize("code", ["K20", "K22", "K23"])
    def test_what_we_work_out_ourselves_has_no_formula(self, take_indicators, code):
        take_indicators({"code": code, "formula": "", "target": "1", "floor": ""})

        assert Indicator.objects.get().inputs == ()

    def test_a_bad_formula_says_where(self, take_indicators):
        _, (remedy,) = faults_of(take_indicators, {"formula": "100 * attended / (possible"})

        assert remedy.startswith("character 18: ")

    def test_optional_columns_come_in(self, take_indicators):
        take_indicators(
            {"definition": "Sessions.", "evidence": "Register", "soft_max": "100", "hard_min": "0"}
            | {"least_change": "5"}
        )

        indicator = Indicator.objects.get()
        assert (indicator.definition, indicator.evidence) == ("Sessions.", "Register")
        assert (indicator.soft_max, indicator.hard_min, indicator.least_change) == (100, 0, 5)


class TestTerms:
    def test_terms_come_in_and_change_while_nothing_is_returned(self, take_terms):
        spring = {"name": "2024-25 spring", "first_day": "2025-01-06", "last_day": "2025-04-04"}
        assert take_terms({}, spring).new == 2

        outcome = take_terms({"name": "2024-25 AUTUMN", "last_day": "2024-12-19"}, spring)

        assert (outcome.changed, outcome.unchanged) == (1, 1)
        assert Term.objects.get(name="2024-25 autumn").last_day == datetime.date(2024, 12, 19)

    @pytest.mark.parametrize(
        ("rows", "place"),
        [
            ([{"name": ""}], (2, "name")),
            ([{"name": "2024-25"}], (2, "name")),
            ([{"name": "2024-q1"}], (2, "name")),
            ([{"first_day": ""}], (2, "first_day")),
            ([{"last_day": "2024-09-01"}], (2, "last_day")),
            ([{}, {"name": "2024-25  Autumn"}], (3, "name")),
            ([{}, {"name": "another"}], (3, "first_day")),
            (
                [{}, {"name": "another", "first_day": "2024-12-20", "last_day": "2024-12-21"}],
                (3, "first_day"),
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, take_terms, rows, place):
        assert remedies(take_terms, *rows) == [place]
        assert not Term.objects.exists()

    def test_a_term_that_we_have_is_not_overlapped(self, take_terms):
        take_terms()

        assert remedies(take_terms, {"name": "another"}) == [(2, "first_day")]

    def test_a_term_with_returns_keeps_its_days(self, take_terms):
        take_terms()
        a_return("2024-25 autumn")

        assert remedies(take_terms, {"last_day": "2024-12-19"}) == [(2, "name")]
        assert take_terms().unchanged == 1
