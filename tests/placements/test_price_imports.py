"""``import_prices``: lines come in whole or not at all; the same file again changes nothing."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nmiss.base.accounts.models import Role
from nmiss.base.importing.tables import Rejected
from placements.models import PriceLine
from placements.price_imports import import_prices
from tests import county
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _placement(take_schools, take_placements):
    """PLC-1, from 4 September 2023 at £36,500 a year."""
    take_schools()
    take_placements()


@pytest.fixture
def refused(take_prices):
    """Import rows that cannot come in; give what is said of each."""

    def refuse(*rows):
        with pytest.raises(Rejected) as rejected:
            take_prices(*rows)
        return [(fault.line, fault.column, fault.remedy) for fault in rejected.value.faults]

    return refuse


def counts(**told):
    return dict.fromkeys(("new", "changed", "unchanged", "skipped", "warnings"), 0) | told


def test_a_line_comes_in(take_prices):
    outcome = take_prices()

    line = PriceLine.objects.get()
    assert outcome.counts() == counts(new=1, unchanged=0, warnings=0)
    assert (line.placement.reference, line.kind, line.unit) == ("PLC-1", "therapy_slt", "hour")
    assert (line.quantity, line.amount, line.weeks) == (Decimal("2.5"), 80, 38)
    assert (line.funder, line.starts_on, line.ends_on) == (
        "health",
        datetime.date(2024, 1, 8),
        None,
    )
    assert line.imported
    assert line.cost_a_year == 7600


@pytest.mark.parametrize("provision", ["day", "residential_52"])
def test_weeks_are_38_whatever_the_provision(take_placements, take_prices, provision):
    take_placements({"provision": provision})

    take_prices({"unit": "week", "quantity": "1"}, {"kind": "exams", "weeks": "40"})

    assert list(PriceLine.objects.oldest_first().values_list("weeks", flat=True)) == [40, 38]


def test_the_column_weeks_may_be_missing(tmp_path, take_prices):
    row = {name: text for name, text in county.PRICE.items() if name != "weeks"}

    import_prices(county.table(tmp_path / "prices.csv", row), by=None)

    assert PriceLine.objects.get().weeks == 38


def test_the_same_file_again_changes_nothing(take_prices):
    rows = {}, {"kind": "residential", "unit": "term", "amount": "£9,000.50", "ends_on": ""}
    take_prices(*rows)
    before = list(PriceLine.objects.oldest_first().values())

    outcome = take_prices(*rows)

    assert outcome.counts() == counts(new=0, unchanged=2, warnings=0)
    assert list(PriceLine.objects.oldest_first().values()) == before


def test_a_last_day_ends_a_line_and_another_follows(take_prices):
    take_prices()

    outcome = take_prices({"ends_on": "2024-08-31"}, {"starts_on": "2024-09-01", "amount": "85"})

    assert (outcome.new, outcome.changed) == (1, 1)
    assert [(line.amount, line.ends_on) for line in PriceLine.objects.oldest_first()] == [
        (80, datetime.date(2024, 8, 31)),
        (85, None),
    ]


def test_what_a_person_has_ended_or_voided_since_stays_so(take_prices):
    officer = UserFactory(role=Role.OFFICER)
    rows = {}, {"kind": "exams"}
    take_prices(*rows)
    PriceLine.objects.get(kind="therapy_slt").end(by=officer, last_on=datetime.date(2024, 7, 31))
    PriceLine.objects.get(kind="exams").void(by=officer, reason="Not agreed")

    outcome = take_prices(*rows)

    assert outcome.counts() == counts(new=0, unchanged=2, warnings=2)
    assert PriceLine.objects.that_count().get().ends_on == datetime.date(2024, 7, 31)


def test_after_a_voided_line_a_corrected_one_comes_in(take_prices):
    take_prices()
    PriceLine.objects.get().void(by=UserFactory(role=Role.OFFICER), reason="Wrong amount")

    assert take_prices({"amount": "82"}).new == 1


def test_lines_of_one_kind_and_funder_may_not_overlap(take_prices, refused):
    take_prices()

    assert refused({"starts_on": "2024-09-01"}) == [
        (
            2,
            "starts_on",
            (
                "PLC-1 has a line of therapy_slt by health from 2024-01-08 on some of these days: "
                "end one the day before the next begins"
            ),
        )
    ]
    assert take_prices({"starts_on": "2024-09-01", "funder": "education"}).new == 1


@pytest.mark.parametrize(
    "rows",
    [
        ({}, {}),
        ({"ends_on": "2024-09-01"}, {"starts_on": "2024-09-01"}),
        ({"starts_on": "2024-09-01"}, {"ends_on": "2024-09-01"}),
        # The second ends before the third begins, and the first does not.
        (
            {"ends_on": "2025-07-31"},
            {"starts_on": "2024-02-01", "ends_on": "2024-03-01"},
            {"starts_on": "2025-01-01"},
        ),
    ],
    ids=str,
)
def test_overlaps_within_a_file_are_faults(refused, rows):
    found = refused(*rows)

    assert found
    assert all("on some of these days" in remedy for _, _, remedy in found)
    assert len(found) == len(rows) - 1
    assert not PriceLine.objects.exists()


def test_a_line_that_is_here_never_changes(take_prices, refused):
    take_prices()

    for row in ({"amount": "81"}, {"quantity": "3"}, {"unit": "week"}, {"weeks": "39"}):
        [(line, column, remedy)] = refused(row)
        assert (line, column) == (2, "amount")
        assert "we have this line at £80 × 2.5 by the hour, and a line never changes" in remedy


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"placement_ref": "PLC-2"}, "placement_ref"),
        ({"placement_ref": ""}, "placement_ref"),
        ({"kind": "transport"}, "kind"),
        ({"unit": "month"}, "unit"),
        ({"funder": "parents"}, "funder"),
        ({"quantity": ""}, "quantity"),
        ({"quantity": "two"}, "quantity"),
        ({"quantity": "-1"}, "quantity"),
        ({"quantity": "1.23456"}, "quantity"),
        ({"quantity": "£2"}, "quantity"),
        ({"amount": ""}, "amount"),
        ({"amount": "-1"}, "amount"),
        ({"amount": "1.005"}, "amount"),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "2024-02-30"}, "starts_on"),
        ({"ends_on": "2024-01-07"}, "ends_on"),
        ({"weeks": "0"}, "weeks"),
        ({"weeks": "54"}, "weeks"),
    ],
    ids=str,
)
def test_a_bad_cell_is_a_fault_and_nothing_comes_in(refused, row, column):
    assert [(line, where) for line, where, _ in refused({"kind": "exams"}, row)] == [(3, column)]
    assert not PriceLine.objects.exists()


def test_a_line_with_no_day_inside_its_placement_is_a_warning(take_placements, take_prices):
    take_placements({"ended_on": "2024-07-31"})

    outcome = take_prices(
        {"starts_on": "2024-08-01"},
        {"kind": "exams", "starts_on": "2023-01-01", "ends_on": "2023-09-03"},
        {"kind": "other", "starts_on": "2023-01-01", "ends_on": "2023-09-04"},
    )

    assert [warning.line for warning in outcome.warnings] == [2, 3]
    assert all("counts on none" in warning.remedy for warning in outcome.warnings)


def test_a_reference_may_be_in_small_letters(take_prices):
    take_prices({"placement_ref": "plc-1"})

    assert take_prices({}).unchanged == 1


def test_asks_as_often_for_many_rows(take_placements, take_prices):
    take_placements(*({"placement_ref": f"P{n}", "pupil_ref": f"C{n + 5}"} for n in range(30)))
    rows = [{"placement_ref": f"P{n}"} for n in range(30)]
    with CaptureQueriesContext(connection) as one:
        take_prices(rows[0])
    with CaptureQueriesContext(connection) as many:
        take_prices(*rows)

    assert len(many) <= len(one) + 1
