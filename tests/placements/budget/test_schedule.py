"""The payment schedule: due by the billing that was agreed, beside what has accrued by days."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core import pages
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.agreements.voiding import void_agreement
from placements.budget.invoice_rules import InvoiceRules, RulesInForce
from placements.budget.schedule import (
    Bills,
    Price,
    Shares,
    schedule,
    sums_of,
)
from placements.models import Payment, Placement
from tests.factories.accounts import UserFactory
from tests.factories.placement_endings import a_place
from tests.factories.placements import PlacementFactory

D = datetime.date
APRIL, SEPTEMBER = D(2026, 4, 1), D(2026, 9, 1)
AUTUMN = D(2026, 9, 2), D(2026, 12, 18)
DAY = datetime.timedelta(days=1)
BEGAN = D(2025, 9, 1)
ALWAYS = D(2000, 1, 1)


def rules(valid_from=ALWAYS, **facts):
    return InvoiceRules(valid_from=valid_from, **facts)


def sums(billing, on, *prices, weeks=38):
    """What is due, the VAT on top, and what has accrued, to the penny."""
    shares = Shares(on, RulesInForce([rules()]), [AUTUMN])
    return sums_of(prices, Bills(billing, Decimal(weeks), None), shares, Decimal(0))


def due(billing, on, *prices, weeks=38):
    return sums(billing, on, *prices, weeks=weeks).due


def accrued_by(on, prices):
    return sums("month", on, *prices).accrued


def price(cost=36_500, first=BEGAN, last=None):
    return Price(first, last, Fraction(cost))


@pytest.mark.parametrize(
    ("billing", "on", "expected"),
    [
        ("term_in_advance", APRIL - DAY, "24333.33"),  # two terms of the year before
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
    finance = UserFactory(role=Role.FINANCE)
    [row] = schedule(today, by=finance)
    assert row.is_agreed
    assert row.sums.due == row.sums.accrued > 0
    assert row.sums.difference == -row.sums.due  # below nought where less was paid
    client.force_login(finance)
    page = reverse("placements:payment_schedule")
    assert place.reference in client.get(page, {"as_at": str(today), "only": "on"}).text

    Payment.objects.create(reference="P1", placement=place, paid_on=today, amount=row.sums.due)

    text = client.get(page, {"as_at": str(today), "only": "on"}).text
    assert "Every placement is paid as it is due" in text
    assert str(place.school) in text
    text = client.get(page).text
    assert place.reference in text
    assert "Due by" in text


def test_vat_stands_apart_by_the_rules_of_the_day_on_which_it_was_due():
    usual = rules()
    taxed = rules(SEPTEMBER, vat_rate=Decimal(20))
    lost = rules(D(2027, 1, 1), vat_rate=Decimal(10), is_vat_recoverable=False)
    shares = Shares(D(2027, 3, 31), RulesInForce([lost, usual, taxed]), [])

    by_term = shares.of(BEGAN, None, Bills("term_in_advance", Decimal(38), None))
    by_days = shares.of(BEGAN, None, Bills("days_of_the_year", Decimal(38), None))

    third = Fraction(1, 3)
    assert by_term == (1, third * Fraction(1, 5), third * Fraction(1, 10), 1)
    autumn, spring = Fraction(122, 365), Fraction(90, 365)  # 1 September and 1 January on
    assert by_days == (1, autumn * Fraction(1, 5), spring * Fraction(1, 10), 1)


@pytest.mark.django_db
def test_what_nobody_signed_is_billed_by_the_rules_of_its_school_or_of_all(client):
    finance = UserFactory(role=Role.FINANCE)
    usual, own = PlacementFactory(annual_fee=36_500), PlacementFactory(annual_fee=36_500)
    client.force_login(finance)
    given = {"valid_from": "2026-04-01", "weeks": "38"}
    given |= {"billing": "month", "vat_rate": "20", "is_vat_recoverable": "no"}
    page = reverse("placements:invoice_rules_set")
    refused = client.post(page, given | {"school": "1", "vat_rate": "200", "weeks": "0"}).text
    assert "Enter the URN of a school that is here" in refused
    assert "Enter a percentage from 0 to 99" in refused
    assert "Enter weeks from 1 to" in refused

    client.post(page, given | {"school": own.school.urn})

    rows = {row.reference: row for row in schedule(D(2026, 4, 30), by=finance)}
    assert rows[usual.reference].sums.due == Decimal("12166.67")
    assert rows[usual.reference].sums.vat_recoverable == Decimal("2433.33")
    assert rows[usual.reference].sums.vat_lost == 0
    assert rows[own.reference].sums.due == Decimal("3041.67")
    assert rows[own.reference].sums.vat_recoverable == 0
    assert rows[own.reference].sums.vat_lost == Decimal("608.33")
    assert not rows[own.reference].is_agreed
    of_one = {"as_at": "2026-04-30", "school": own.school.urn}
    text = client.get(reverse("placements:payment_schedule"), of_one).text
    assert "Each month (no agreement)" in text
    assert usual.reference not in text
    assert usual.child.reference not in text
    assert own.child.reference not in text  # finance reads money by placement


@pytest.mark.django_db
def test_rules_stay_as_they_were_set():
    for change in ("update", "delete"):
        given = {"weeks": 30} if change == "update" else {}
        with pytest.raises(InternalError, match="Cannot update or delete"), transaction.atomic():
            getattr(InvoiceRules.objects.all(), change)(**given)
    officer = UserFactory(role=Role.OFFICER)
    with pytest.raises(NotAllowedNow, match="Only a finance officer"):
        InvoiceRules.set_from(APRIL, by=officer, school=None)


@pytest.mark.django_db
def test_a_page_shows_a_part_of_many_schools_and_always_their_sum(client, monkeypatch):
    monkeypatch.setattr(pages, "MOST_IN_HAND", 3)
    for _ in range(3):
        PlacementFactory(starts_on=APRIL, annual_fee=36_500)
    client.force_login(UserFactory(role=Role.FINANCE))
    page = reverse("placements:payment_schedule")

    first, second = (client.get(page, {"as_at": "2026-04-30", "page": n}) for n in (1, 2))

    shown = [each for part in (first, second) for each in part.context["shown_schools"].rows]
    assert shown == first.context["schools"]
    assert len(shown) == 3
    for part, schools in ((first, 2), (second, 1)):
        table = part.text[part.text.index('id="schools"') :]
        table = table[: table.index("</table>")]
        assert table.count('scope="row"') == schools + 1
        assert "All schools" in table
    assert "as_at=2026-04-30&amp;page=2" in first.text


@pytest.mark.django_db
def test_all_that_was_paid_for_a_voided_placement_is_a_difference(client):
    today = timezone.localdate()
    place, *_ = a_place()
    for name, amount in (("P1", 900), ("P2", 100)):
        Payment.objects.create(reference=name, placement=place, paid_on=today, amount=amount)
    colleague = UserFactory(role=Role.PLACEMENTS)
    void_agreement(place.agreements.get(), by=colleague, reason="Another child")
    finance = UserFactory(role=Role.FINANCE)

    [row] = schedule(today, by=finance)

    assert (row.reference, row.is_voided, row.sums.due) == (place.reference, True, 0)
    assert row.sums.paid == row.sums.difference == 1000
    assert schedule(today, by=finance, urn=place.school.urn) == [row]
    assert schedule(today, by=finance, urn=1) == []
    assert schedule(today - DAY, by=finance) == []
    client.force_login(finance)
    page = reverse("placements:payment_schedule")
    text = client.get(page, {"as_at": str(today), "only": "on"}).text
    assert "the placement is voided" in text
    assert place.reference in text


@pytest.mark.django_db
def test_the_page_has_a_price_that_changed_a_moment_ago(client):
    place = PlacementFactory(starts_on=D(2026, 4, 1), annual_fee=36_000)
    client.force_login(UserFactory(role=Role.FINANCE))
    before = client.get("/budget/schedule/", {"as_at": "2026-04-30"}).context_data["total"]

    Placement.objects.filter(pk=place.pk).update(annual_fee=72_000)
    after = client.get("/budget/schedule/", {"as_at": "2026-04-30"}).context_data["total"]

    assert before.due
    assert after.due == 2 * before.due
