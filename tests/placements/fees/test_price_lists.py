"""Price lists: they follow each other without a gap, never change, and price a placement."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from contracts.models import Lot
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.fees.listed import price_listed, prices_listed
from placements.fees.models import PriceDifference, PriceList, PriceListLine
from placements.models import Placement
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.prices import a_base

pytestmark = pytest.mark.django_db
SEPTEMBER = datetime.date(2024, 9, 1)
NEXT = datetime.date(2025, 9, 1)


@pytest.fixture
def officer(db):
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def add(take_schools, take_members, take_placements, officer):
    """Have a list of the school from a day on; its placement is from 2 September 2024."""
    take_schools()
    take_members()
    take_placements({"starts_on": "2024-09-02", "route": "call_off"})

    def add(starts_on, *lines):
        school, lot = School.objects.get(), Lot.objects.get(number=1)
        lines = lines or [a_base(60_000)]
        return PriceList.add(school, lot, lines, by=officer, starts_on=starts_on)

    return add


def at_once():
    """Have what is asked at the end of a transaction asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def days():
    lists = PriceList.objects.that_count().order_by("starts_on")
    return list(lists.values_list("starts_on", "ends_on"))


def test_a_list_ends_the_day_before_the_next_begins(add):
    add(SEPTEMBER), add(NEXT)

    assert days() == [(SEPTEMBER, datetime.date(2025, 8, 31)), (NEXT, None)]


def test_the_first_day_of_a_list_is_after_that_of_the_newest(add):
    add(SEPTEMBER)

    with pytest.raises(NotAllowedNow, match="The newest price list begins on 1 September 2024"):
        add(SEPTEMBER)


def test_a_voided_list_counts_no_more_and_the_one_before_goes_on(add, officer):
    first, second = add(SEPTEMBER), add(NEXT)

    with pytest.raises(NotAllowedNow, match="A later price list follows"):
        first.void(by=officer, reason="Mistake")
    second.void(by=officer, reason="Mistake")
    with pytest.raises(NotAllowedNow, match="voided already"):
        second.void(by=officer, reason="Mistake")

    at_once()
    assert days() == [(SEPTEMBER, None)]


@pytest.mark.parametrize(
    ("ends_on", "refusal"),
    [(datetime.date(2025, 8, 30), "gap"), (NEXT, "placements_pricelist_no_overlap")],
)
def test_the_database_has_no_gap_and_no_overlap(add, ends_on, refusal):
    first, _ = add(SEPTEMBER), add(NEXT)

    def end():
        PriceList.objects.filter(pk=first.pk).update(ends_on=ends_on)
        at_once()

    with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
        end()


def test_the_database_changes_no_list_and_lets_none_go(add):
    added = add(SEPTEMBER)

    with pytest.raises(InternalError, match="never changes"), transaction.atomic():
        PriceList.objects.update(starts_on=NEXT)
    with pytest.raises(InternalError, match="stays on record"), transaction.atomic():
        added.delete()
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        PriceListLine.objects.update(amount=1)


def test_the_database_takes_no_later_line(add):
    added = add(SEPTEMBER)
    at_once()

    with pytest.raises(IntegrityError, match="all its lines"), transaction.atomic():
        PriceListLine.objects.create(price_list=added, **a_base(1, need="SEMH"))


class TestTheListedPrice:
    def test_is_the_closest_of_those_that_fit(self, add):
        add(
            SEPTEMBER,
            a_base(1),
            a_base(2, need="ASD"),
            a_base(3, phase="secondary", provision="day"),
            a_base(4, need="SEMH", phase="secondary"),
            a_base(5, kind="residential", unit="week"),
        )
        placement = Placement.objects.select_related("child").get()  # ASD, year 8 then, by day

        assert price_listed(placement, "base_education", SEPTEMBER).amount == 2
        assert [line.amount for line in prices_listed(placement, SEPTEMBER)] == [2, 5]

    def test_is_that_of_the_list_in_force(self, add):
        add(SEPTEMBER), add(NEXT, a_base(70_000))
        placement = Placement.objects.select_related("child").get()

        listed = [
            price_listed(placement, "base_education", day)
            for day in (SEPTEMBER - datetime.timedelta(1), datetime.date(2025, 8, 31), NEXT)
        ]

        assert [line and line.amount for line in listed] == [None, 60_000, 70_000]

    def test_is_none_off_the_dps(self, add, take_placements):
        take_placements(
            {"placement_ref": "PLC-2", "pupil_ref": "C2", "route": "spot"},
        )
        add(SEPTEMBER)
        placement = Placement.objects.select_related("child").get(reference="PLC-2")

        assert prices_listed(placement, SEPTEMBER) == []


