"""The payment schedule: due by the billing that was agreed, beside what has accrued by days."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.budget.schedule import Price, accrued_by, due_by, instalments, schedule
from placements.models import Payment
from tests.factories.accounts import UserFactory
from tests.factories.placement_endings import a_place
from tests.factories.placements import PlacementFactory

D = datetime.date
APRIL, SEPTEMBER = D(2026, 4, 1), D(2026, 9, 1)
AUTUMN = D(2026, 9, 2), D(2026, 12, 18)
DAY = datetime.timedelta(days=1)
BEGAN = D(2025, 9, 1)


def due(billing, on, *prices, weeks=38):
    parts = instalments(billing, 2026, weeks=Decimal(weeks), terms=[AUTUMN])
    return due_by(on, prices, parts)


def price(cost=36_500, first=BEGAN, last=None):
    return Price(first, last, Fraction(cost))


@pytest.mark.parametrize(
    ("billing", "on", "expected"),
    [
        ("term_in_advance", APRIL - DAY, "0"),
        ("term_in_advance", APRIL, "12166.67"),
        ("term_in_advance", SEPTEMBER - DAY, "12166.67"),
        ("term_in_advance", SEPTEMBER, "24333.33"),
        ("term_in_advance", D(2027, 1, 1), "36500"),
        ("month", D(2026, 4, 29), "0"),
        ("month", D(2026, 4, 30), "3041.67"),
        ("month", D(2027, 3, 31), "36500"),
        ("week_of_attendance", D(2026, 9, 3), "0"),
        ("week_of_attendance", D(2026, 9, 4), "960.53"),  # the week in which the term begins
        ("week_of_attendance", D(2026, 12, 31), "15368.42"),  # 16 weeks of 38
    ],
)
def test_a_year_is_due_as_it_was_agreed(billing, on, expected):
    assert due(billing, on, price()) == Decimal(expected)


def test_only_days_on_which_the_price_counts_are_due():
    leaves = price(last=D(2026, 10, 31))  # 61 of the 122 days of the term
    assert due("term_in_advance", D(2027, 3, 31), leaves) == Decimal("18250")

    begins = price(30_000, first=D(2026, 4, 16))  # 15 of 30 days
    assert due("month", D(2026, 4, 30), begins) == Decimal("1250")
    assert due("term_in_advance", APRIL, begins) == 0  # it has not begun


def test_no_more_weeks_are_due_than_were_agreed():
    assert due("week_of_attendance", D(2027, 3, 31), price(10_000), weeks=10) == 10_000


def test_what_has_accrued_goes_by_days_alone():
    assert accrued_by(D(2026, 4, 10), [price()]) == 1000
    assert accrued_by(D(2026, 4, 10), [price(first=D(2026, 4, 10))]) == 100


@pytest.mark.django_db
def test_the_page_has_each_agreement_and_its_differences(client):
    today = timezone.localdate()
    place, *_ = a_place(billing="days_of_the_year")
    PlacementFactory(school=place.school)  # nothing was agreed about its invoices
    finance = UserFactory(role=Role.FINANCE)
    [row] = schedule(today, by=finance)
    assert row.sums.due == row.sums.accrued > 0
    assert row.sums.difference == -row.sums.due  # below nought where less was invoiced
    client.force_login(finance)
    page = reverse("placements:payment_schedule")
    assert place.reference in client.get(page, {"as_at": str(today), "only": "on"}).text

    Payment.objects.create(reference="P1", placement=place, paid_on=today, amount=row.sums.due)

    text = client.get(page, {"as_at": str(today), "only": "on"}).text
    assert "Every placement is invoiced as it is due" in text
    assert str(place.school) in text
    text = client.get(page).text
    assert place.reference in text
    assert "Due by" in text
