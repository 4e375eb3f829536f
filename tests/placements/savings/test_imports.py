"""``import_fee_decisions``: whole or not at all, into the ledger, and no price changes."""

import pytest
from django.core.management import call_command

from nmiss.base.importing.tables import Rejected
from placements.models import Charge, CostAvoidance, PriceLine
from tests import county

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _placements(take_schools, take_placements):
    """PLC-1 from 4 September 2023, and PLC-2 that ended on 31 January 2025."""
    take_schools()
    take_placements(
        {},
        {"placement_ref": "PLC-2", "pupil_ref": "C2", "ended_on": "2025-01-31"},
    )


@pytest.fixture
def refused(take_fee_decisions):
    """Import rows that cannot come in; give line and column of each fault, and all that is said."""

    def refuse(*rows):
        with pytest.raises(Rejected) as rejected:
            take_fee_decisions(*rows)
        assert not CostAvoidance.objects.exists()
        faults = rejected.value.faults
        return [(each.line, each.column) for each in faults], " ".join(map(str, faults))

    return refuse


def test_decisions_come_in_and_no_price_changes(take_fee_decisions):
    before = list(Charge.objects.order_by("pk").values())

    outcome = take_fee_decisions(
        {}, {"placement_ref": "plc-2", "agreed": "", "current": "£40,000.00"}
    )

    assert (outcome.new, outcome.counts()["warnings"]) == (2, 0)
    rows = CostAvoidance.objects.in_order()
    assert [(str(row.avoided), str(row.saved), row.is_refused) for row in rows] == [
        ("2200.00", "-1600.00", False),
        ("1592.88", "0.00", True),  # 3,800 × 153 ÷ 365
    ]
    assert rows[1].evidence == "fee-decisions.csv, line 3"
    assert list(Charge.objects.order_by("pk").values()) == before
    assert not PriceLine.objects.exists()


def test_the_same_file_again_changes_nothing(take_fee_decisions):
    take_fee_decisions()

    outcome = take_fee_decisions()

    assert (outcome.new, outcome.unchanged) == (0, 1)
    assert CostAvoidance.objects.count() == 1


def test_a_dry_run_writes_nothing(take_fee_decisions):
    assert take_fee_decisions(dry_run=True).new == 1
    assert not CostAvoidance.objects.exists()


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ({"placement_ref": "PLC-9"}, "placement_ref", "no placement has this reference"),
        ({"request": ""}, "request", "enter a value"),
        ({"effective_on": "2023-09-03"}, "effective_on", "live from 2023-09-04"),
        ({"placement_ref": "PLC-2", "effective_on": "2025-02-01"}, "effective_on", "2025-01-31"),
        ({"effective_on": "2099-09-01"}, "effective_on", "up to today"),
        ({"effective_on": ""}, "effective_on", "enter a date"),
        ({"current": ""}, "current", "enter pounds"),
        ({"asked": ""}, "asked", "enter pounds"),
        ({"asked": "-1"}, "asked", "negative"),
        ({"asked": "1234567890"}, "asked", "below"),
        ({"asked": "9.5%"}, "asked", "not an amount"),
        ({"asked": "0.095"}, "asked", "whole pence"),
        ({"agreed": "0.04"}, "agreed", "not a percentage"),
        ({"agreed": "400"}, "agreed", "not a percentage"),
        ({"asked": "9.50"}, "asked", "not a percentage"),
        ({"agreed": "refused"}, "agreed", "not an amount"),
    ],
)
def test_says_what_is_wrong(refused, row, column, words):
    where, said = refused({}, {"placement_ref": "PLC-2", "request": "FR-2"} | row)

    assert where == [(3, column)]
    assert words in said


def test_a_placement_counts_once_in_a_file(refused):
    where, _ = refused({}, {"agreed": "42000"}, {"request": "FR-2"}, {"effective_on": "2025-04-01"})

    assert where == [(3, "placement_ref"), (4, "placement_ref"), (5, "placement_ref")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"agreed": "42000"}, "request"),
        ({"agreed": ""}, "request"),
        ({"effective_on": "2025-04-01"}, "request"),
        ({"request": "FR-2"}, "effective_on"),
    ],
)
def test_what_is_in_the_ledger_is_neither_changed_nor_doubled(take_fee_decisions, row, column):
    take_fee_decisions()

    with pytest.raises(Rejected) as rejected:
        take_fee_decisions(row)

    assert [each.column for each in rejected.value.faults] == [column]


def test_a_later_increase_of_another_request_comes_in(take_fee_decisions):
    take_fee_decisions()

    assert take_fee_decisions({"request": "FR-2", "effective_on": "2025-04-01"}).new == 1


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"current": "0"}, "current"),
        ({"asked": "39000"}, "asked"),
        ({"asked": "80001"}, "asked"),
        ({"agreed": "43800.01"}, "agreed"),
    ],
)
def test_warns_of_what_is_odd(take_fee_decisions, row, column):
    outcome = take_fee_decisions(row)

    assert column in [warning.column for warning in outcome.warnings]
    assert outcome.new == 1


def test_comes_in_by_command(tmp_path, capsys):
    path = county.table(tmp_path / "decisions.csv", county.FEE_DECISION)

    call_command("import_fee_decisions", str(path))

    assert "fee_decisions: 1 new" in capsys.readouterr().out
    assert CostAvoidance.objects.count() == 1
