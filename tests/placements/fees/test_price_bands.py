"""National price bands: dated, importable, and none until there is a table."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from zeal import zeal_context

from nmiss.base.importing.tables import Rejected
from placements.fees import comparators
from placements.fees.models import PriceBand
from placements.fees.price_band_imports import import_price_bands
from tests import county
from tests.factories.fees import a_request

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def take(tmp_path):
    def take(*rows):
        full = [county.PRICE_BAND | row for row in rows or [{}]]
        with zeal_context():
            return import_price_bands(county.table(tmp_path / "bands.csv", *full), by=None)

    return take


def test_bands_come_in_once_and_are_ended(take):
    assert take().new == 1
    assert take().unchanged == 1
    assert take({"ends_on": "2027-08-31"}, {"starts_on": "2027-09-01", "amount": "61000"}).new == 1

    spans = PriceBand.objects.order_by("starts_on").values_list("amount", "ends_on")
    assert list(spans) == [(60_000, DAY(2027, 8, 31)), (61_000, None)]


@pytest.mark.parametrize(
    ("rows", "column", "said"),
    [
        ([{}, {}], "starts_on", "line 2 has a band"),
        ([{}, {"starts_on": "2027-09-01"}], "ends_on", "another band for these children begins"),
        ([{"amount": "0"}], "amount", "above 0"),
        ([{"band": ""}], "band", "enter a value"),
        ([{"need": "X"}], "need", "enter one of"),
    ],
)
def test_each_fault_names_its_cell(take, rows, column, said):
    with pytest.raises(Rejected) as rejected:
        take(*rows)

    faults = [(fault.column, fault.remedy) for fault in rejected.value.faults]
    assert any(where == column and said in words for where, words in faults), faults
    assert not PriceBand.objects.exists()


def test_a_band_of_ours_is_not_changed(take):
    take()

    with pytest.raises(Rejected) as rejected:
        take({"amount": "61000"})
    assert "a later first day" in rejected.value.faults[0].remedy


def test_the_database_takes_no_overlap(take):
    take()
    band = PriceBand.objects.get()
    band.pk = None

    with pytest.raises(IntegrityError, match="no_overlap"), transaction.atomic():
        band.save(force_insert=True)


def test_the_closest_band_is_a_comparator(take, provider, place, owner, officer, window, client):
    place()
    request = a_request(provider, owner=owner)
    first = {"starts_on": "2020-09-01"}
    take(first, first | {"band": "Band 2", "need": "ASD", "amount": "64000", "provision": ""})

    (spread,) = comparators.spreads_of(
        request.lines.select_related("placement__school"), request.effective_on
    )

    assert spread.band.name == "Band 2"
    client.force_login(officer)
    assert "Band 2, £64,000" in client.get(f"/fees/{request.pk}/").text
