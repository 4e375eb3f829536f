"""``import_payments``: whole or not at all; each payment is known by its reference."""

import datetime
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from nmiss.base.importing.tables import Rejected
from placements.models import Payment
from tests import county

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _placement(take_schools, take_placements):
    take_schools()
    take_placements()


def test_payments_come_in_and_change_by_their_reference(take_payments):
    first = take_payments({"amount": "£9,000.50"}, {"payment_ref": "PAY-2", "amount": "-£20"})
    again = take_payments({"amount": "9000.50"}, {"payment_ref": "PAY-2", "amount": "-25"})

    assert (first.new, again.new, again.unchanged, again.changed) == (2, 0, 1, 1)
    amounts = Payment.objects.order_by("reference").values_list("amount", "paid_on")
    assert list(amounts) == [
        (Decimal("9000.50"), datetime.date(2025, 5, 1)),
        (-25, datetime.date(2025, 5, 1)),
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"placement_ref": "PLC-9"}, "placement_ref"),
        ({"payment_ref": ""}, "payment_ref"),
        ({"payment_ref": "PAY-1"}, "payment_ref"),
        ({"paid_on": ""}, "paid_on"),
        ({"paid_on": "2025-02-30"}, "paid_on"),
        ({"amount": ""}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"amount": "--5"}, "amount"),
        ({"amount": "1.005"}, "amount"),
        ({"amount": "1234567890"}, "amount"),
        ({"amount": "1000000.01"}, "amount"),
        ({"amount": "-99999999.99"}, "amount"),
    ],
)
def test_says_what_is_wrong_and_writes_nothing(take_payments, row, column):
    with pytest.raises(Rejected) as rejected:
        take_payments({}, {"payment_ref": "PAY-2"} | row)

    assert [(each.line, each.column) for each in rejected.value.faults] == [(3, column)]
    assert not Payment.objects.exists()


@pytest.mark.parametrize("amount", ["-99999999.99", "1000000.01"])
def test_nobody_was_ever_paid_so_much_for_a_place(take_payments, amount):
    take_payments()
    with pytest.raises(IntegrityError, match="placements_payment_within_reason"):
        Payment.objects.update(amount=amount)


def test_warns_of_a_day_outside_the_placement(take_payments):
    assert take_payments({"paid_on": "2023-08-01"}).counts()["warnings"] == 1


def test_comes_in_by_command(tmp_path, capsys):
    path = county.table(tmp_path / "payments.csv", county.PAYMENT)

    call_command("import_payments", str(path))

    assert "payments: 1 new" in capsys.readouterr().out