class TestThePriceOfAPlacement:
    PAGE = "/placements/PLC-1/prices/add/"

    @pytest.fixture
    def client(self, add, client, officer):
        add(SEPTEMBER)
        client.force_login(officer)
        return client

    def asked(self, **given):
        usual = {"kind": "base_education", "funder": "education", "unit": "year", "weeks": "38"}
        return usual | {"quantity": "1", "starts_on": "2024-09-02"} | given

    def test_starts_from_the_list_in_force(self, client):
        page = client.get(self.PAGE, {"kind": "base_education"})

        form = page.context["form"]
        assert form["amount"].value() == Decimal(60_000)
        assert "£60,000" in page.text

    def test_is_that_of_the_list_without_a_reason(self, client):
        assert client.post(self.PAGE, self.asked(amount="£60,000")).status_code == 302
        assert not PriceDifference.objects.exists()

    def test_needs_a_reason_for_another(self, client):
        refused = client.post(self.PAGE, self.asked(amount="59000"))

        assert "The price list says £60,000" in refused.text
        assert not Placement.objects.get().price_lines.exists()
        reason = "Agreed for two brothers"
        client.post(self.PAGE, self.asked(amount="59000", difference=reason))
        difference = PriceDifference.objects.get()
        assert (difference.reason, difference.listed.amount) == (reason, 60_000)
        assert reason in client.get("/placements/PLC-1/prices/").text
        with pytest.raises(InternalError), transaction.atomic():
            PriceDifference.objects.update(reason="Other")


class TestThePages:
    PAGE = "/schools/900001/price-lists/"

    @pytest.fixture
    def client(self, add, client, officer):
        client.force_login(officer)
        return client

    def row(self, number, **given):
        names = (*PriceListLine.FACTS,)
        return {f"{name}_{number}": given.get(name, "") for name in names}

    def test_a_list_is_entered(self, client):
        client.post(
            f"{self.PAGE}add/",
            {"lot": Lot.objects.get(number=1).pk, "starts_on": "2024-09-01"}
            | self.row(0, kind="base_education", unit="year", amount="£61,184.50")
            | self.row(4, kind="therapy_slt", unit="hour", amount="80", phase="primary"),
        )

        assert PriceList.objects.get().size == 2
        text = client.get(self.PAGE).text
        assert "£61,184.50" in text
        assert "Primary" in text

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"amount": "-1"}, "Row 1: enter an amount in pounds from 0"),
            ({"amount": "9999999999"}, "Row 1: enter an amount in pounds from 0"),
            ({"amount": "1.234"}, "Row 1: enter pounds and whole pence"),
            ({"amount": ""}, "Row 1: enter the amount in pounds"),
            ({"unit": ""}, "Row 1: select a year, term, week or hour"),
            ({"kind": ""}, "Row 1: select what the price is for"),
        ],
    )
    def test_bad_input_gets_a_sentence_and_keeps_nothing(self, client, given, said):
        usual = {"kind": "base_education", "unit": "year", "amount": "60000"}
        page = client.post(
            f"{self.PAGE}add/",
            {"lot": Lot.objects.get(number=1).pk, "starts_on": "2024-09-01"}
            | self.row(0, **usual | given),
        )

        assert said in page.text
        assert not PriceList.objects.exists()

    def test_the_next_list_starts_from_the_newest(self, client, add):
        add(SEPTEMBER)

        assert client.get(f"{self.PAGE}add/").context["form"]["amount_0"].value() == 60_000

    def test_a_list_is_voided_with_a_reason(self, client, add):
        added = add(SEPTEMBER)

        assert "Enter why" in client.post(f"/price-lists/{added.pk}/void/", {}).text
        client.post(f"/price-lists/{added.pk}/void/", {"reason": "Of another school"})

        assert "Of another school" in client.get(self.PAGE).text
        assert not PriceList.objects.that_count().exists()
